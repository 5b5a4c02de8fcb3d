import { addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import { removeOldHolders } from '../store/holder-store.ts'
import { type StoredKnock, removeKnock, removeOldKnocks, saveKnock, seeKnocks } from '../store/knock-store.ts'

/** A server says every half minute who still waits before its rooms; longer silent than that, and it has stopped. */
export const KNOCK_STALE_SECONDS = 75

/** Somebody waits in the lobby from now on. */
export const recordKnock = (platform: Platform, knock: StoredKnock): Promise<void> =>
  saveKnock(platform.db, knock, platform.clock.now())

/** Still there. */
export const recordWaiting = (platform: Platform, knockIds: readonly string[]): Promise<void> =>
  seeKnocks(platform.db, knockIds, platform.clock.now())

export const endKnock = (platform: Platform, knockId: string): Promise<void> => removeKnock(platform.db, knockId)

/** Removes what stopped servers have left of their lobbies and rooms. */
export async function removeStaleHolding(platform: Platform): Promise<void> {
  await removeOldKnocks(platform.db, addMinutes(platform.clock.now(), -KNOCK_STALE_SECONDS / 60))
  await removeOldHolders(platform.db)
}
