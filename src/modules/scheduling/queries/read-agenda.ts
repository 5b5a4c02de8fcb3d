import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, ownInterpreters, representedCompanies } from '../../accounts/index.ts'
import { mayReadAgenda, mayReadBoard } from '../domain/policy.ts'
import {
  type Agenda,
  type AgendaEntry,
  type HolderKey,
  findAgenda,
  findAgendas,
  findAllAgendas,
} from '../store/agenda-store.ts'
import type { OfEvent } from './read-board.ts'

export type { Agenda }

/**
 * The released day of one holder; without a key, of the first company the actor speaks for or the interpreter
 * the actor is. One statement. `absent` for a foreign holder, an unknown one, and before the first release alike.
 */
export async function readAgenda(
  platform: Platform,
  actor: Actor,
  input: OfEvent & HolderKey,
): Promise<Result<Agenda>> {
  const { programmeId, eventId, participantId, interpreterId } = input
  const named = participantId !== undefined || interpreterId !== undefined
  const agenda = named
    ? await findAgenda(platform.db, programmeId, eventId, { participantId, interpreterId })
    : (await listOwnAgendas(platform, actor, programmeId)).find((own) => own.eventId === eventId)
  const holder = agenda?.holder
  if (!agenda || !holder) return refuse('absent', 'scheduling.absent')
  const key = holder.companyId ? { companyId: holder.companyId } : { interpreterId: holder.interpreterId ?? '' }
  return mayReadAgenda(actor, programmeId, key) ? ok(agenda) : refuse('absent', 'scheduling.absent')
}

/** Own released days in every event of the programme. */
export const listOwnAgendas = (platform: Platform, actor: Actor, programmeId: Id): Promise<Agenda[]> =>
  findAgendas(platform.db, programmeId, {
    companyIds: representedCompanies(actor, programmeId),
    interpreterIds: ownInterpreters(actor, programmeId),
  })

/** Everybody's day, for export and print. */
export async function listAgendas(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: OfEvent,
): Promise<Result<Agenda[]>> {
  if (!mayReadBoard(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  return ok(await findAllAgendas(platform.db, programmeId, eventId))
}

/** One meeting with the agenda it stands in: the own one, else, for those who answer for the programme, the host's. */
export async function readMeetingAgenda(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, requestId }: OfEvent & { readonly requestId: Id },
): Promise<Result<{ agenda: Agenda; entry: AgendaEntry }>> {
  const agendas = mayReadBoard(actor, programmeId)
    ? await findAllAgendas(platform.db, programmeId, eventId)
    : await listOwnAgendas(platform, actor, programmeId)
  for (const agenda of agendas) {
    const entry =
      agenda.eventId === eventId ? agenda.entries.find((candidate) => candidate.requestId === requestId) : undefined
    if (entry) return ok({ agenda, entry })
  }
  return refuse('absent', 'scheduling.absent')
}
