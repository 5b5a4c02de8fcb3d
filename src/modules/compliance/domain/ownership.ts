import { type Result, ok } from '../../../kernel/result.ts'
import type { Party } from '../engine/shapes.ts'
import { refuseScreening } from './refusal.ts'

/** Somebody who holds a share of the party, or of another owner. */
export interface Owner {
  /** Its name within this list of owners. */
  readonly key: string
  readonly party: Party
  /** In percent, above 0 and at most 100. */
  readonly share: number
  /** Key of the owner it holds a share of; null: of the party itself. */
  readonly of: string | null
}

/** From this aggregate share a company counts as its listed owners do. */
export const OWNERSHIP_LIMIT = 50

/** More decimals than any register gives; keeps 33.3 + 33.3 + 33.4 at 100. */
const TOLERANCE = 1e-6

/** Refuses owners in a circle, of somebody unknown, and shares of one company above 100 %. */
export function checkOwners(owners: readonly Owner[]): Result<readonly Owner[]> {
  const keys = new Set(owners.map(({ key }) => key))
  for (const { of } of owners) {
    if (of !== null && !keys.has(of)) return refuseScreening('invalid', 'owner-unknown', { owner: of })
  }
  for (const of of [null, ...keys]) {
    const sum = holdersOf(owners, of).reduce((total, { share }) => total + share, 0)
    if (sum > 100 + TOLERANCE) return refuseScreening('invalid', 'owner-over-100', { sum: Math.round(sum * 100) / 100 })
  }
  for (const key of keys) {
    if (isAbove(owners, key, key, new Set())) return refuseScreening('invalid', 'owner-cycle', { owner: key })
  }
  return ok(owners)
}

const holdersOf = (owners: readonly Owner[], of: string | null): Owner[] => owners.filter((owner) => owner.of === of)

/** `sought` owns `key`, directly or through others. */
function isAbove(owners: readonly Owner[], key: string, sought: string, seen: Set<string>): boolean {
  if (seen.has(key)) return false
  seen.add(key)
  return holdersOf(owners, key).some((holder) => holder.key === sought || isAbove(owners, holder.key, sought, seen))
}

export interface ListedOwnership {
  /**
   * Percent held by listed owners together. A company of which listed owners hold half or more counts as listed itself,
   * so its share counts whole (OFAC FAQ 401); below that nothing of it counts.
   */
  readonly share: number
  /** Share multiplied along every chain, for the person who judges; it decides nothing. */
  readonly multiplied: number
  readonly reachesLimit: boolean
}

/** How much of the party listed owners hold. `owners` must have passed `checkOwners`. */
export function listedOwnership(owners: readonly Owner[], listed: ReadonlySet<string>): ListedOwnership {
  const countsAsListed = (key: string): boolean => listed.has(key) || directlyHeld(key) >= OWNERSHIP_LIMIT - TOLERANCE
  const directlyHeld = (of: string | null): number =>
    holdersOf(owners, of).reduce((sum, holder) => sum + (countsAsListed(holder.key) ? holder.share : 0), 0)
  const multipliedOf = (of: string | null): number =>
    holdersOf(owners, of).reduce(
      (sum, holder) => sum + (holder.share / 100) * (listed.has(holder.key) ? 100 : multipliedOf(holder.key)),
      0,
    )
  const share = directlyHeld(null)
  return { share, multiplied: multipliedOf(null), reachesLimit: share >= OWNERSHIP_LIMIT - TOLERANCE }
}
