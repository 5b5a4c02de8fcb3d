import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction, uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayRank } from '../domain/policy.ts'
import { rankCompanies } from '../jobs/rank-companies.ts'
import { type MatchRunRow, insertMatchRun } from '../store/match-run-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

/** Queues a ranking of all pairs. One at a time per programme: the index decides between two that start together. */
export async function startMatchRun(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<MatchRunRow>> {
  if (!mayRank(standingOf(actor, programmeId))) return absent()
  const who = journalActor(actor)
  const [id, createdAt] = [platform.newId(), platform.clock.now()]
  try {
    const run = await transaction(platform.db, async (trx) => {
      const started = await insertMatchRun(
        trx,
        { id, programmeId, requestedBy: who.actorId, createdAt },
        {
          at: createdAt,
          programmeId,
          ...who,
          action: 'match-run.started',
          subjectKind: 'match-run',
          subjectId: id,
        },
      )
      await platform.jobs.send(rankCompanies, { runId: id, programmeId }, { db: trx })
      return started
    })
    platform.live.publish(`matches:${programmeId}`, id)
    return ok(run)
  } catch (error) {
    if (uniqueViolation(error) === 'match_run_live') return refuse('conflict', 'matching.already-ranking')
    throw error
  }
}
