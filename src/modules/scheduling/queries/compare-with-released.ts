import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Difference, concernedBy, differences } from '../domain/differences.ts'
import { mayReadBoard } from '../domain/policy.ts'
import { loadFacts } from '../store/facts-store.ts'
import type { OfEvent } from './read-board.ts'

export interface Comparison {
  readonly fromVersion: number | null
  readonly rows: readonly Difference[]
  readonly toldParticipants: readonly Id[]
  readonly toldInterpreters: readonly Id[]
  readonly revision: number
}

/** What a release would change, and for whom. */
export async function compareWithReleased(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: OfEvent,
): Promise<Result<Comparison>> {
  if (!mayReadBoard(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  const released = (facts.released?.meetings ?? []).filter(({ status }) => status === 'planned')
  const rows = differences(released, facts.draft.meetings)
  return ok({
    fromVersion: facts.released?.number ?? null,
    rows,
    ...concernedBy(facts, rows),
    revision: facts.draft.revision,
  })
}
