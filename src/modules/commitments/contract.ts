import { z } from 'zod'
import { route } from '../accounts/contract.ts'
import { evidenceKind, money } from '../agreements/contract.ts'
import { acknowledged, day, id, instant, localizedName, localizedText } from '../shapes.ts'
import { COMPARISONS, METHODS, QUANTITIES } from './domain/acceptance/criterion.ts'
import { COMMITMENT_STATUSES } from './domain/commitment.ts'

const criterion = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  method: z.enum(METHODS),
  quantity: z.enum(QUANTITIES),
  comparison: z.enum(COMPARISONS),
  limit: z.number().min(-1e15).max(1e15),
  unit: z.string().trim().min(1).max(20),
  tolerance: z.object({ value: z.number().positive().max(1e15), unit: z.string().trim().min(1).max(20) }).nullable(),
})

const assessment = z.object({
  method: z.enum(METHODS),
  /** Name and version of the computation: the same file and criteria give the same result. */
  computation: z.string(),
  sha256: z.string(),
  points: z.int(),
  units: z.record(z.string(), z.string()),
  quantities: z.array(z.object({ quantity: z.enum(QUANTITIES), value: z.number(), unit: z.string() })),
  criteria: z.array(
    z.object({
      key: z.string(),
      quantity: z.enum(QUANTITIES),
      comparison: z.enum(COMPARISONS),
      limit: z.number(),
      unit: z.string(),
      value: z.number().nullable(),
      met: z.boolean().nullable(),
    }),
  ),
  plot: z
    .object({
      kind: z.enum(['line', 'bars', 'map']),
      x: z.array(z.number()),
      y: z.array(z.number()),
      z: z.array(z.number()).nullable(),
      xUnit: z.string(),
      yUnit: z.string(),
      zUnit: z.string().nullable(),
    })
    .nullable(),
  issues: z.array(z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })),
})

export const commitment = z.object({
  id,
  agreement: z.object({ id, number: z.string(), title: localizedText(300) }),
  /** Whose promise it is. */
  partyId: id,
  parties: z.array(
    z.object({
      id,
      position: z.int(),
      companyId: id.nullable(),
      name: localizedText(300),
      legalName: z.string(),
      latinName: z.string(),
    }),
  ),
  what: localizedText(1000),
  dueOn: day.nullable(),
  timeZone: z.string(),
  evidenceKind,
  status: z.enum(COMMITMENT_STATUSES),
  overdueSince: day.nullable(),
  fulfilledAt: instant.nullable(),
  amount: money.nullable(),
  criteria: z.array(criterion),
  source: z.string().nullable(),
  note: localizedText(2000),
  reason: z.string().nullable(),
  revision: z.int(),
  moves: z.array(z.object({ fromOn: day.nullable(), toOn: day.nullable(), reason: z.string(), movedAt: instant })),
  evidence: z.array(
    z.object({
      id,
      partyId: id,
      note: z.string(),
      file: z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), sizeBytes: z.int() }).nullable(),
      assessment: assessment.nullable(),
      givenAt: instant,
      verdicts: z.array(
        z.object({
          partyId: id,
          verdict: z.enum(['accept', 'object']),
          reason: z.string().nullable(),
          givenAt: instant,
        }),
      ),
    }),
  ),
  may: z.object({ manage: z.boolean(), giveEvidence: z.boolean(), judgeFor: z.array(id) }),
})

const ofProgramme = z.object({ programmeId: id })
const ofCommitment = ofProgramme.extend({ commitmentId: id })
const readers = ['operator', 'official', 'company-representative'] as const
const writers = ['operator', 'company-representative'] as const
const reason = z.string().trim().min(1).max(1000)

export const commitmentsContract = {
  listCommitments: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/commitments',
      summary: 'Commitments with the rate of those fulfilled; a representative sees those of the own agreements',
      tags: ['commitments'],
    })
    .input(ofProgramme.extend({ agreementId: id.optional(), status: z.enum(COMMITMENT_STATUSES).optional() }))
    .output(
      z.object({
        rows: z.array(commitment),
        /** rate: null as long as nothing was due. */
        fulfilment: z.object({ fulfilled: z.int(), due: z.int(), rate: z.number().nullable() }),
      }),
    ),

  readCommitment: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/commitments/{commitmentId}',
      summary: 'One commitment with its history and evidence',
      tags: ['commitments'],
    })
    .input(ofCommitment)
    .output(commitment),

  readTimeline: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements/{agreementId}/timeline',
      summary: 'An agreement and its commitments in time order',
      tags: ['commitments'],
    })
    .input(ofProgramme.extend({ agreementId: id }))
    .output(
      z.object({
        points: z.array(
          z.object({
            kind: z.enum(['sent', 'signature', 'signed', 'due', 'moved', 'evidence', 'verdict', 'fulfilled']),
            at: instant,
            day: day.nullable(),
            timeZone: z.string().nullable(),
            commitmentId: id.nullable(),
            partyId: id.nullable(),
            verdict: z.enum(['accept', 'object']).nullable(),
          }),
        ),
      }),
    ),

  createCommitment: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/commitments',
      summary: 'Enter a promise of a signed agreement by hand',
      tags: ['commitments'],
    })
    .input(
      ofProgramme.extend({
        agreementId: id,
        partyId: id,
        what: localizedName(1000),
        dueOn: day.nullable(),
        evidenceKind,
        amount: money.nullable().default(null),
        followed: z.boolean().default(true),
        source: z.string().trim().min(1).max(500).nullable().default(null),
        note: localizedText(2000).default({}),
      }),
    )
    .output(z.object({ id })),

  moveDueDate: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/due-dates',
      summary: 'Another day, with its reason; the days before stay on record',
      tags: ['commitments'],
    })
    .input(ofCommitment.extend({ dueOn: day.nullable(), reason }))
    .output(acknowledged),

  setCriteria: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/criteria',
      summary: 'What the result is judged by',
      tags: ['commitments'],
    })
    .input(ofCommitment.extend({ criteria: z.array(criterion).max(20) }))
    .output(acknowledged),

  giveEvidence: route
    .meta({ access: writers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/evidence',
      summary: 'Show that the promise is kept; a measurement file is read and computed',
      tags: ['commitments'],
    })
    .input(
      ofCommitment.extend({
        note: z.string().trim().min(1).max(2000),
        file: z.file().nullable().default(null),
        method: z.enum(METHODS).nullable().default(null),
      }),
    )
    .output(z.object({ id, assessment: assessment.nullable() })),

  readEvidenceFile: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/evidence/{evidenceId}/file',
      summary: 'The file that was shown',
      tags: ['commitments'],
    })
    .input(ofCommitment.extend({ evidenceId: id }))
    .output(z.file()),

  judgeEvidence: route
    .meta({ access: writers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/evidence/{evidenceId}/verdicts',
      summary: 'Accept the newest evidence for a party, or object',
      tags: ['commitments'],
    })
    .input(
      ofCommitment.extend({
        evidenceId: id,
        partyId: id,
        verdict: z.enum(['accept', 'object']),
        reason: reason.nullable().default(null),
      }),
    )
    .output(z.object({ status: z.enum(COMMITMENT_STATUSES) })),

  suspendCommitment: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/suspension',
      summary: 'Suspend by law',
      tags: ['commitments'],
    })
    .input(ofCommitment.extend({ reason }))
    .output(acknowledged),

  resumeCommitment: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/resumption',
      summary: 'Take up again',
      tags: ['commitments'],
    })
    .input(ofCommitment)
    .output(acknowledged),

  withdrawCommitment: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/commitments/{commitmentId}/withdrawal',
      summary: 'Drop by agreement of the parties',
      tags: ['commitments'],
    })
    .input(ofCommitment.extend({ reason }))
    .output(acknowledged),

  readExampleMeasurement: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/example-measurements/{method}',
      summary: 'A made-up measurement file of a method, to see what is read',
      tags: ['commitments'],
    })
    .input(ofProgramme.extend({ method: z.enum(METHODS) }))
    .output(z.file()),

  readWorkedExample: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/worked-examples/{method}',
      summary: 'Criteria of a method and what the made-up measurement file gives against them',
      tags: ['commitments'],
    })
    .input(ofProgramme.extend({ method: z.enum(METHODS) }))
    .output(z.object({ fileName: z.string(), criteria: z.array(criterion), assessment })),
}
