import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { runSolveSchedule } from '../jobs/solve-schedule.ts'
import { startRun } from '../operations/start-run.ts'

/** Starts a run and does its job here, so that a test need not wait for the queue. */
export async function solveNow(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: { readonly programmeId: Id; readonly eventId: Id },
  budgetMs = 150,
): Promise<Id> {
  const started = await startRun(platform, actor, { programmeId, eventId, budgetMs, seed: 1 })
  if (!started.ok) throw new Error(started.refusal.code)
  await runSolveSchedule(platform, { runId: started.value.id, programmeId, eventId })
  return started.value.id
}
