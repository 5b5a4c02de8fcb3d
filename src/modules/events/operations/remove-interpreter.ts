import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import type { EventKey } from '../store/event-store.ts'
import { deleteInterpreter } from '../store/interpreter-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type RemoveInterpreter = EventKey & { readonly interpreterId: Id }

/** Removes an interpreter whom no schedule uses. */
export async function removeInterpreter(
  platform: Platform,
  actor: Actor,
  command: RemoveInterpreter,
): Promise<Result<null>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'interpreter.removed',
    subjectKind: 'interpreter',
    subjectId: command.interpreterId,
    before: { eventId: command.eventId },
  })
  const removed = await deleteInterpreter(platform.db, command, command.interpreterId, entry)
  if (removed === 'in-use') return refuseEvent('conflict', 'interpreter-in-use')
  return removed === 'removed' ? ok(null) : refuseEvent('absent', 'absent')
}
