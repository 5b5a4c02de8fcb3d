import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { decideAvailability } from '../domain/availability.ts'
import { type Participation, decideRegistration } from '../domain/participant.ts'
import { refuseEvent } from '../domain/refusal.ts'
import type { EventKey } from '../store/event-store.ts'
import { loadRegistration, saveRegistration } from '../store/participant-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type RegisterParticipant = EventKey & Participation & { readonly companyId: Id }

/** Registers a company, or takes back its withdrawal; the participant keeps its id then. */
export async function registerParticipant(
  platform: Platform,
  actor: Actor,
  command: RegisterParticipant,
): Promise<Result<{ id: Id }>> {
  const availability = decideAvailability(command.availability)
  if (!availability.ok) return availability
  const facts = await loadRegistration(platform.db, command, command.companyId)
  const decided = decideRegistration(facts, standingOf(actor, command.programmeId), platform.newId())
  if (!decided.ok) return decided
  const participation = { ...participationOf(command), availability: availability.value }
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'participant.registered',
    subjectKind: 'participant',
    subjectId: decided.value,
    after: { eventId: command.eventId, companyId: command.companyId, ...participation },
  })
  const participant = {
    ...participation,
    id: decided.value,
    companyId: command.companyId,
    createdAt: platform.clock.now(),
  }
  return (await saveRegistration(platform.db, command, participant, entry))
    ? ok({ id: decided.value })
    : refuseEvent('conflict', 'participant-already-registered')
}

/** The participation alone, as a journal entry keeps it. */
export const participationOf = (from: Participation): Participation => ({
  delegates: from.delegates,
  attendance: from.attendance,
  languages: [...new Set(from.languages)],
  maxMeetings: from.maxMeetings,
  availability: from.availability,
})
