import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Conversion } from './conversion.ts'
import type { Money } from '../../../kernel/money.ts'

export const OUTCOME_KINDS = [
  'investment',
  'joint-development',
  'memorandum',
  'licence',
  'supply',
  'contract',
  'payment',
  'incorporation',
  'residence',
  'talks',
  'other',
] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

/** How far an amount has come. Amounts of different basis are different things and are never added. */
export const BASES = ['talked', 'pursued', 'signed', 'paid'] as const
export type Basis = (typeof BASES)[number]

/** How well it is proven, weakest first. */
export const GRADES = ['claimed', 'one-side', 'both-sides', 'document', 'third-party'] as const
export type Grade = (typeof GRADES)[number]

export const isAtLeast = (grade: Grade, least: Grade): boolean => GRADES.indexOf(grade) >= GRADES.indexOf(least)

export interface OutcomeParty {
  /** Null: a party outside the programme. */
  readonly companyId: Id | null
  readonly sideId: Id | null
  readonly name: LocalizedText
}

/** One of the occasions on which the same thing was announced. Announcing it again does not count it again. */
export interface Announcement {
  readonly on: string
  readonly amount: Money | null
  readonly source: string
}

/** What an outcome is, without its place in the history of its record. */
export interface OutcomeFacts {
  readonly reference: string
  readonly kind: OutcomeKind
  readonly title: LocalizedText
  readonly parties: readonly OutcomeParty[]
  readonly basis: Basis
  readonly amount: Money | null
  readonly grade: Grade
  readonly happenedOn: string
  readonly eventId: Id | null
  readonly requestId: Id | null
  readonly agreementId: Id | null
  readonly commitmentId: Id | null
  readonly evidence: string | null
  readonly conversions: readonly Conversion[]
  readonly announcements: readonly Announcement[]
}

/** Under which name a record is the same as another: what it is attributed to, else the operator's reference. */
export const referenceOf = ({
  agreementId,
  commitmentId,
  reference,
}: {
  readonly agreementId: Id | null
  readonly commitmentId: Id | null
  readonly reference: string | null
}): string | null => {
  if (commitmentId !== null) return `commitment/${commitmentId}`
  if (agreementId !== null) return `agreement/${agreementId}`
  return reference
}

/** Two parties are the same when they are the same company or are called the same in some language. */
const isSameParty = (a: OutcomeParty, b: OutcomeParty): boolean => {
  if (a.companyId !== null && b.companyId !== null) return a.companyId === b.companyId
  const names = new Set(Object.values(a.name).map(fold))
  return Object.values(b.name).some((name) => names.has(fold(name)))
}

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * Whether two records look like one thing told twice: the same kind, basis and amount between the same parties. The
 * days may differ, because the same agreement is announced again and again.
 */
export function looksAlike(
  a: Pick<OutcomeFacts, 'kind' | 'basis' | 'amount' | 'parties'>,
  b: Pick<OutcomeFacts, 'kind' | 'basis' | 'amount' | 'parties'>,
): boolean {
  if (a.kind !== b.kind || a.basis !== b.basis) return false
  if (a.amount === null || b.amount === null) return false
  if (a.amount.currency !== b.amount.currency || a.amount.minor !== b.amount.minor) return false
  return a.parties.every((party) => b.parties.some((other) => isSameParty(party, other)))
}

/** The grade after a company of the parties has said that it is so. A document is not made stronger by that. */
export function gradeAfterConfirmation(
  grade: Grade,
  parties: readonly OutcomeParty[],
  confirmedBy: readonly Id[],
): Grade {
  if (isAtLeast(grade, 'document')) return grade
  const sides = new Set(
    parties.flatMap(({ companyId, sideId }) =>
      companyId !== null && confirmedBy.includes(companyId) ? [sideId ?? companyId] : [],
    ),
  )
  const reached: Grade = sides.size > 1 ? 'both-sides' : sides.size === 1 ? 'one-side' : 'claimed'
  return isAtLeast(grade, reached) ? grade : reached
}
