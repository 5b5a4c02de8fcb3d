import type { Locale } from '../../../kernel/locale.ts'
import type { TextField } from './party.ts'

/** Where evidence stands: `text.slice(start, end) === surface` in the named text of the named profile. */
export interface EvidenceSpan {
  readonly profileId: string
  readonly field: TextField
  readonly locale: Locale
  /** Position in `MatchProfile.texts`. */
  readonly textIndex: number
  readonly start: number
  readonly end: number
  readonly surface: string
}

/** `forward`: a request of `a` answered by an offer of `b`. `backward`: a request of `b` answered by an offer of `a`. */
export type Direction = 'forward' | 'backward'

interface Evidence {
  /** Contribution in hundredths of a point, an integer; over all reasons of a match they sum to `score * 100`. */
  readonly hundredths: number
}

interface DirectedEvidence extends Evidence {
  readonly direction: Direction
  /** Spans in the request's texts. */
  readonly need: readonly EvidenceSpan[]
  /** Spans in the offer's texts. */
  readonly offer: readonly EvidenceSpan[]
}

/** Why two parties fit: data only, the screen finds the words. */
export type Reason =
  /** Both texts name the same concept, in whatever language. */
  | (DirectedEvidence & { readonly code: 'concept'; readonly conceptId: string })
  /** The texts name neighbouring concepts; `conceptId` is what they have in common. */
  | (DirectedEvidence & {
      readonly code: 'related-concept'
      readonly conceptId: string
      readonly needConceptIds: readonly string[]
      readonly offerConceptIds: readonly string[]
    })
  /** The same word that no concept covers, such as a product name or a number with unit. */
  | (DirectedEvidence & { readonly code: 'word'; readonly word: string })
  /** A name or loan word that sounds alike in two scripts. */
  | (DirectedEvidence & { readonly code: 'sound-alike'; readonly skeleton: string })
  | (Evidence & {
      readonly code: 'keyword'
      readonly direction: Direction
      readonly list: 'technology' | 'market'
      readonly keyword: string
    })
  /** Words that the built-in embedding holds for close; no shared concept stands behind them, so it says "statistical". */
  | (Evidence & {
      readonly code: 'similar-wording'
      readonly direction: Direction
      readonly statisticalOnly: true
      /** True when no concept, word or keyword is shared in this direction. */
      readonly noSharedConcept: boolean
      /** The closest words, strongest first. */
      readonly pairs: readonly { readonly need: readonly EvidenceSpan[]; readonly offer: readonly EvidenceSpan[] }[]
    })
  /** A model outside this server holds the texts for close. Nothing can be pointed at. */
  | (Evidence & { readonly code: 'outside-model'; readonly direction: Direction; readonly statisticalOnly: true })
  /** Shared evidence too small to list, gathered so that the sum holds. */
  | (Evidence & { readonly code: 'minor-evidence'; readonly direction: Direction; readonly count: number })
  | (Evidence & { readonly code: 'shared-language'; readonly languages: readonly string[] })
  | (Evidence & { readonly code: 'size-wanted'; readonly partyId: string; readonly size: string })
  | (Evidence & {
      readonly code: 'certification-named'
      readonly partyId: string
      readonly certifications: readonly string[]
    })
  /** One of the two has nothing that could be compared. Worth 0. */
  | (Evidence & { readonly code: 'empty-profile'; readonly partyId: string })
  /** Only one direction could be judged; the score is damped (`ONE_WAY_DAMPING`). Worth 0. */
  | (Evidence & { readonly code: 'one-way'; readonly direction: Direction })

export type GateCode =
  | 'same-company'
  | 'same-side'
  | 'blocked-pair'
  | 'compliance'
  | 'target-country'
  | 'partnership-type'
  | 'partner-kind'

/** A hard condition. A failed gate makes the pair's score 0 and keeps it out of every ranking. */
export interface GateResult {
  readonly code: GateCode
  readonly passed: boolean
}

export interface DirectionScore {
  /** 0..100 before the two directions are joined. */
  readonly score: number
  /** The pair of profiles that decided; null when the direction could not be judged. */
  readonly needProfileId: string | null
  readonly offerProfileId: string | null
  /** `shared`: something can be pointed at in both texts. `statistical`: only the embedding speaks. */
  readonly evidence: 'shared' | 'statistical' | 'none'
}

export interface Match {
  readonly a: string
  readonly b: string
  /** 0..100 with two decimals; equals the sum of the reasons' `hundredths` divided by 100, to the digit. */
  readonly score: number
  readonly forward: DirectionScore
  readonly backward: DirectionScore
  /** Largest contribution first. */
  readonly reasons: readonly Reason[]
  readonly gates: readonly GateResult[]
}
