import { oc } from '@orpc/contract'
import { z } from 'zod'
import { acknowledged, country, day, id, instant, localizedText } from '../shapes.ts'
import { GATES } from './domain/gate.ts'
import { LIST_FORMATS } from './domain/list-format.ts'
import { ATTRIBUTES, SUBJECT_KINDS } from './domain/party.ts'
import { DEEDS, type Deed, SCREENING_STATES, STALE_REASONS } from './domain/state.ts'
import { TECHNOLOGY_STATES, TECHNOLOGY_SUBJECTS } from './domain/technology.ts'

/** This stage comes before the one that knows roles, so it starts its routes by itself. */
const route = oc.$meta<{ access?: readonly ('operator' | 'official' | 'auditor')[] }>({})

const readers = ['operator', 'official'] as const

const state = z.enum(SCREENING_STATES)
const kind = z.enum(['person', 'organisation', 'vessel', 'other'])
const deed = z.enum(Object.keys(DEEDS) as [Deed, ...Deed[]])

const party = z.object({
  kind,
  names: z.array(z.string().trim().min(1).max(300)).min(1).max(40),
  identifiers: z
    .array(z.object({ kind: z.string().trim().min(1).max(40), value: z.string().trim().min(1).max(80) }))
    .max(20)
    .default([]),
  countries: z.array(country).max(20).default([]),
})

const owner = z.object({
  key: z.string().trim().min(1).max(60),
  party,
  share: z.number().gt(0).max(100),
  of: z.string().trim().min(1).max(60).nullable(),
})

const foundHit = z.object({
  key: z.string(),
  listName: z.string(),
  fictional: z.boolean(),
  ownerKey: z.string().nullable(),
  hit: z.object({
    score: z.number(),
    tier: z.enum(['strong', 'review']),
    partyName: z.string(),
    listName: z.string(),
    weakAlias: z.boolean(),
    explanation: z.array(z.object({ kind: z.string(), from: z.string(), to: z.string(), weight: z.number() })),
  }),
  entry: z.object({
    id: z.string(),
    kind,
    names: z.array(z.object({ text: z.string(), weak: z.boolean() })),
    identifiers: z.array(z.object({ kind: z.string(), value: z.string() })),
    countries: z.array(z.string()),
    birthDates: z.array(z.string()),
    programmes: z.array(z.string()),
    effect: z.enum(['block', 'sectoral']),
    listedOn: z.string().nullable(),
    delistedOn: z.string().nullable(),
  }),
})

const licence = z.object({
  id,
  number: z.string(),
  authority: z.string(),
  scope: z.string(),
  validFrom: day,
  expiresOn: day,
})

const licenceInput = {
  number: z.string().trim().min(1).max(80),
  authority: z.string().trim().min(1).max(200),
  scope: z.string().trim().min(1).max(1000),
  validFrom: day,
  expiresOn: day,
  revision: z.int(),
}

const standing = z.object({
  screeningId: id,
  subjectKind: z.enum(SUBJECT_KINDS),
  subjectId: id,
  name: z.string(),
  state,
  stale: z.array(z.enum(STALE_REASONS)),
  conditions: z.string().nullable(),
})

const settings = z.object({
  inForce: z.boolean(),
  threshold: z.number().min(0.5).max(1),
  maxListAgeDays: z.int().min(1).max(366),
  maxScreeningAgeDays: z.int().min(1).max(366),
  technologyRequired: z.boolean(),
})

const reason = z.string().trim().min(3).max(2000)
const ofProgramme = z.object({ programmeId: id })
const ofScreening = ofProgramme.extend({ screeningId: id })
const ofQuestionnaire = ofProgramme.extend({ questionnaireId: id })
const tags = ['compliance']

export const complianceContract = {
  readDesk: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/screening',
      summary: 'What is in force, with which watch lists',
      tags,
    })
    .input(ofProgramme)
    .output(
      z.object({
        policy: settings.extend({ revision: z.int() }),
        service: z.string().nullable(),
        isHeldByList: z.boolean(),
        lists: z.array(
          z.object({
            id,
            code: z.string(),
            name: z.string(),
            format: z.string(),
            source: z.string().nullable(),
            fictional: z.boolean(),
            retiredAt: instant.nullable(),
            ageDays: z.int().nullable(),
            isOld: z.boolean(),
            versions: z.array(
              z.object({
                id,
                number: z.int(),
                fileName: z.string(),
                sha256: z.string(),
                entryCount: z.int(),
                publishedOn: day.nullable(),
                importedByName: z.string().nullable(),
                importedAt: instant,
                confirmedAt: instant,
              }),
            ),
          }),
        ),
        proposals: z.array(
          z.object({
            id,
            kind: z.enum(['switch-off', 'retire-list']),
            listName: z.string().nullable(),
            reason: z.string(),
            proposedByName: z.string().nullable(),
            proposedAt: instant,
            mayDecide: z.boolean(),
          }),
        ),
        gates: z.array(z.object({ gate: z.enum(GATES), hard: z.boolean() })),
        may: z.object({ manage: z.boolean(), importLists: z.boolean(), setPolicy: z.boolean() }),
      }),
    ),

  setPolicy: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/screening/policy',
      summary: 'What the programme demands; out of force only by two people',
      tags,
    })
    .input(ofProgramme.extend({ ...settings.shape, revision: z.int() }))
    .output(acknowledged),

  proposeWeakening: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/proposals',
      summary: 'Ask to take screening out of force, or a list away',
      tags,
    })
    .input(
      ofProgramme.extend({ kind: z.enum(['switch-off', 'retire-list']), listId: id.nullable().default(null), reason }),
    )
    .output(z.object({ id })),

  decideProposal: route
    .meta({ access: readers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/proposals/{proposalId}/decision',
      summary: 'The second person’s word',
      tags,
    })
    .input(ofProgramme.extend({ proposalId: id, outcome: z.enum(['confirmed', 'rejected']) }))
    .output(acknowledged),

  importList: route
    .meta({ access: ['operator', 'auditor'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/lists',
      summary: 'Read a watch list in: all of it or nothing',
      tags,
    })
    .input(
      ofProgramme.extend({
        code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
        name: z.string().trim().min(1).max(200),
        format: z.enum(LIST_FORMATS),
        source: z.string().trim().min(1).max(500).nullable().default(null),
        publishedOn: day.nullable().default(null),
        file: z.file(),
      }),
    )
    .output(z.object({ listId: id, version: z.int(), entries: z.int(), unchanged: z.boolean() })),

  listScreenings: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/screening/parties',
      summary: 'Everybody who was checked, those who wait for somebody first',
      tags,
    })
    .input(ofProgramme)
    .output(
      z.object({
        rows: z.array(
          standing.extend({
            names: z.array(z.string()),
            countries: z.array(z.string()),
            hits: z.int(),
            bestScore: z.number().nullable(),
            fictional: z.boolean(),
            checkedAt: instant.nullable(),
          }),
        ),
      }),
    ),

  readBadges: route
    .meta({ access: readers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/badges',
      summary: 'How subjects stand, for a word beside their names',
      tags,
    })
    .input(ofProgramme.extend({ subjectKind: z.enum(SUBJECT_KINDS), subjectIds: z.array(id).max(500) }))
    .output(
      z.object({
        inForce: z.boolean(),
        rows: z.array(standing.pick({ screeningId: true, subjectId: true, state: true, stale: true })),
      }),
    ),

  screenProspect: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/parties',
      summary: 'Check a name before there is a record of it',
      tags,
    })
    .input(ofProgramme.extend({ party }))
    .output(standing),

  readScreening: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/screening/parties/{screeningId}',
      summary: 'One party with hits, decisions and licences',
      tags,
    })
    .input(ofScreening)
    .output(
      standing.extend({
        party,
        owners: z.array(owner),
        ownership: z.object({ share: z.number(), multiplied: z.number(), reachesLimit: z.boolean() }).nullable(),
        reason: z.string().nullable(),
        attribute: z.enum(ATTRIBUTES).nullable(),
        escalatedByName: z.string().nullable(),
        revision: z.int(),
        check: z
          .object({
            id,
            matcherVersion: z.string(),
            threshold: z.number(),
            service: z.string().nullable(),
            hits: z.array(foundHit),
            checkedAt: instant,
          })
          .nullable(),
        decisions: z.array(
          z.object({
            id,
            fromState: state,
            toState: state,
            reason: z.string(),
            attribute: z.enum(ATTRIBUTES).nullable(),
            conditions: z.string().nullable(),
            decidedByName: z.string().nullable(),
            decidedAt: instant,
            checkedAt: instant.nullable(),
            hits: z.array(foundHit),
          }),
        ),
        licences: z.array(licence),
        may: z.object({ manage: z.boolean(), deeds: z.array(deed), addLicence: z.boolean() }),
      }),
    ),

  previewAsOf: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/screening/parties/{screeningId}/hits',
      summary: 'What the lists had on a day in the past',
      tags,
    })
    .input(ofScreening.extend({ asOf: day }))
    .output(z.object({ hits: z.array(foundHit) })),

  checkAgain: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/parties/{screeningId}/checks',
      summary: 'Check a party against the lists as they are now',
      tags,
    })
    .input(ofScreening)
    .output(standing),

  setOwners: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/screening/parties/{screeningId}/owners',
      summary: 'Who holds the party; owners are checked like itself',
      tags,
    })
    .input(ofScreening.extend({ revision: z.int(), owners: z.array(owner).max(60) }))
    .output(standing),

  decideScreening: route
    .meta({ access: readers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/parties/{screeningId}/decisions',
      summary: 'A person’s word on a party',
      tags,
    })
    .input(
      ofScreening.extend({
        deed,
        revision: z.int(),
        reason,
        attribute: z.enum(ATTRIBUTES).nullable().default(null),
        conditions: z.string().trim().min(3).max(2000).nullable().default(null),
      }),
    )
    .output(z.object({ state })),

  addLicence: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/screening/parties/{screeningId}/licences',
      summary: 'A licence for dealing with the party',
      tags,
    })
    .input(ofScreening.extend(licenceInput))
    .output(z.object({ state })),

  listQuestionnaires: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/technologies',
      summary: 'What is handed over, and the control entries to check',
      tags,
    })
    .input(ofProgramme)
    .output(
      z.object({
        rows: z.array(
          z.object({
            id,
            subjectKind: z.enum(TECHNOLOGY_SUBJECTS),
            subjectId: id,
            title: z.string(),
            technology: z.string(),
            answers: z.array(z.object({ key: z.string(), text: z.string(), value: z.number() })),
            entries: z.array(z.object({ code: z.string(), first: z.boolean() })),
            tableVersion: z.string(),
            state: z.enum(TECHNOLOGY_STATES),
            reason: z.string().nullable(),
            expiresOn: day.nullable(),
            determinedByName: z.string().nullable(),
            determinedAt: instant.nullable(),
            revision: z.int(),
            licences: z.array(licence),
            passes: z.boolean(),
          }),
        ),
        /** Which entries somebody should read for which technology; never a list of what is free. */
        table: z.object({
          version: z.string(),
          technologies: z.array(
            z.object({
              key: z.string(),
              title: localizedText(300),
              parameters: z.array(z.object({ key: z.string(), title: localizedText(300), example: z.string() })),
            }),
          ),
          entries: z.array(z.object({ code: z.string(), title: localizedText(300) })),
          sources: z.array(z.object({ title: localizedText(300), url: z.string() })),
        }),
        may: z.object({ manage: z.boolean() }),
      }),
    ),

  openQuestionnaire: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/technologies',
      summary: 'Describe a technology; answers with the entries to check',
      tags,
    })
    .input(
      ofProgramme.extend({
        subjectKind: z.enum(TECHNOLOGY_SUBJECTS),
        subjectId: id.nullable().default(null),
        title: z.string().trim().min(1).max(300),
        technology: z.string().min(1).max(60),
        answers: z.array(z.object({ key: z.string().min(1).max(60), text: z.string().trim().min(1).max(60) })).max(20),
      }),
    )
    .output(z.object({ id, entries: z.array(z.object({ code: z.string(), first: z.boolean() })) })),

  determineTechnology: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/technologies/{questionnaireId}/determination',
      summary: 'What a person makes of the entries',
      tags,
    })
    .input(
      ofQuestionnaire.extend({
        revision: z.int(),
        outcome: z.enum(['no-licence-needed', 'licence-required']),
        reason,
        expiresOn: day,
      }),
    )
    .output(acknowledged),

  addTechnologyLicence: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/technologies/{questionnaireId}/licences',
      summary: 'A licence for handing the technology over',
      tags,
    })
    .input(ofQuestionnaire.extend(licenceInput))
    .output(acknowledged),
}
