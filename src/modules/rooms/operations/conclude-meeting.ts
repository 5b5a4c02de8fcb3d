import type { Platform } from '../../../platform/context.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { PARTIES, attendanceOf, resultOf } from '../domain/attendance.ts'
import { openingOf } from '../domain/opening.ts'
import type { Room } from '../domain/room.ts'
import { findPresences } from '../store/presence-store.ts'
import { findRoom, saveRoom } from '../store/room-store.ts'
import { findUnconcluded, findWords, saveResult } from '../store/word-store.ts'
import { roomEntry } from './entry.ts'

const SYSTEM = systemActor('rooms')
const BATCH = 200

/**
 * Writes down what became of a meeting as far as it is known: `meeting.held` or `meeting.no-show` with who was absent.
 * A word that changes it writes a new entry, and one that puts it in dispute takes the result back.
 */
export async function concludeMeeting(platform: Platform, actor: Actor, room: Room): Promise<void> {
  const [presences, words] = [
    await findPresences(platform.db, [room.requestId]),
    await findWords(platform.db, [room.requestId]),
  ]
  const { opensAt, softEndAt, closesAt } = openingOf(
    { ...room, openedUntil: null },
    platform.clock.now(),
    platform.config.rooms,
  )
  const attendance = attendanceOf(
    { startsAt: room.startsAt, endsAt: softEndAt, opensAt, closesAt },
    presences.get(room.requestId) ?? [],
    words.get(room.requestId) ?? [],
  )
  const result = resultOf(attendance)
  if (result === room.result) return
  const absent = PARTIES.filter((party) => attendance.find((each) => each.party === party)?.attended === false)
  const disputed = attendance.some(({ wasDisputed }) => wasDisputed)
  await saveRoom(platform.db, room, {}, platform.clock.now())
  const entry = roomEntry(platform, actor, room, result === null ? 'meeting.disputed' : `meeting.${result}`, {
    before: room.result === null ? null : { result: room.result },
    after: { eventId: room.eventId, absent, disputed, lateMinutes: attendance.map(({ lateMinutes }) => lateMinutes) },
  })
  await saveResult(platform.db, room, result, platform.clock.now(), entry)
}

/** Concludes the meetings whose time is over and of which somebody was seen in the room. */
export async function concludeMeetings(platform: Platform): Promise<number> {
  const { closesMinutes } = platform.config.rooms
  const keys = await findUnconcluded(platform.db, platform.clock.now(), closesMinutes, BATCH)
  for (const key of keys) {
    const room = await findRoom(platform.db, key)
    if (room) await concludeMeeting(platform, SYSTEM, room)
  }
  return keys.length
}
