import type { Id } from '../../../kernel/id.ts'
import type { EvidenceSpan, Match, Reason } from '../engine/match.ts'

export type ReasonDirection = 'forward' | 'backward' | 'both'

/** A reason as it is stored and shown: which sentence, how much, and the values for it. */
export interface PlainReason {
  readonly code: Reason['code']
  readonly direction: ReasonDirection
  readonly points: number
  readonly conceptId: string | null
  readonly keyword: { readonly list: 'technology' | 'market'; readonly code: string } | null
  /** `whose` is `company` (the first of the pair) or `partner`. */
  readonly values: Readonly<Record<string, string | number | readonly string[]>>
}

/** What a reason says without the places where it was found. */
export function plainReason(reason: Reason, match: Pick<Match, 'a'>): PlainReason {
  return {
    code: reason.code,
    direction: 'direction' in reason ? reason.direction : 'both',
    points: reason.hundredths / 100,
    conceptId: 'conceptId' in reason ? reason.conceptId : null,
    keyword: reason.code === 'keyword' ? { list: reason.list, code: reason.keyword } : null,
    values: valuesOf(reason, match.a),
  }
}

function valuesOf(reason: Reason, company: Id): PlainReason['values'] {
  switch (reason.code) {
    case 'concept':
    case 'related-concept':
    case 'outside-model':
    case 'one-way':
      return {}
    case 'word':
      return { word: surface(reason.need) ?? surface(reason.offer) ?? reason.word }
    case 'sound-alike':
      return { need: surface(reason.need) ?? reason.skeleton, offer: surface(reason.offer) ?? reason.skeleton }
    case 'keyword':
      return { list: reason.list, code: reason.keyword }
    case 'similar-wording':
      return { nothingElse: reason.noSharedConcept ? 'yes' : 'no' }
    case 'minor-evidence':
      return { count: reason.count }
    case 'shared-language':
      return { languages: reason.languages }
    case 'size-wanted':
      return { whose: whose(reason.partyId, company), size: reason.size }
    case 'certification-named':
      return { whose: whose(reason.partyId, company), certifications: reason.certifications }
    case 'empty-profile':
      return { whose: whose(reason.partyId, company) }
  }
}

const surface = (spans: readonly EvidenceSpan[]): string | undefined => spans[0]?.surface

const whose = (partyId: Id, company: Id): 'company' | 'partner' => (partyId === company ? 'company' : 'partner')

const MIRRORED_DIRECTION = { forward: 'backward', backward: 'forward', both: 'both' } as const
const MIRRORED_WHOSE: Readonly<Record<string, string>> = { company: 'partner', partner: 'company' }

/** The same reason as the other company of the pair reads it. */
export function mirrorReason(reason: PlainReason): PlainReason {
  const { whose: who } = reason.values
  const values = typeof who === 'string' ? { ...reason.values, whose: MIRRORED_WHOSE[who] ?? who } : reason.values
  return { ...reason, direction: MIRRORED_DIRECTION[reason.direction], values }
}
