import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { readBoard, releaseSchedule } from '../../scheduling/index.ts'
import { type SchedulableEvent, buildSchedulableEvent } from '../../scheduling/testing/build-schedulable-event.ts'
import { solveNow } from '../../scheduling/testing/solve-now.ts'

type PersonActor = Actor & { readonly kind: 'person' }

export interface BuiltRoom {
  readonly programmeId: Id
  readonly eventId: Id
  readonly requestId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly event: SchedulableEvent
  readonly operator: PersonActor
  readonly host: PersonActor
  readonly guest: PersonActor
  readonly interpreter: PersonActor
  readonly interpreterId: Id
  /** Of the same programme, in other meetings. */
  readonly otherCompany: PersonActor
}

/** The room of a released meeting of host 0 and guest 0, tomorrow, with an interpreter. */
export async function buildRoom(platform: Platform): Promise<BuiltRoom> {
  const event = await buildSchedulableEvent(platform)
  const { programmeId, eventId } = event
  const operator = await buildActor(platform, 'operator', { programmeId, name: 'Oh Yeong' })
  await solveNow(platform, operator, event)
  const released = await releaseSchedule(platform, operator, { programmeId, eventId, revision: 1, note: null })
  const board = await readBoard(platform, operator, { programmeId, eventId })
  if (!released.ok || !board.ok) throw new Error('Not released')
  const [requestId] = event.requests
  const { draft, timeslots } = board.value.facts
  const meeting = draft.meetings.find((each) => each.requestId === requestId)
  const slot = timeslots.find(({ id }) => id === meeting?.timeslotId)
  if (!meeting?.interpreterId || !slot) throw new Error('Not placed')
  const interpreterId = meeting.interpreterId
  const interpreter = await buildActor(platform, 'interpreter', {
    programmeId,
    scopeId: interpreterId,
    name: 'Tong Yeok',
  })
  const [host, otherCompany] = event.hosts
  return {
    programmeId,
    eventId,
    requestId,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    event,
    operator,
    host: host.actor,
    guest: event.guests[0].actor,
    interpreter,
    interpreterId,
    otherCompany: otherCompany.actor,
  }
}
