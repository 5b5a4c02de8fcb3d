import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { EventRules, EventStatus } from '../domain/event.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { type EventKey, findEvent, saveEvent } from '../store/event-store.ts'
import { rulesOf } from './create-event.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type UpdateEvent = EventKey &
  EventRules & {
    readonly status: EventStatus
    /** The one the editor saw: a change by somebody else since then is not overwritten. */
    readonly revision: number
  }

export async function updateEvent(
  platform: Platform,
  actor: Actor,
  command: UpdateEvent,
): Promise<Result<{ revision: number }>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  const before = await findEvent(platform.db, command)
  if (!before) return refuseEvent('absent', 'absent')
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'event.updated',
    subjectKind: 'event',
    subjectId: command.eventId,
    before: { ...rulesOf(before), status: before.status },
    after: { ...rulesOf(command), status: command.status },
  })
  const revision = await saveEvent(platform.db, command, command, entry)
  return revision === null ? refuseEvent('conflict', 'changed-meanwhile') : ok({ revision })
}
