import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { meetingLink } from '../domain/meeting-link.ts'
import { mayRunRooms } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import type { Interpretation, Room } from '../domain/room.ts'
import { type RoomChange, type RoomKey, findRoom, saveRoom } from '../store/room-store.ts'
import { roomEntry } from './entry.ts'

/** Opens a room outside its time, for a rehearsal or a late start; 0 minutes shut it again. */
export const openRoom = (
  platform: Platform,
  actor: Actor,
  { minutes, ...key }: RoomKey & { readonly minutes: number },
): Promise<Result<{ openedUntil: Instant | null }>> => {
  const openedUntil = minutes > 0 ? addMinutes(platform.clock.now(), minutes) : null
  return change(platform, actor, key, 'room.opened', { openedUntil }, () => ok({ openedUntil }))
}

/** A pasted link stands in for the room; null: the built-in one again. */
export async function linkRoom(
  platform: Platform,
  actor: Actor,
  { link: given, ...key }: RoomKey & { readonly link: string | null },
): Promise<Result<{ link: string | null }>> {
  const checked = given === null ? ok(null) : meetingLink(given)
  if (!checked.ok) return checked
  const link = checked.value
  return change(platform, actor, key, 'room.linked', { link }, () => ok({ link }))
}

const MAX_EXTRA_MINUTES = 60

/** Adds minutes to the planned end, an hour at most. */
export const extendRoom = (
  platform: Platform,
  actor: Actor,
  { minutes, ...key }: RoomKey & { readonly minutes: number },
): Promise<Result<null>> =>
  change(
    platform,
    actor,
    key,
    'room.extended',
    (room) =>
      // A rehearsal has no planned end: its own end moves.
      room.openedUntil !== null && room.openedUntil > platform.clock.now() && !isNear(platform, room)
        ? { openedUntil: addMinutes(room.openedUntil, minutes) }
        : { extraMinutes: Math.min(MAX_EXTRA_MINUTES, room.extraMinutes + minutes) },
    () => ok(null),
  )

const isNear = (platform: Platform, { startsAt, endsAt, extraMinutes }: Room): boolean => {
  const { opensMinutes, closesMinutes } = platform.config.rooms
  const now = platform.clock.now()
  return now >= addMinutes(startsAt, -opensMinutes) && now < addMinutes(endsAt, extraMinutes + closesMinutes)
}

/** Who is in the room agrees on this aloud, so it needs no more than a seat; `actor` has one. */
export async function setInterpretation(
  platform: Platform,
  key: RoomKey,
  interpretation: Interpretation,
): Promise<void> {
  const room = await findRoom(platform.db, key)
  if (room) await saveRoom(platform.db, room, { interpretation }, platform.clock.now())
}

async function change<T>(
  platform: Platform,
  actor: Actor,
  key: RoomKey,
  action: `room.${string}`,
  what: RoomChange | ((room: Room) => RoomChange),
  done: () => Result<T>,
): Promise<Result<T>> {
  if (!mayRunRooms(actor, key.programmeId)) return refuseRoom('absent', 'absent')
  return transaction(platform.db, async (trx): Promise<Result<T>> => {
    const room = await findRoom(trx, key)
    if (!room) return refuseRoom('absent', 'absent')
    if (room.cancelled) return refuseRoom('conflict', 'cancelled')
    const after = typeof what === 'function' ? what(room) : what
    await saveRoom(trx, room, after, platform.clock.now())
    await appendJournal(trx, roomEntry(platform, actor, key, action, { before: before(room, after), after }))
    return done()
  })
}

const before = (room: Room, after: RoomChange): Partial<Record<keyof RoomChange, unknown>> =>
  Object.fromEntries(Object.keys(after).map((name) => [name, room[name as keyof RoomChange]]))
