import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import { companyRow } from '../companies/contract.ts'
import { acknowledged, id, instant, locale } from '../shapes.ts'

/** Where in a profile a word was found: offsets in UTF-16 units of the text of the profile's property `field` in that language. */
export const span = z.object({
  profileId: id,
  field: z.string(),
  locale,
  start: z.number().int(),
  end: z.number().int(),
  surface: z.string(),
})

/** One criterion's share of the score; the shares add up to the score. `code` is a key of `matching.reasons`. */
export const reason = z.object({
  code: z.string(),
  /** Whose need this answers: `forward` the first company's, `backward` the second's, `both` neither alone. */
  direction: z.enum(['forward', 'backward', 'both']),
  points: z.number(),
  /** What is shared, with its label in each language: a concept of the thesaurus, or a keyword of the programme's list. */
  concept: z
    .object({ id: z.string(), label: z.object({ ko: z.string(), ru: z.string(), en: z.string() }).partial() })
    .nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  need: z.array(span),
  offer: z.array(span),
})

export const gate = z.object({ code: z.string(), passed: z.boolean(), values: z.record(z.string(), z.string()) })

export const matchRow = z.object({
  company: companyRow,
  partner: companyRow,
  score: z.number(),
  forward: z.number(),
  backward: z.number(),
  /** The strongest three, without spans: enough for a list. */
  topReasons: z.array(reason.pick({ code: true, direction: true, points: true, concept: true, values: true })),
  shortlisted: z.boolean(),
})

export const matchRun = z.object({
  id,
  status: z.enum(['queued', 'running', 'done', 'stopped', 'failed']),
  pairsDone: z.number().int(),
  pairsTotal: z.number().int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
  /** Profiles published, changed or withdrawn since the ranking that is shown now began: more than 0 means out of date. */
  changedProfiles: z.number().int(),
})

/** Who fits whom, each pair once, the company of the side with the lower position first. */
export const shores = z.object({
  /** Those that have published a profile. */
  companies: z.array(companyRow),
  links: z.array(z.object({ companyId: id, partnerId: id, score: z.number() })),
  /** Companies of `companies` that are among the best of no other. */
  unseen: z.array(id),
})

/** One pair with every reason, where it was found, and every gate. */
export const explainedMatch = z.object({
  company: companyRow,
  partner: companyRow,
  score: z.number(),
  forward: z.number(),
  backward: z.number(),
  reasons: z.array(reason),
  gates: z.array(gate),
  /** The texts that the spans point into. */
  texts: z.array(z.object({ profileId: id, companyId: id, field: z.string(), locale, text: z.string() })),
})

const ofProgramme = z.object({ programmeId: id })
const pair = ofProgramme.extend({ companyId: id, partnerId: id })
const brokers = ['operator', 'official'] as const

export const matchingContract = {
  startMatchRun: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/match-runs',
      summary: 'Rank every pair anew',
      tags: ['matching'],
    })
    .input(ofProgramme)
    .output(matchRun),

  readMatchRun: route
    .meta({ access: brokers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/match-runs/latest',
      summary: 'Progress or end of the newest run',
      tags: ['matching'],
    })
    .input(ofProgramme)
    .output(matchRun.nullable()),

  stopMatchRun: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/match-runs/{runId}/stop',
      summary: 'Stop a run; what was ranked before stays',
      tags: ['matching'],
    })
    .input(ofProgramme.extend({ runId: id }))
    .output(acknowledged),

  listMatches: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/matches',
      summary: 'Ranked pairs; a representative sees those of the own company',
      tags: ['matching'],
    })
    .input(
      ofProgramme.extend({
        companyId: id.optional(),
        minScore: z.coerce.number().min(0).max(100).default(0),
        limit: z.coerce.number().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ rows: z.array(matchRow), total: z.number().int() })),

  explainMatch: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/companies/{companyId}/matches/{partnerId}',
      summary: 'Why, or why not, these two',
      tags: ['matching'],
    })
    .input(pair)
    .output(explainedMatch),

  readShores: route
    .meta({ access: brokers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/shores',
      summary: 'Who fits whom between two sides, for the picture',
      tags: ['matching'],
    })
    .input(ofProgramme.extend({ perCompany: z.coerce.number().int().min(1).max(10).default(3) }))
    .output(shores),

  shortlistPartner: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/companies/{companyId}/shortlist/{partnerId}',
      summary: 'Put on the shortlist',
      tags: ['matching'],
    })
    .input(pair.extend({ note: z.string().trim().max(1000).nullable().default(null) }))
    .output(acknowledged),

  unlistPartner: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/companies/{companyId}/shortlist/{partnerId}',
      summary: 'Take off the shortlist',
      tags: ['matching'],
    })
    .input(pair)
    .output(acknowledged),

  expressInterest: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/companies/{companyId}/interests',
      summary: 'Express interest in a profile',
      tags: ['matching'],
    })
    .input(
      ofProgramme.extend({
        companyId: id,
        profileId: id,
        message: z.string().trim().max(2000).nullable().default(null),
      }),
    )
    .output(z.object({ id })),
}
