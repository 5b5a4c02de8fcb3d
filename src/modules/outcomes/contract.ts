import { z } from 'zod'
import { route } from '../accounts/contract.ts'
import { acknowledged, day, id, instant, locale, localizedName, localizedText } from '../shapes.ts'
import { FIGURE_SOURCES } from './domain/definition.ts'
import { RUNGS } from './domain/ladder.ts'
import { CURRENCIES } from '../../kernel/money.ts'
import { BASES, GRADES, OUTCOME_KINDS } from './domain/outcome.ts'

// Screens write figures as reports and articles do.
export { countText, figureText } from './domain/figure-text.ts'

const currency = z.enum(CURRENCIES)

/** Digits in units of the currency, as text: a JSON number would lose the last ones of a large amount unseen. */
export const amountInput = z.object({ value: z.string().regex(/^\d{1,20}(\.\d{1,4})?$/), currency })

/** Minor units: cents of a dollar, whole won. */
export const amount = z.object({ minor: z.number().int().nonnegative(), currency })

const rate = z.object({
  value: z.string().regex(/^\d{1,12}(\.\d{1,8})?$/),
  date: day,
  source: z.string().trim().min(1).max(200),
})

const party = z.object({ companyId: id.nullable(), sideId: id.nullable(), name: localizedText(300) })

const conversionInput = z.object({
  currency,
  /** As it was published, digits as text; null: compute it from the rate. */
  published: z
    .string()
    .regex(/^\d{1,20}(\.\d{1,4})?$/)
    .nullable(),
  rate: rate.nullable(),
  /** Units to which it is rounded: 100000000 for a hundred million won. */
  roundedTo: z.number().int().min(1).max(1_000_000_000_000).default(1),
})

export const conversion = z.object({
  amount,
  rate: rate.nullable(),
  roundedTo: z.number(),
  origin: z.enum(['published', 'computed']),
  /** By which part the published amount departs from the computed one. */
  departure: z.number().nullable(),
  /** More than half a percent: somebody should look. */
  warns: z.boolean(),
})

const announcement = z.object({ on: day, amount: amount.nullable(), source: z.string() })

const announcementInput = z.object({
  on: day,
  amount: amountInput.nullable().default(null),
  source: z.string().trim().min(1).max(300),
})

const facts = {
  title: localizedName(300),
  amount: amountInput.nullable().default(null),
  grade: z.enum(GRADES),
  happenedOn: day,
  evidence: z.string().trim().max(500).nullable().default(null),
  conversions: z.array(conversionInput).max(5).default([]),
}

export const outcome = z.object({
  id,
  revision: z.number().int(),
  reference: z.string(),
  kind: z.enum(OUTCOME_KINDS),
  title: localizedText(300),
  parties: z.array(party),
  basis: z.enum(BASES),
  amount: amount.nullable(),
  grade: z.enum(GRADES),
  happenedOn: day,
  eventId: id.nullable(),
  requestId: id.nullable(),
  agreementId: id.nullable(),
  commitmentId: id.nullable(),
  evidence: z.string().nullable(),
  conversions: z.array(conversion),
  announcements: z.array(announcement),
  confirmedBy: z.array(id),
  status: z.enum(['recorded', 'withdrawn']),
  reason: z.string().nullable(),
  changedAt: instant,
  may: z.object({ edit: z.boolean(), confirm: z.boolean() }),
})

const days = { from: day.optional(), until: day.optional() }

export const figureDefinition = z.object({
  source: z.enum(FIGURE_SOURCES),
  measure: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('records') }),
    z.object({ kind: z.literal('companies') }),
    z.object({ kind: z.literal('amount'), currency, basis: z.enum(BASES) }),
    z.object({ kind: z.literal('share'), statuses: z.array(z.string().max(40)).max(12) }),
  ]),
  where: z
    .object({
      kinds: z.array(z.enum(OUTCOME_KINDS)).max(OUTCOME_KINDS.length).optional(),
      bases: z.array(z.enum(BASES)).max(BASES.length).optional(),
      leastGrade: z.enum(GRADES).optional(),
      statuses: z.array(z.string().max(40)).max(12).optional(),
      sideId: id.optional(),
      eventId: id.optional(),
      ...days,
    })
    .default({}),
})

export const countedRecord = z.object({
  id,
  revision: z.number().int(),
  source: z.enum(FIGURE_SOURCES),
  kind: z.string(),
  title: localizedText(400),
  parties: z.array(party),
  basis: z.enum(BASES).nullable(),
  amount: z.object({ minor: z.number(), currency: z.string() }).nullable(),
  grade: z.enum(GRADES).nullable(),
  on: day.nullable(),
  status: z.string(),
  synthetic: z.boolean(),
})

export const announcedBeside = z.object({
  id,
  value: z.number(),
  unit: z.string(),
  asOf: day.nullable(),
  source: z.string(),
  /** Announced less recorded. */
  difference: z.number().nullable(),
  explanation: localizedText(1000),
})

export const figure = z.object({
  id,
  code: z.string(),
  name: localizedText(200),
  definition: figureDefinition,
  /** Null: nothing to take a share of. Amounts in units of the currency. */
  value: z.number().nullable(),
  unit: z.string(),
  bySide: z.array(z.object({ sideId: id, count: z.number().int() })),
  count: z.number().int(),
  asOf: instant,
  announced: z.array(announcedBeside),
})

const ofProgramme = z.object({ programmeId: id })
const ofOutcome = ofProgramme.extend({ outcomeId: id })
const ofFigure = ofProgramme.extend({ figureId: id })
const readers = ['operator', 'official'] as const

export const outcomesContract = {
  listOutcomes: route
    .meta({ access: ['operator', 'official', 'company-representative'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/outcomes',
      summary: 'Outcome records; a representative sees those of the own company',
      tags: ['outcomes'],
    })
    .input(ofProgramme)
    .output(z.object({ rows: z.array(outcome) })),

  readOutcome: route
    .meta({ access: ['operator', 'official', 'company-representative'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/outcomes/{outcomeId}',
      summary: 'One outcome record',
      tags: ['outcomes'],
    })
    .input(ofOutcome)
    .output(outcome),

  recordOutcome: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/outcomes',
      summary: 'Record what came of it',
      tags: ['outcomes'],
    })
    .input(
      ofProgramme.extend({
        ...facts,
        kind: z.enum(OUTCOME_KINDS),
        basis: z.enum(BASES),
        reference: z.string().trim().min(1).max(60).nullable().default(null),
        parties: z.array(party).min(1).max(20),
        eventId: id.nullable().default(null),
        requestId: id.nullable().default(null),
        agreementId: id.nullable().default(null),
        commitmentId: id.nullable().default(null),
        announcements: z.array(announcementInput).max(20).default([]),
        /** It is another thing, although it looks like one that is recorded. */
        distinct: z.boolean().default(false),
      }),
    )
    .output(z.object({ id, conversions: z.array(conversion) })),

  changeOutcome: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/outcomes/{outcomeId}',
      summary: 'Correct a record; its earlier state stays',
      tags: ['outcomes'],
    })
    .input(ofOutcome.extend({ ...facts, revision: z.number().int() }))
    .output(z.object({ revision: z.number().int(), conversions: z.array(conversion) })),

  withdrawOutcome: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/outcomes/{outcomeId}/withdrawal',
      summary: 'Take a record out of every figure',
      tags: ['outcomes'],
    })
    .input(ofOutcome.extend({ reason: z.string().trim().min(1).max(500) }))
    .output(acknowledged),

  noteAnnouncement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/outcomes/{outcomeId}/announcements',
      summary: 'Note that the same thing was announced once more; it still counts once',
      tags: ['outcomes'],
    })
    .input(ofOutcome.extend(announcementInput.shape))
    .output(acknowledged),

  confirmOutcome: route
    .meta({ access: ['company-representative'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/outcomes/{outcomeId}/confirmation',
      summary: 'Say for a company of the parties that it is so',
      tags: ['outcomes'],
    })
    .input(ofOutcome)
    .output(z.object({ grade: z.enum(GRADES) })),

  announceFigure: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/announced-figures',
      summary: 'Keep a number as it was published',
      tags: ['outcomes'],
    })
    .input(
      ofProgramme.extend({
        figure: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
        name: localizedName(200),
        value: z.number(),
        unit: z.string().trim().min(1).max(40),
        asOf: day.nullable().default(null),
        source: z.string().trim().min(1).max(300),
      }),
    )
    .output(z.object({ id })),

  explainDifference: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/announced-figures/{announcedId}/explanation',
      summary: 'Say why an announced number differs from the records',
      tags: ['outcomes'],
    })
    .input(ofProgramme.extend({ announcedId: id, explanation: localizedText(1000) }))
    .output(acknowledged),

  listFigures: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/figures',
      summary: 'Figures with what was announced beside what is recorded',
      tags: ['outcomes'],
    })
    .input(ofProgramme.extend({ asOf: instant.optional() }))
    .output(z.object({ rows: z.array(figure) })),

  readFigure: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/figures/{figureId}',
      summary: 'One figure with the list behind it and the times it was frozen',
      tags: ['outcomes'],
    })
    .input(ofFigure.extend({ asOf: instant.optional() }))
    .output(
      z.object({
        figure,
        records: z.array(countedRecord),
        snapshots: z.array(
          z.object({
            id,
            value: z.number().nullable(),
            unit: z.string(),
            asOf: instant,
            sha256: z.string(),
            records: z.number().int(),
            frozenAt: instant,
          }),
        ),
      }),
    ),

  defineFigure: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/figures',
      summary: 'Define a figure over the records',
      tags: ['outcomes'],
    })
    .input(
      ofProgramme.extend({
        code: z.string().regex(/^[a-z][a-z0-9-]{1,60}$/),
        name: localizedName(200),
        definition: figureDefinition,
      }),
    )
    .output(z.object({ id })),

  freezeFigure: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/figures/{figureId}/snapshots',
      summary: 'Keep a figure as it is, with the list behind it, under a hash',
      tags: ['outcomes'],
    })
    .input(ofFigure.extend({ asOf: instant.nullable().default(null) }))
    .output(z.object({ id, value: z.number().nullable(), unit: z.string(), sha256: z.string(), records: z.array(id) })),

  readDashboard: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/results',
      summary: 'Ladder, funnel, timeline and flows between the sides',
      tags: ['outcomes'],
    })
    .input(ofProgramme)
    .output(
      z.object({
        ladder: z.array(
          z.object({
            rung: z.enum(RUNGS),
            /** Null: not recorded here. */
            count: z.number().int().nullable(),
            amounts: z.array(z.object({ currency: z.string(), minor: z.number() })),
          }),
        ),
        funnel: z.array(z.object({ step: z.string(), count: z.number().int().nullable() })),
        timeline: z.array(z.object({ on: day, kind: z.string(), count: z.number().int() })),
        flows: z.array(z.object({ from: id, to: id, kind: z.string(), count: z.number().int() })),
      }),
    ),

  exportOutcomes: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/outcomes-export',
      summary: 'Figures, ladder and records as a workbook',
      tags: ['outcomes'],
    })
    .input(ofProgramme.extend({ locale }))
    .output(z.file()),

  printReport: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/results-report',
      summary: 'The official one-page report as PDF',
      tags: ['outcomes'],
    })
    .input(ofProgramme.extend({ locale }))
    .output(z.file()),
}
