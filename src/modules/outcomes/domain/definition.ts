import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { CURRENCY_DIGITS, type Currency } from '../../../kernel/money.ts'
import { type Basis, type Grade, type OutcomeKind, type OutcomeParty, isAtLeast } from './outcome.ts'

/** What a figure can count: outcome records, participants of events, meeting requests, promises. */
export const FIGURE_SOURCES = ['outcomes', 'participants', 'requests', 'commitments'] as const
export type FigureSource = (typeof FIGURE_SOURCES)[number]

/**
 * records: how many; companies: how many different organisations; amount: their sum, of one currency and basis;
 * share: the part in one of `statuses`, in percent.
 */
export type Measure =
  | { readonly kind: 'records' }
  | { readonly kind: 'companies' }
  | { readonly kind: 'amount'; readonly currency: Currency; readonly basis: Basis }
  | { readonly kind: 'share'; readonly statuses: readonly string[] }

/** Which records count; what is absent does not narrow. */
export interface FigureFilter {
  readonly kinds?: readonly OutcomeKind[] | undefined
  readonly bases?: readonly Basis[] | undefined
  readonly leastGrade?: Grade | undefined
  /** Days, both included. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly statuses?: readonly string[] | undefined
  readonly sideId?: Id | undefined
  readonly eventId?: Id | undefined
}

/** A number as a question to the records. */
export interface FigureDefinition {
  readonly source: FigureSource
  readonly measure: Measure
  readonly where: FigureFilter
}

/** A record as figures see it, whatever table it comes from. */
export interface CountedRecord {
  readonly id: Id
  readonly revision: number
  readonly source: FigureSource
  readonly kind: string
  readonly title: LocalizedText
  readonly parties: readonly OutcomeParty[]
  readonly basis: Basis | null
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly grade: Grade | null
  readonly on: string | null
  readonly status: string
  readonly eventId: Id | null
  /** Made up for trying out. */
  readonly synthetic: boolean
}

/** The value of a figure with the list behind it. */
export interface MeasuredFigure {
  /** Null: there is nothing to take a share of. Amounts in units of the currency. */
  readonly value: number | null
  readonly unit: FigureUnit
  readonly records: readonly CountedRecord[]
  /** Companies by side, for counts of companies. */
  readonly bySide: readonly { readonly sideId: Id; readonly count: number }[]
}

export type FigureUnit = 'agreements' | 'records' | 'companies' | 'requests' | 'commitments' | 'percent' | Currency

const AGREEMENT_KINDS: readonly OutcomeKind[] = [
  'investment',
  'joint-development',
  'memorandum',
  'licence',
  'supply',
  'contract',
]

/** Refuses a definition that would add what cannot be added. */
export function decideDefinition(definition: FigureDefinition): Result<FigureDefinition> {
  const { measure, source, where } = definition
  if (measure.kind === 'amount') {
    if (source !== 'outcomes') return refuse('invalid', 'outcomes.amount-of-outcomes-only')
    const bases = where.bases ?? [measure.basis]
    if (bases.some((basis) => basis !== measure.basis)) return refuse('invalid', 'outcomes.amount-of-one-basis')
  }
  if (measure.kind === 'share' && measure.statuses.length === 0) return refuse('invalid', 'outcomes.share-of-nothing')
  if (where.from && where.until && where.from > where.until) return refuse('invalid', 'outcomes.days-reversed')
  return ok(definition)
}

export function unitOf({ source, measure, where }: FigureDefinition): FigureUnit {
  if (measure.kind === 'amount') return measure.currency
  if (measure.kind === 'share') return 'percent'
  if (measure.kind === 'companies' || source === 'participants') return 'companies'
  if (source === 'requests') return 'requests'
  if (source === 'commitments') return 'commitments'
  const isAgreements =
    where.bases?.every((basis) => basis === 'signed') && where.kinds?.every((kind) => AGREEMENT_KINDS.includes(kind))
  return isAgreements ? 'agreements' : 'records'
}

/** Counts what of `records` the definition asks for. Records of another source are passed over. */
export function measureFigure(definition: FigureDefinition, records: readonly CountedRecord[]): MeasuredFigure {
  const { measure } = definition
  const asked = records.filter((record) => record.source === definition.source && fits(definition, record))
  const unit = unitOf(definition)
  if (measure.kind === 'amount') {
    const counted = asked.filter(({ basis, currency }) => basis === measure.basis && currency === measure.currency)
    return { value: sumUnits(counted, measure.currency), unit, records: counted, bySide: [] }
  }
  if (measure.kind === 'share') {
    const part = asked.filter(({ status }) => measure.statuses.includes(status)).length
    const value = asked.length === 0 ? null : Math.round((1000 * part) / asked.length) / 10
    return { value, unit, records: asked, bySide: [] }
  }
  if (measure.kind === 'records' && definition.source !== 'participants') {
    return { value: asked.length, unit, records: asked, bySide: [] }
  }
  const companies = companiesOf(definition.where, asked)
  const bySide = Map.groupBy(
    companies.filter(({ sideId }) => sideId !== null),
    ({ sideId }) => sideId!,
  )
  return {
    value: companies.length,
    unit,
    records: asked,
    bySide: [...bySide].map(([sideId, ofSide]) => ({ sideId, count: ofSide.length })),
  }
}

function fits({ where }: FigureDefinition, record: CountedRecord): boolean {
  const { kinds, bases, leastGrade, from, until, statuses, sideId, eventId } = where
  return (
    (!kinds || (kinds as readonly string[]).includes(record.kind)) &&
    (!bases || (record.basis !== null && bases.includes(record.basis))) &&
    (!leastGrade || (record.grade !== null && isAtLeast(record.grade, leastGrade))) &&
    (!from || (record.on !== null && record.on >= from)) &&
    (!until || (record.on !== null && record.on <= until)) &&
    (!statuses || statuses.includes(record.status)) &&
    (!sideId || record.parties.some((party) => party.sideId === sideId)) &&
    (!eventId || record.eventId === eventId)
  )
}

/** Each organisation once, however many records name it. */
function companiesOf({ sideId }: FigureFilter, records: readonly CountedRecord[]): OutcomeParty[] {
  const byKey = new Map<string, OutcomeParty>()
  for (const party of records.flatMap(({ parties }) => parties)) {
    if (sideId && party.sideId !== sideId) continue
    const key = party.companyId ?? Object.values(party.name)[0] ?? ''
    if (!byKey.has(key)) byKey.set(key, party)
  }
  return [...byKey.values()]
}

/** In units of the currency. Throws where a sum would lose digits rather than print a wrong one. */
function sumUnits(records: readonly CountedRecord[], currency: Currency): number {
  const minor = records.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor ?? 0), 0n)
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`A sum in ${currency} is too large to be exact`)
  return Number(minor) / 10 ** CURRENCY_DIGITS[currency]
}

/** JSON with the keys of objects in order: what a hash is taken of must not depend on who wrote it down. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
