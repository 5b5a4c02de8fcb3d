import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import type { Live } from '../../../platform/live.ts'
import type { Actor } from '../../accounts/index.ts'
import {
  type AppliedRepair,
  type RepairChange,
  applyRepair,
  placeMeeting,
  readBoard,
  releaseSchedule,
} from '../../scheduling/index.ts'
import { DESK_FROZEN_MINUTES, type DeskCause } from '../domain/desk.ts'
import { mayRunRooms } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { disturbanceOf } from '../queries/desk-proposal.ts'
import { findRoom } from '../store/room-store.ts'
import { sayAttendance } from './say-attendance.ts'

export interface ApplyDeskRepair {
  readonly programmeId: Id
  readonly cause: DeskCause
  readonly revision: number
  readonly changes: readonly RepairChange[]
}

/**
 * Makes one choice of `proposeDeskRepair` true and tells those whose day changes, all or nothing: a no-show is also
 * written down as the operator's word when the meeting has begun.
 */
export function applyDeskRepair(
  platform: Platform,
  actor: Actor,
  { programmeId, cause, revision, changes }: ApplyDeskRepair,
): Promise<Result<AppliedRepair>> {
  return atOnce(platform, actor, programmeId, async (inside) => {
    const found = await disturbanceOf(inside, { programmeId, cause })
    if (!found.ok) return found
    if (cause.code === 'no-show') {
      const { requestId, party } = cause
      const said = await sayAttendance(inside, actor, { programmeId, requestId, party, attended: false, note: null })
      if (!said.ok && said.refusal.code !== 'rooms.not-met-yet') return said
    }
    return applyRepair(inside, actor, {
      ...found.value,
      programmeId,
      frozenMinutes: DESK_FROZEN_MINUTES,
      revision,
      changes,
      release: true,
      note: null,
    })
  })
}

export interface MoveFromDesk {
  readonly programmeId: Id
  readonly requestId: Id
  /** The draft as it was seen. */
  readonly revision: number
  /** Absent: stays at its time. */
  readonly timeslotId?: Id | undefined
  /** Absent: stays where free. */
  readonly interpreterId?: Id | undefined
}

/**
 * Moves one meeting, or gives it another interpreter, and tells those of it. Neither into nor out of a time that is
 * too near, and no pin.
 */
export async function moveFromDesk(
  platform: Platform,
  actor: Actor,
  { programmeId, requestId, revision, timeslotId, interpreterId }: MoveFromDesk,
): Promise<Result<AppliedRepair>> {
  const room = await findRoom(platform.db, { programmeId, requestId })
  if (!room || !mayRunRooms(actor, programmeId)) return refuseRoom('absent', 'absent')
  const key = { programmeId, eventId: room.eventId }
  const board = await readBoard(platform, actor, key)
  if (!board.ok) return board
  const { timeslots, draft } = board.value.facts
  const planned = draft.meetings.find((meeting) => meeting.requestId === requestId)
  if (!planned) return refuseRoom('conflict', 'cancelled')
  const target = timeslotId ?? planned.timeslotId
  if (target !== planned.timeslotId) {
    if (planned.pinned) return refuseRoom('conflict', 'desk-pinned')
    const near = nearSlots(platform, timeslots)
    if (near.has(target) || near.has(planned.timeslotId)) return refuseRoom('conflict', 'desk-too-near')
  }
  const where = { timeslotId: target, pinned: planned.pinned, ...(interpreterId ? { interpreterId } : {}) }
  return atOnce(platform, actor, programmeId, async (inside) => {
    const placed = await placeMeeting(inside, actor, { ...key, requestId, revision, ...where })
    if (!placed.ok) return placed
    const released = await releaseSchedule(inside, actor, { ...key, revision: placed.value.revision, note: null })
    return released.ok
      ? ok({ revision: placed.value.revision, version: released.value.number, heldBack: released.value.heldBack })
      : released
  })
}

/** As scheduling counts it: nobody waits in an event that is over. */
function nearSlots(
  platform: Platform,
  timeslots: readonly { readonly id: Id; readonly startsAt: string; readonly endsAt: string }[],
): Set<Id> {
  const nowMs = Date.parse(platform.clock.now())
  if (timeslots.every(({ endsAt }) => Date.parse(endsAt) <= nowMs)) return new Set()
  const until = nowMs + DESK_FROZEN_MINUTES * 60_000
  return new Set(timeslots.filter(({ startsAt }) => Date.parse(startsAt) < until).map(({ id }) => id))
}

/** One transaction for several operations; what they announce is announced when it is true. */
async function atOnce<T>(
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  work: (inside: Platform) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!mayRunRooms(actor, programmeId)) return refuseRoom('absent', 'absent')
  const announced: Parameters<Live['publish']>[] = []
  const live: Live = {
    publish: (...news) => void announced.push(news),
    subscribe: (...heard) => platform.live.subscribe(...heard),
  }
  const done = await transaction(platform.db, (trx) => work({ ...within(platform, trx), live }))
  if (!done.ok) return done
  for (const news of announced) platform.live.publish(...news)
  platform.live.publish(`desk:${programmeId}`, platform.clock.now())
  return done
}
