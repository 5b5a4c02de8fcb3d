import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { EventRules } from '../domain/event.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { insertEvent } from '../store/event-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type CreateEvent = EventRules & { readonly programmeId: Id }

/** A new event, in setup. */
export async function createEvent(platform: Platform, actor: Actor, command: CreateEvent): Promise<Result<{ id: Id }>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  const event = { ...command, id: platform.newId(), createdAt: platform.clock.now() }
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'event.created',
    subjectKind: 'event',
    subjectId: event.id,
    after: rulesOf(command),
  })
  return (await insertEvent(platform.db, event, entry)) ? ok({ id: event.id }) : refuseEvent('absent', 'absent')
}

/** The rules alone, as a journal entry keeps them. */
export const rulesOf = (event: EventRules): EventRules => ({
  name: event.name,
  requestMode: event.requestMode,
  requestExpiryHours: event.requestExpiryHours,
  maxRequestsPerParticipant: event.maxRequestsPerParticipant,
  whoMayMeet: event.whoMayMeet,
})
