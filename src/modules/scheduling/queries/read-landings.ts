import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Landing, landingsOf } from '../domain/placement.ts'
import { mayEditSchedule } from '../domain/policy.ts'
import { loadFacts } from '../store/facts-store.ts'
import type { OfEvent } from './read-board.ts'

/** What dropping a request's meeting on each timeslot would mean. */
export async function readLandings(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, requestId }: OfEvent & { requestId: Id },
): Promise<Result<Landing[]>> {
  if (!mayEditSchedule(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts?.requests.some(({ id }) => id === requestId)) return refuse('absent', 'scheduling.absent')
  return ok(landingsOf(facts, requestId))
}
