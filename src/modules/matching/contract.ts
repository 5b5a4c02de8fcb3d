import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import { companyRow } from '../companies/contract.ts'
import { acknowledged, id, instant, locale, localizedText } from '../shapes.ts'

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

export const interest = z.object({
  id,
  status: z.enum(['open', 'welcomed', 'declined', 'withdrawn']),
  message: z.string().nullable(),
  createdAt: instant,
  answeredAt: instant.nullable(),
  /** Who is interested. */
  company: companyRow,
  /** Whose profile it is. */
  partner: companyRow,
  profile: z.object({ id, code: z.string(), title: localizedText(300) }),
  may: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
})

/** How evenly attention falls: Gini 0 is even, towards 1 a few have everything. */
const evenness = z.object({ gini: z.number(), unseen: z.array(id) })

export const shortlistProposal = z.object({
  /** The ranking it was made from; an application names it. */
  runId: id,
  companies: z.array(companyRow),
  pairs: z.array(z.object({ companyId: id, partnerId: id, score: z.number() })),
  /** On how many shortlists each company stands: as proposed, and if everybody took the best of the plain ranking. */
  exposure: z.array(z.object({ companyId: id, proposed: z.number().int(), ranked: z.number().int() })),
  proposed: evenness,
  ranked: evenness,
  totalScore: z.number(),
})

/** How much each kind of evidence counts, as multiples of the engine's own weights. */
const multiple = z.number().min(0).max(3)
const weights = z.object({ topic: multiple, wording: multiple, embedding: multiple })

export const weightings = z.object({
  /** Newest first. */
  rows: z.array(weights.extend({ id, number: z.number().int(), note: z.string().nullable(), createdAt: instant })),
  /** With which the next ranking is made; null: the engine's own weights. */
  chosenId: id.nullable(),
  /** With which the ranking that is shown now was made. */
  shownId: id.nullable(),
  /** Labelled facts: what came of pairs. */
  facts: z.object({
    accepted: z.number().int(),
    declined: z.number().int(),
    met: z.number().int(),
    signed: z.number().int(),
  }),
})

const place = z.number().int().nullable()

export const weightingPreview = z.object({
  /** Companies ranked for the comparison, and how many partners of each. */
  companies: z.number().int(),
  best: z.number().int(),
  firstChanged: z.number().int(),
  /** Largest first; a place counts from 1, null is not among the best. */
  moves: z.array(
    z.object({
      companyId: id,
      partnerId: id,
      placeBefore: place,
      placeAfter: place,
      scoreBefore: z.number().nullable(),
      scoreAfter: z.number().nullable(),
    }),
  ),
  labels: z.array(
    z.object({
      kind: z.enum(['accepted', 'declined', 'met', 'signed']),
      pairs: z.number().int(),
      amongBestBefore: z.number().int(),
      amongBestAfter: z.number().int(),
    }),
  ),
  named: z.array(companyRow),
})

const mappedConcept = z.object({
  conceptId: z.string(),
  label: localizedText(300),
  /** Profiles that name it or something below it. */
  shores: z.array(z.object({ sideId: id, offers: z.number().int(), requests: z.number().int() })),
})

export const technologyMap = z.object({
  /** Largest first, each with the concepts right below it. */
  fields: z.array(mappedConcept.extend({ parts: z.array(mappedConcept) })),
})

const translatedTexts = z
  .object({
    title: z.string().trim().max(256),
    summary: z.string().trim().max(500),
    description: z.string().trim().max(4000),
    advantages: z.string().trim().max(4000),
    technicalSpecification: z.string().trim().max(4000),
    partnerRole: z.string().trim().max(4000),
  })
  .partial()

/** What a machine made of a profile: not part of it until a person approves. */
export const translationDraft = z.object({
  id,
  profileId: id,
  sourceLocale: locale,
  targetLocale: locale,
  texts: translatedTexts,
  model: z.string(),
  createdAt: instant,
})

const ofProgramme = z.object({ programmeId: id })
const pair = ofProgramme.extend({ companyId: id, partnerId: id })
const brokers = ['operator', 'official'] as const
const withCompanies = ['operator', 'official', 'company-representative'] as const

const proposalInput = ofProgramme.extend({
  /** Most shortlists a company may stand on. */
  exposureCap: z.number().int().min(1).max(200),
  minScore: z.number().min(0).max(100).default(0),
  /** Who takes part, with how many partners each can meet; null: everybody who has published. */
  companies: z
    .array(z.object({ companyId: id, capacity: z.number().int().min(0).max(200) }))
    .max(5000)
    .nullable()
    .default(null),
})

/** Where texts go. */
const textService = z.object({ host: z.string(), model: z.string() })

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

  listInterests: route
    .meta({ access: withCompanies })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/interests',
      summary: 'Expressions of interest; a representative sees what the own company has sent and received',
      tags: ['matching'],
    })
    .input(ofProgramme)
    .output(z.object({ rows: z.array(interest) })),

  answerInterest: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/interests/{interestId}/answer',
      summary: 'Welcome or decline an expression of interest',
      tags: ['matching'],
    })
    .input(ofProgramme.extend({ interestId: id, answer: z.enum(['welcomed', 'declined']) }))
    .output(acknowledged),

  withdrawInterest: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/interests/{interestId}',
      summary: 'Take an open expression of interest back',
      tags: ['matching'],
    })
    .input(ofProgramme.extend({ interestId: id }))
    .output(acknowledged),

  proposeShortlists: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/shortlist-proposals',
      summary: 'Even shortlists under an exposure cap; nothing is written',
      tags: ['matching'],
    })
    .input(proposalInput)
    .output(shortlistProposal),

  applyShortlists: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/shortlist-proposals/application',
      summary: 'Put the proposed pairs on the shortlists of both companies',
      tags: ['matching'],
    })
    .input(proposalInput.extend({ runId: id }))
    .output(z.object({ added: z.number().int() })),

  listWeightings: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/match-weightings',
      summary: 'Weightings of the evidence, and which is in use',
      tags: ['matching'],
    })
    .input(ofProgramme)
    .output(weightings),

  previewWeighting: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/match-weightings/preview',
      summary: 'What a weighting would change; nothing is written',
      tags: ['matching'],
    })
    .input(ofProgramme.extend(weights.shape))
    .output(weightingPreview),

  saveWeighting: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/match-weightings',
      summary: 'Keep a weighting as the next version',
      tags: ['matching'],
    })
    .input(ofProgramme.extend(weights.shape).extend({ note: z.string().trim().max(500).nullable().default(null) }))
    .output(z.object({ id, number: z.number().int() })),

  chooseWeighting: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/match-weighting',
      summary: 'Decide with which weighting the next ranking is made',
      tags: ['matching'],
    })
    .input(ofProgramme.extend({ weightingId: id.nullable() }))
    .output(acknowledged),

  readTechnologyMap: route
    .meta({ access: brokers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/technology-map',
      summary: 'Offers and requests on each shore by field of technology',
      tags: ['matching'],
    })
    .input(ofProgramme)
    .output(technologyMap),

  readTextServices: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/text-services',
      summary: 'Services of others that texts may be sent to',
      tags: ['matching'],
    })
    .input(ofProgramme)
    .output(z.object({ translation: textService.nullable(), embedding: textService.nullable() })),

  listTranslations: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/profiles/{profileId}/translations',
      summary: 'Machine drafts that wait for a person',
      tags: ['matching'],
    })
    .input(ofProgramme.extend({ profileId: id }))
    .output(z.object({ rows: z.array(translationDraft) })),

  draftTranslation: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/profiles/{profileId}/translations',
      summary: 'Have missing texts of a profile translated; the text leaves the server',
      tags: ['matching'],
    })
    .input(ofProgramme.extend({ profileId: id, from: locale, to: locale }))
    .output(translationDraft),

  decideTranslation: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/translations/{translationId}/decision',
      summary: 'Approve a machine draft, corrected or not, or discard it',
      tags: ['matching'],
    })
    .input(
      ofProgramme.extend({
        translationId: id,
        approve: z.boolean(),
        texts: translatedTexts.nullable().default(null),
      }),
    )
    .output(acknowledged),
}
