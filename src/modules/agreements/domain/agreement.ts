import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { Clause } from './clause.ts'
import type { Terms } from './terms.ts'

export const AGREEMENT_TYPES = [
  'mou',
  'joint-development',
  'investment',
  'commercial-with-technical-assistance',
  'licence',
  'supply',
  'nda',
] as const
export type AgreementType = (typeof AGREEMENT_TYPES)[number]

export const AGREEMENT_STATUSES = [
  'draft',
  'frozen',
  'sent',
  'signed',
  'declined',
  'expired',
  'recalled',
  'suspended-by-law',
] as const
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number]

export const SIGNING_MODES = ['remote', 'ceremony'] as const
export type SigningMode = (typeof SIGNING_MODES)[number]
export const SIGNING_ORDERS = ['in-order', 'parallel'] as const
export type SigningOrder = (typeof SIGNING_ORDERS)[number]

/** How somebody signed: by a code mailed to them, by a passkey of theirs, or on paper before witnesses as the operator recorded it. */
export const SIGNING_METHODS = ['mailed-code', 'passkey', 'ceremony'] as const
export type SigningMethod = (typeof SIGNING_METHODS)[number]

/** Why a signature has no time stamp: no answer in time, an answer that says no, or one that proves nothing. */
export const STAMP_PROBLEMS = ['unreachable', 'refused', 'invalid'] as const
export type StampProblem = (typeof STAMP_PROBLEMS)[number]

/** A party with the person who signs for it. */
export interface Party {
  /** Null: a public body or another party outside the programme. */
  readonly companyId: Id | null
  readonly sideId: Id | null
  /** How the text calls it in each language. */
  readonly name: LocalizedText
  readonly legalName: string
  readonly latinName: string
  readonly identifier: string | null
  readonly signatory: Signatory | null
}

export interface Signatory {
  readonly name: string
  readonly latinName: string
  readonly office: string
  readonly email: string
  readonly locale: Locale
  /** What the authority to sign rests on. */
  readonly authority: string
  readonly authorityFrom: string | null
  readonly authorityUntil: string | null
}

/** Everything that is signed: its canonical JSON is hashed when the agreement is frozen. */
export interface AgreementContent {
  readonly number: string
  readonly type: AgreementType
  readonly title: LocalizedText
  readonly languages: readonly Locale[]
  /** The language that decides when the versions differ; null with a single version. */
  readonly prevailing: Locale | null
  readonly parties: readonly Party[]
  readonly terms: Terms
  readonly clauses: readonly Clause[]
  readonly mode: SigningMode
  readonly signingOrder: SigningOrder
}

/** An agreement under way counts as expired from the moment its time runs out, before the job writes it down. */
export const statusAt = (
  { status, expiresAt }: { readonly status: AgreementStatus; readonly expiresAt: Instant | null },
  now: Instant,
): AgreementStatus => (status === 'sent' && expiresAt !== null && expiresAt <= now ? 'expired' : status)
