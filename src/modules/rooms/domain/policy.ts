import type { Id } from '../../../kernel/id.ts'
import { type Actor, isInterpreter, isOperator, represents, seesProgramme } from '../../accounts/domain/actor.ts'
import type { LogSeat, MeetingLog } from './log.ts'
import type { Room, RoomRole } from './room.ts'

type People = Pick<Room, 'programmeId' | 'host' | 'guest' | 'interpreter'>

/** The seat that is the actor's by right; null for everybody else, whatever their other roles. */
export function seatOf(actor: Actor, room: People): Exclude<RoomRole, 'observer'> | null {
  const { programmeId, host, guest, interpreter } = room
  if (represents(actor, programmeId, host.companyId)) return 'host'
  if (represents(actor, programmeId, guest.companyId)) return 'guest'
  if (interpreter && isInterpreter(actor, programmeId, interpreter.id)) return 'interpreter'
  return isOperator(actor, programmeId) ? 'broker' : null
}

/** Those of the meeting, and those who answer for the programme. For all others the room does not exist. */
export const maySeeRoom = (actor: Actor, room: People): boolean =>
  seatOf(actor, room) !== null || seesProgramme(actor, room.programmeId)

/** Opens, links, admits and decides what is disputed. */
export const mayRunRooms = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

/** The two sides, who met, and the operator; an interpreter does not testify. */
export function speaksAs(actor: Actor, room: People): 'host' | 'guest' | 'operator' | null {
  const seat = seatOf(actor, room)
  if (seat === 'broker') return 'operator'
  return seat === 'host' || seat === 'guest' ? seat : null
}

/** Whose log the actor writes; the operator writes none. */
export function logSeatOf(actor: Actor, room: People): LogSeat | null {
  const seat = seatOf(actor, room)
  return seat === 'broker' ? null : seat
}

/** Everybody who may see the room; a confidential one only the two sides, the operator and whoever wrote it. */
export function maySeeLog(actor: Actor, room: People, log: Pick<MeetingLog, 'confidential' | 'writtenAs'>): boolean {
  if (!log.confidential) return maySeeRoom(actor, room)
  const seat = seatOf(actor, room)
  return seat === 'interpreter' ? log.writtenAs === 'interpreter' : seat !== null
}
