import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { decideParticipantChange } from '../domain/participant.ts'
import { refuseEvent } from '../domain/refusal.ts'
import type { EventKey } from '../store/event-store.ts'
import { loadParticipant, saveWithdrawal } from '../store/participant-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type WithdrawParticipant = EventKey & { readonly participantId: Id }

/** The company no longer takes part; what it had agreed on is called off by the stages that listen. */
export async function withdrawParticipant(
  platform: Platform,
  actor: Actor,
  command: WithdrawParticipant,
): Promise<Result<null>> {
  const facts = await loadParticipant(platform.db, command, command.participantId)
  const decided = decideParticipantChange(facts, standingOf(actor, command.programmeId))
  if (!decided.ok) return decided
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'participant.withdrawn',
    subjectKind: 'participant',
    subjectId: command.participantId,
    before: { status: 'registered' },
    after: { status: 'withdrawn', eventId: command.eventId },
  })
  return (await saveWithdrawal(platform.db, command, command.participantId, entry))
    ? ok(null)
    : refuseEvent('conflict', 'participant-withdrawn')
}
