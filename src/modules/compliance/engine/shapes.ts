import type { Refusal } from '../../../kernel/result.ts'

export type PartyKind = 'person' | 'organisation' | 'vessel' | 'other'

/** `weak`: the list itself calls this spelling weak, or it is too short or too common to stand alone. */
export interface ListName {
  readonly text: string
  readonly weak: boolean
}

/** A number that names one party: `kind` is free text of the list (`imo`, `inn`, `passport`, `registration`). */
export interface Identifier {
  readonly kind: string
  readonly value: string
}

/** One listed party, the same for every list format. Dates are `YYYY-MM-DD`; countries ISO 3166 alpha-2 in upper case where the list gives them so. */
export interface ListEntry {
  readonly id: string
  readonly kind: PartyKind
  readonly names: readonly ListName[]
  readonly identifiers: readonly Identifier[]
  readonly countries: readonly string[]
  /** As the list gives them: a date, a year and month, or a year. */
  readonly birthDates: readonly string[]
  readonly programmes: readonly string[]
  /** `block`: no dealings at all. `sectoral`: some dealings only, a person must read which. */
  readonly effect: 'block' | 'sectoral'
  /** Null: the list does not say; then the entry counts from the day the list version was read. */
  readonly listedOn: string | null
  /** The first day on which it no longer counts. */
  readonly delistedOn: string | null
}

/** Who is screened. `names` are all names and spellings on file, in any script. */
export interface Party {
  readonly kind: PartyKind
  readonly names: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly countries: readonly string[]
}

/**
 * One step of the comparison.
 * - `kind`: what was compared, in the closed union below; the screens have a sentence for each.
 * - `from`: the party's side, `to`: the list's side; empty where a side has nothing to put against it.
 * - `weight`: share of the whole score, positive for, negative against. All weights sum to the score, but for rounding.
 */
export interface ExplanationStep {
  readonly kind: ExplanationKind
  readonly from: string
  readonly to: string
  readonly weight: number
}

/** In order from strongest to weakest evidence, then what speaks against. */
export const EXPLANATION_KINDS = [
  'identifier',
  'same',
  'transcription',
  'synonym',
  'initial',
  'joined',
  'similar',
  'legal-form',
  'qualifier',
  'different',
  'extra',
  'missing',
  'number',
  'order',
  'weak-alias',
] as const

export type ExplanationKind = (typeof EXPLANATION_KINDS)[number]

export interface Hit {
  readonly entryId: string
  /** From 0 to 1. */
  readonly score: number
  /** `strong`: the same name but for spelling, or the same identifier. `review`: a person must look. */
  readonly tier: 'strong' | 'review'
  readonly partyName: string
  readonly listName: string
  readonly explanation: readonly ExplanationStep[]
  readonly weakAlias: boolean
}

export interface ScreenOptions {
  /** Lowest score that is a hit; `DEFAULT_THRESHOLD` when absent. */
  readonly threshold?: number
  /** `YYYY-MM-DD`: only entries in force that day. Absent: every entry that is not delisted. */
  readonly asOf?: string
  /** Most hits, best first; 50 when absent. */
  readonly limit?: number
}

export const LIST_FORMATS = [
  'ofac-sdn-csv',
  'ofac-consolidated-csv',
  'eu-csv',
  'un-xml',
  'ftm-json',
  'opensanctions-simple-csv',
] as const

export type ListFormat = (typeof LIST_FORMATS)[number]

export const LIST_REFUSAL_CODES = [
  'compliance.list-empty',
  'compliance.list-not-utf8',
  'compliance.list-is-web-page',
  'compliance.list-missing-column',
  'compliance.list-truncated',
  'compliance.list-unbalanced-quote',
  'compliance.list-bad-row',
  'compliance.list-shrunk',
] as const

export type ListRefusalCode = (typeof LIST_REFUSAL_CODES)[number]

/** `detail.line` is the 1-based line of the file to blame, 0 where no single line is; `detail.what` the column or value. */
export type ParsedList =
  | { readonly ok: true; readonly entries: readonly ListEntry[] }
  | { readonly ok: false; readonly refusal: Refusal<ListRefusalCode> }

export interface ParseOptions {
  /** Entries of the version before: a list that lost more than a third of them is refused as cut short. */
  readonly previousCount?: number
}
