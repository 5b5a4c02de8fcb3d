import type { Instant } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import { type PartyAttendance, attendanceOf } from '../domain/attendance.ts'
import { type Opening, openingOf } from '../domain/opening.ts'
import type { Room } from '../domain/room.ts'
import { type StoredPresence, findPresences } from '../store/presence-store.ts'
import { type StoredWord, findWords } from '../store/word-store.ts'

/** A room with what is known of who is and was in it. */
export interface RoomView {
  readonly room: Room
  readonly opening: Opening
  readonly attendance: readonly PartyAttendance[]
  readonly presences: readonly StoredPresence[]
  readonly words: readonly StoredWord[]
}

/** Two statements for any number of rooms. */
export async function viewRooms(platform: Platform, rooms: readonly Room[]): Promise<RoomView[]> {
  const ids = rooms.map(({ requestId }) => requestId)
  const [presences, words] = [await findPresences(platform.db, ids), await findWords(platform.db, ids)]
  const now: Instant = platform.clock.now()
  return rooms.map((room) => {
    const own = presences.get(room.requestId) ?? []
    const said = words.get(room.requestId) ?? []
    const opening = openingOf(room, now, platform.config.rooms)
    const planned = openingOf({ ...room, openedUntil: null }, now, platform.config.rooms)
    const times = { ...planned, startsAt: room.startsAt, endsAt: planned.softEndAt }
    return { room, opening, attendance: attendanceOf(times, own, said), presences: own, words: said }
  })
}
