import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { decideAvailability } from '../domain/availability.ts'
import { type Participation, decideParticipantChange } from '../domain/participant.ts'
import { refuseEvent } from '../domain/refusal.ts'
import type { EventKey } from '../store/event-store.ts'
import { loadParticipant, saveParticipation } from '../store/participant-store.ts'
import { entryOf } from './entry.ts'
import { participationOf } from './register-participant.ts'
import { standingOf } from './standing.ts'

export type UpdateParticipant = EventKey & Participation & { readonly participantId: Id }

export async function updateParticipant(
  platform: Platform,
  actor: Actor,
  command: UpdateParticipant,
): Promise<Result<null>> {
  const facts = await loadParticipant(platform.db, command, command.participantId)
  const decided = decideParticipantChange(facts, standingOf(actor, command.programmeId))
  if (!decided.ok) return decided
  const availability = decideAvailability(command.availability)
  if (!availability.ok) return availability
  const participation = { ...participationOf(command), availability: availability.value }
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'participant.updated',
    subjectKind: 'participant',
    subjectId: command.participantId,
    before: facts && participationOf(facts.participant),
    after: participation,
  })
  return (await saveParticipation(platform.db, command, command.participantId, participation, entry))
    ? ok(null)
    : refuseEvent('conflict', 'participant-withdrawn')
}
