import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayRunRooms } from '../domain/policy.ts'
import { KNOCK_STALE_SECONDS } from '../operations/knocking.ts'
import { type StoredKnock, findKnocks } from '../store/knock-store.ts'

/** Who waits before rooms, by room. It is for the operator to know; nobody else is told of anybody. */
export async function readKnocks(
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  requestIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly StoredKnock[]>> {
  if (!mayRunRooms(actor, programmeId)) return new Map()
  const since = addMinutes(platform.clock.now(), -KNOCK_STALE_SECONDS / 60)
  return findKnocks(platform.db, programmeId, requestIds, since)
}
