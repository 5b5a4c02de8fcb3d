import type { Locale } from '../../../kernel/locale.ts'

/** The parts of a partnering profile that are read for evidence. */
export type TextField = 'title' | 'summary' | 'description' | 'advantages' | 'sought' | 'keywords'

/** One text of a profile in one language. Offsets in reasons count UTF-16 units of exactly this `text`. */
export interface MatchText {
  readonly locale: Locale
  readonly text: string
  readonly field: TextField
}

/** A partnering profile: what a company offers, or what it looks for. Code lists are compared as plain codes. */
export interface MatchProfile {
  readonly id: string
  readonly kind: 'offer' | 'request'
  readonly texts: readonly MatchText[]
  readonly technologyKeywords: readonly string[]
  readonly marketKeywords: readonly string[]
  /** Empty: any type of partnership. */
  readonly partnershipTypes: readonly string[]
  /** Kinds of organisation wanted as partner (`MatchParty.kind`); empty: any. */
  readonly partnerKinds: readonly string[]
  /** Sizes wanted (`MatchParty.size`): a wish, not a condition; empty: any. */
  readonly partnerSizes: readonly string[]
  /** Countries wanted (`MatchParty.country`); empty: any. */
  readonly targetCountries: readonly string[]
  readonly stage?: string
  /** How a model outside sees the texts: unit length times 127. All of an index are of one model. */
  readonly outsideVector?: Int8Array
}

/** A company as the engine sees it. */
export interface MatchParty {
  readonly id: string
  readonly sideId: string
  readonly country: string
  readonly kind: string
  readonly size: string | null
  /** Languages it can negotiate in. */
  readonly languages: readonly string[]
  readonly certifications?: readonly string[]
  readonly profiles: readonly MatchProfile[]
  /** Ids of parties it must never be shown with; one side's word is enough. */
  readonly blockedPartners?: readonly string[]
  /** True while a compliance gate is shut for this party. */
  readonly complianceBlocked?: boolean
}
