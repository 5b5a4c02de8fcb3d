import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type BuiltEvent } from './build-event.ts'
import { buildParticipant } from './build-participant.ts'

/**
 * A later stage's schedule that uses a timeslot, and a place or an interpreter of the event. In SQL, because this
 * stage may not know that one.
 */
export async function useInDraft(
  platform: Platform,
  event: BuiltEvent,
  used: { readonly timeslotId: Id; readonly placeId?: Id; readonly interpreterId?: Id },
): Promise<void> {
  const { programmeId, eventId } = event
  const host = await buildParticipant(platform, event, { side: 0 })
  const guest = await buildParticipant(platform, event, { side: 1 })
  const requestId = platform.newId()
  const scheduleId = platform.newId()
  const now = platform.clock.now()
  await sql`
    insert into meeting_request (id, programme_id, event_id, host_id, guest_id, wish, status, created_at, expires_at)
    values (${requestId}, ${programmeId}, ${eventId}, ${host.participantId}, ${guest.participantId}, 'want', 'accepted',
      ${now}, ${now})`.execute(platform.db)
  await sql`
    insert into schedule (id, programme_id, event_id, kind, number, created_at)
    values (${scheduleId}, ${programmeId}, ${eventId}, 'draft', 0, ${now})`.execute(platform.db)
  await sql`
    insert into scheduled_meeting (schedule_id, programme_id, request_id, timeslot_id, place_id, interpreter_id)
    values (${scheduleId}, ${programmeId}, ${requestId}, ${used.timeslotId}, ${used.placeId ?? null},
      ${used.interpreterId ?? null})`.execute(platform.db)
}
