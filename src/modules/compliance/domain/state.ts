import type { Id } from '../../../kernel/id.ts'
import { type Instant, epochMs } from '../../../kernel/instant.ts'
import type { FoundHit } from './party.ts'

export const SCREENING_STATES = [
  'unscreened',
  'clear',
  'hit',
  'false-positive',
  'escalated',
  'cleared-with-conditions',
  'licence-required',
  'licence-on-file',
  'blocked',
  'suspended-by-law',
] as const
export type ScreeningState = (typeof SCREENING_STATES)[number]

/** With these a gate opens, as long as they are not stale. */
export const PASSING_STATES: readonly ScreeningState[] = [
  'clear',
  'false-positive',
  'cleared-with-conditions',
  'licence-on-file',
]

/** These wait for somebody. */
export const WAITING_STATES: readonly ScreeningState[] = ['hit', 'escalated', 'licence-required']

/** What people do, and from which state it may be done. */
export const DEEDS = {
  'set-aside': { from: ['hit'], to: 'false-positive', second: false },
  escalate: { from: ['hit'], to: 'escalated', second: false },
  'clear-with-conditions': { from: ['escalated'], to: 'cleared-with-conditions', second: true },
  'require-licence': { from: ['escalated'], to: 'licence-required', second: true },
  block: { from: ['escalated'], to: 'blocked', second: true },
  reopen: {
    from: ['false-positive', 'cleared-with-conditions', 'licence-required', 'licence-on-file', 'blocked'],
    to: 'hit',
    second: false,
  },
  suspend: {
    from: SCREENING_STATES.filter((state) => state !== 'suspended-by-law'),
    to: 'suspended-by-law',
    second: false,
  },
  resume: { from: ['suspended-by-law'], to: 'unscreened', second: true },
} as const satisfies Record<string, { from: readonly ScreeningState[]; to: ScreeningState; second: boolean }>
export type Deed = keyof typeof DEEDS

export const mayDo = (state: ScreeningState, deed: Deed): boolean =>
  (DEEDS[deed].from as readonly ScreeningState[]).includes(state)

/** Why a check does not count any more. */
export const STALE_REASONS = [
  'list-changed',
  'party-changed',
  'matcher-changed',
  'threshold-changed',
  'too-old',
  'licence-expired',
] as const
export type StaleReason = (typeof STALE_REASONS)[number]

/** What a check was made with. */
export interface CheckBasis {
  readonly partyHash: string
  readonly matcherVersion: string
  readonly threshold: number
  readonly listVersionIds: readonly Id[]
  readonly checkedAt: Instant
}

/** What one made now would be made with. */
export interface CurrentBasis {
  readonly partyHash: string
  readonly matcherVersion: string
  readonly threshold: number
  readonly listVersionIds: readonly Id[]
  readonly maxAgeDays: number
  readonly now: Instant
}

const DAY_MS = 86_400_000

/** Days since, not rounded. */
export const daysBetween = (from: Instant, to: Instant): number => (epochMs(to) - epochMs(from)) / DAY_MS

/** In what the check differs from one made now; empty: it still counts. */
export function staleReasons(check: CheckBasis, current: CurrentBasis): StaleReason[] {
  const reasons: StaleReason[] = []
  if (check.listVersionIds.toSorted().join() !== current.listVersionIds.toSorted().join()) reasons.push('list-changed')
  if (check.partyHash !== current.partyHash) reasons.push('party-changed')
  if (check.matcherVersion !== current.matcherVersion) reasons.push('matcher-changed')
  if (check.threshold !== current.threshold) reasons.push('threshold-changed')
  if (daysBetween(check.checkedAt, current.now) > current.maxAgeDays) reasons.push('too-old')
  return reasons
}

/**
 * The state after a new check. Nothing found is clear, and what the law suspends stays suspended. A person's decision
 * stands when the check finds nothing but what it was made on: the same entries, unchanged, for a party that is the
 * same. Anything else is a hit again, and the old decision stays in the history.
 */
export function stateAfterCheck(
  state: ScreeningState,
  found: readonly FoundHit[],
  before: { readonly hits: readonly FoundHit[]; readonly samePartyAsThen: boolean } | null,
): ScreeningState {
  if (state === 'suspended-by-law') return state
  if (found.length === 0) return 'clear'
  if (state === 'unscreened' || state === 'clear' || before === null || !before.samePartyAsThen) return 'hit'
  const decidedOn = new Set(before.hits.map(fingerprint))
  return found.every((hit) => decidedOn.has(fingerprint(hit))) ? state : 'hit'
}

/** The entry as it was listed and the owner it was found for; scores may differ by the matcher. */
const fingerprint = ({ key, ownerKey, entry }: FoundHit): string => JSON.stringify([key, ownerKey, canonical(entry)])

/** A database keeps the members of an object in an order of its own. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, canonical(member)])
}
