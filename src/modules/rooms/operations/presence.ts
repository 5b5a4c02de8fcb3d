import type { Id } from '../../../kernel/id.ts'
import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Room, RoomRole } from '../domain/room.ts'
import { closeStalePresences, enterRoom, leaveRoom, seePeople } from '../store/presence-store.ts'
import { saveRoom } from '../store/room-store.ts'

/** Who comes back within this time has not left. */
export const RECONNECT_SECONDS = 30
/** Longer silent than any connection may be: the server that knew of it has stopped. */
const STALE_MINUTES = 2

/** Somebody is in the room from now on; the id names the stretch. */
export async function recordEntrance(
  platform: Platform,
  room: Pick<Room, 'programmeId' | 'requestId' | 'eventId'>,
  { personId, role }: { readonly personId: Id; readonly role: RoomRole },
): Promise<Id> {
  const { programmeId, requestId } = room
  const now = platform.clock.now()
  await saveRoom(platform.db, room, {}, now)
  return enterRoom(
    platform.db,
    { id: platform.newId(), programmeId, requestId, personId, role, now },
    addMinutes(now, -RECONNECT_SECONDS / 60),
  )
}

/** Still there. */
export const recordLife = (platform: Platform, presenceIds: readonly Id[]): Promise<void> =>
  seePeople(platform.db, presenceIds, platform.clock.now())

/** Gone since `at`. */
export const recordExit = (platform: Platform, presenceId: Id, at: Instant): Promise<void> =>
  leaveRoom(platform.db, presenceId, at)

/** Ends what a stopped server has left open, at the last sign of life. */
export const endStalePresences = (platform: Platform): Promise<number> =>
  closeStalePresences(platform.db, addMinutes(platform.clock.now(), -STALE_MINUTES))
