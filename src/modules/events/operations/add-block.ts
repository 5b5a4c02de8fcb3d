import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Block, decideBlock } from '../domain/block.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { type EventKey, findEvent, insertBlock, listBlocks } from '../store/event-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type AddBlock = EventKey & Block

/** The block and its timeslots; of two blocks added at once that overlap, one is refused. */
export async function addBlock(
  platform: Platform,
  actor: Actor,
  command: AddBlock,
): Promise<Result<{ id: Id; timeslots: number }>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  if (!(await findEvent(platform.db, command))) return refuseEvent('absent', 'absent')
  const { startsAt, endsAt, slotMinutes, bufferMinutes } = command
  const block = { id: platform.newId(), startsAt, endsAt, slotMinutes, bufferMinutes }
  const decided = decideBlock(await listBlocks(platform.db, command.eventId), block)
  if (!decided.ok) return decided
  const slots = decided.value.map((slot) => ({ ...slot, id: platform.newId() }))
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'event-block.added',
    subjectKind: 'event-block',
    subjectId: block.id,
    after: { eventId: command.eventId, startsAt, endsAt, slotMinutes, bufferMinutes, timeslots: slots.length },
  })
  return (await insertBlock(platform.db, command, block, slots, entry))
    ? ok({ id: block.id, timeslots: slots.length })
    : refuseEvent('conflict', 'block-overlaps')
}
