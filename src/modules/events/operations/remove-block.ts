import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { type EventKey, deleteBlock } from '../store/event-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type RemoveBlock = EventKey & { readonly blockId: Id }

/** The block goes with its timeslots, unless a schedule uses one of them. */
export async function removeBlock(platform: Platform, actor: Actor, command: RemoveBlock): Promise<Result<null>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'event-block.removed',
    subjectKind: 'event-block',
    subjectId: command.blockId,
    before: { eventId: command.eventId },
  })
  const removed = await deleteBlock(platform.db, command, command.blockId, entry)
  if (removed === 'in-use') return refuseEvent('conflict', 'block-in-use')
  return removed === 'removed' ? ok(null) : refuseEvent('absent', 'absent')
}
