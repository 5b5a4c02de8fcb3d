import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type LogFact, type LogSeat, type MeetingLog, type MeetingRecord, differencesOf } from '../domain/log.ts'
import { logSeatOf, maySeeLog, maySeeRoom, seatOf } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import type { Room } from '../domain/room.ts'
import { type StoredRecord, findRecord, findRecords } from '../store/log-store.ts'
import { type RoomKey, findRoom, findRooms } from '../store/room-store.ts'
import { whoseRooms } from './list-rooms.ts'

/** The logs of a meeting, as far as the reader may see them. */
export interface LogView extends MeetingRecord {
  readonly room: Room
  readonly logs: readonly MeetingLog[]
  readonly differences: readonly LogFact[]
  /** Whose log the reader writes; null: none, or not any more. */
  readonly writesAs: LogSeat | null
  /** The reader's side has not signed yet what is written. */
  readonly maySign: boolean
}

const NOTHING: StoredRecord = { revision: 0, hostSignedAt: null, guestSignedAt: null, signedOffAt: null, logs: [] }

function viewLog(actor: Actor, room: Room, now: string, { logs: all, ...record }: StoredRecord = NOTHING): LogView {
  const logs = all.filter((log) => maySeeLog(actor, room, log))
  const seat = seatOf(actor, room)
  const signedAt = seat === 'host' ? record.hostSignedAt : seat === 'guest' ? record.guestSignedAt : now
  const isOpen = record.signedOffAt === null && !room.cancelled && now >= room.startsAt
  return {
    ...record,
    room,
    logs,
    differences: differencesOf(logs),
    writesAs: isOpen ? logSeatOf(actor, room) : null,
    maySign: isOpen && record.revision > 0 && signedAt === null,
  }
}

/** `absent` for a foreign meeting and one that does not exist alike. */
export async function readLog(platform: Platform, actor: Actor, key: RoomKey): Promise<Result<LogView>> {
  const room = await findRoom(platform.db, key)
  if (!room || !maySeeRoom(actor, room)) return refuseRoom('absent', 'absent')
  const record = await findRecord(platform.db, key.requestId)
  return ok(viewLog(actor, room, platform.clock.now(), record ?? NOTHING))
}

/** The meetings that have begun, newest first: all of the programme for those who answer for it, else the own ones. */
export async function listLogs(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<LogView[]> {
  const now = platform.clock.now()
  const begun = { from: '1970-01-01T00:00:00.000Z', until: now }
  const rooms = (await findRooms(platform.db, programmeId, whoseRooms(actor, programmeId), begun)).filter(
    ({ cancelled }) => !cancelled,
  )
  const records = await findRecords(
    platform.db,
    rooms.map(({ requestId }) => requestId),
  )
  return rooms.map((room) => viewLog(actor, room, now, records.get(room.requestId))).toReversed()
}
