import { z } from 'zod'
import { route } from '../accounts/contract.ts'
import { acknowledged, day, id, instant, locale, localizedText } from '../shapes.ts'
import { CASE_STATES } from './domain/case.ts'

export { CASE_STATES }

const ofProgramme = z.object({ programmeId: id })
const ofCase = ofProgramme.extend({ caseId: id })
/** The revision one has seen: of two people who change a case at once the second is told. */
const seen = ofCase.extend({ revision: z.int().min(1) })
const readers = ['operator', 'official'] as const
const changed = z.object({ revision: z.int() })

const company = z.object({ id, code: z.string(), name: localizedText(300), synthetic: z.boolean() })
const owner = z.object({ id, name: z.string() })
const line = z
  .string()
  .trim()
  .max(500)
  .nullable()
  .default(null)
  .transform((text) => text || null)

const cooperationCase = z.object({
  id,
  requestId: id.nullable(),
  host: company,
  guest: company,
  about: z.string().nullable(),
  state: z.enum(CASE_STATES),
  owner: owner.nullable(),
  nextAction: z.string().nullable(),
  nextActionOn: day.nullable(),
  /** Of the programme's first side: the day ends by this clock. */
  timeZone: z.string(),
  confidential: z.boolean(),
  revision: z.int(),
  openedAt: instant,
  movedAt: instant,
  age: z.object({ days: z.int(), daysInState: z.int(), overdue: z.boolean(), stale: z.boolean() }),
  /** Where the reader may move it. */
  mayMoveTo: z.array(z.enum(CASE_STATES)),
})

const tags = ['cases']

/** What follows a meeting, for operators and brokers; officials read along. */
export const casesContract = {
  listCases: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/cases',
      summary: 'Cases, nearest next action first',
      tags,
    })
    .input(ofProgramme)
    .output(z.object({ rows: z.array(cooperationCase), owners: z.array(owner) })),

  readCase: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/cases/{caseId}',
      summary: 'One case with its history, notes and documents',
      tags,
    })
    .input(ofCase)
    .output(
      cooperationCase.extend({
        steps: z.array(
          z.object({
            kind: z.enum(['opened', 'moved', 'transferred', 'planned']),
            fromText: z.string().nullable(),
            toText: z.string().nullable(),
            fromPerson: z.string().nullable(),
            toPerson: z.string().nullable(),
            dueOn: day.nullable(),
            byName: z.string().nullable(),
            at: instant,
          }),
        ),
        notes: z.array(z.object({ id, text: z.string(), name: z.string().nullable(), writtenAt: instant })),
        documents: z.array(
          z.object({ id, fileName: z.string(), sizeBytes: z.int(), name: z.string().nullable(), addedAt: instant }),
        ),
        owners: z.array(owner),
      }),
    ),

  openCase: route
    .meta({ access: ['operator'] })
    .route({ method: 'POST', path: '/programmes/{programmeId}/cases', summary: 'Open a case by hand', tags })
    .input(
      ofProgramme.extend({
        hostCompanyId: id,
        guestCompanyId: id,
        about: line,
        nextAction: line,
        nextActionOn: day.nullable().default(null),
      }),
    )
    .output(z.object({ id })),

  moveCase: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/cases/{caseId}/state',
      summary: 'Move a case to another state',
      tags,
    })
    .input(seen.extend({ state: z.enum(CASE_STATES) }))
    .output(changed),

  planCase: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/cases/{caseId}/next-action',
      summary: 'What is to be done next, and by when',
      tags,
    })
    .input(seen.extend({ nextAction: line, nextActionOn: day.nullable().default(null) }))
    .output(changed),

  transferCase: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/cases/{caseId}/owner',
      summary: 'Hand a case to another operator or broker',
      tags,
    })
    .input(seen.extend({ ownerId: id }))
    .output(changed),

  addCaseNote: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/cases/{caseId}/notes',
      summary: 'Put a note to a case',
      tags,
    })
    .input(ofCase.extend({ text: z.string().trim().min(1).max(4000) }))
    .output(acknowledged),

  addCaseDocument: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/cases/{caseId}/documents',
      summary: 'Put a document to a case',
      tags,
    })
    .input(ofCase.extend({ file: z.file() }))
    .output(acknowledged),

  readCaseDocument: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/cases/{caseId}/documents/{documentId}',
      summary: 'A document of a case',
      tags,
    })
    .input(ofCase.extend({ documentId: id }))
    .output(z.file()),

  exportCases: route
    .meta({ access: readers })
    .route({ method: 'GET', path: '/programmes/{programmeId}/cases-export', summary: 'All cases as a workbook', tags })
    .input(ofProgramme.extend({ locale }))
    .output(z.file()),
}
