import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction, uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { solveSchedule } from '../jobs/solve-schedule.ts'
import { type RunRow, insertRun } from '../store/run-store.ts'

export interface StartRun {
  readonly programmeId: Id
  readonly eventId: Id
  readonly budgetMs: number
  readonly seed: number
}

/** Queues a solver run. One at a time per event: the index decides between two that start together. */
export async function startRun(platform: Platform, actor: Actor, command: StartRun): Promise<Result<RunRow>> {
  const { programmeId, eventId, budgetMs, seed } = command
  const who = journalActor(actor)
  const [id, createdAt] = [platform.newId(), platform.clock.now()]
  try {
    const started = await transaction(platform.db, async (trx): Promise<Result<RunRow>> => {
      const inserted = await insertRun(
        trx,
        { id, programmeId, eventId, seed, budgetMs, requestedBy: who.actorId, createdAt },
        {
          programmeId,
          ...who,
          action: 'schedule-run.started',
          subjectKind: 'event',
          subjectId: eventId,
          after: { runId: id, seed, budgetMs },
        },
      )
      if (!inserted) return refuse('absent', 'scheduling.absent')
      await platform.jobs.send(solveSchedule, { runId: id, programmeId, eventId }, { db: trx })
      return ok({ id, status: 'queued', seed, budgetMs, progress: {}, createdAt, finishedAt: null } as const)
    })
    if (started.ok) platform.live.publish(`board:${eventId}`, id)
    return started
  } catch (error) {
    if (uniqueViolation(error) === 'schedule_run_live') return refuse('conflict', 'scheduling.already-solving')
    throw error
  }
}
