import { z } from 'zod'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { outcomeOf, planOf } from '../domain/outcome.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import { type ScheduleProblem, type ScheduleSolution, verify } from '../engine/index.ts'
import { solutionOfDraft } from '../domain/assessment.ts'
import type { ScheduleFacts } from '../domain/facts.ts'
import { type RunProgress, addToCurve, emptyProgress } from '../domain/run-progress.ts'
import { solveInWorker } from '../solver/solve-in-worker.ts'
import { startStudyJobs } from './study-schedule.ts'
import { claimRun, type ClaimedRun } from '../store/facts-store.ts'
import { endRun, listLiveRuns, reportProgress } from '../store/run-store.ts'
import { saveRun } from '../store/schedule-store.ts'

const runReference = z.object({ runId: z.uuid(), programmeId: z.uuid(), eventId: z.uuid() })
type RunReference = z.infer<typeof runReference>

/** A run whose process is killed is tried again from the start: until its last transaction it has written nothing. */
export const solveSchedule = defineJob('scheduling.solve', {
  schema: runReference,
  retryLimit: 2,
  expireInSeconds: 900,
})

const REPORT_EVERY_MS = 500

/** Claims the run, solves in a thread of its own, and makes the verified result the draft. */
export async function runSolveSchedule(platform: Platform, run: RunReference, signal?: AbortSignal): Promise<void> {
  const claimed = await claimRun(platform.db, run.runId, platform.clock.now())
  if (!claimed) return
  try {
    await solveAndSave(platform, run, claimed, signal)
  } catch (error) {
    await endRun(platform.db, run.runId, 'failed', platform.clock.now())
    throw error
  } finally {
    platform.live.publish(`board:${run.eventId}`, run.runId)
  }
}

async function solveAndSave(
  platform: Platform,
  run: RunReference,
  claimed: ClaimedRun,
  signal?: AbortSignal,
): Promise<void> {
  const problem = problemOfEvent(claimed.facts)
  const reporter = progressReporter(platform, run, problem)
  const stop = new AbortController()
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const { solution, changes, elapsedMs } = await solveInWorker(
    problem,
    { seed: claimed.seed, budgetMs: claimed.budgetMs, ...warmStartFrom(problem, claimed.facts) },
    stopped,
    (progress) => reporter.report(progress, () => stop.abort()),
  )
  const report = verify(problem, solution)
  if (!report.ok) throw new Error(`The solver broke a rule: ${JSON.stringify(report.violations.slice(0, 3))}`)
  await reporter.settled()
  const pinned = claimed.facts.draft.meetings.filter((m) => m.pinned).map((m) => m.requestId)
  const outcome = outcomeOf(solution, { changes, elapsedMs })
  await transaction(platform.db, (trx) =>
    saveRun(
      trx,
      {
        ...run,
        status: stopped.aborted ? 'stopped' : 'done',
        newScheduleId: platform.newId(),
        meetings: planOf(solution, new Set(pinned)),
        outcome,
        progress: reporter.latest(solution.value.held, elapsedMs),
        now: platform.clock.now(),
      },
      {
        programmeId: run.programmeId,
        actorKind: 'system',
        actorId: null,
        action: 'schedule-run.finished',
        subjectKind: 'event',
        subjectId: run.eventId,
        after: { runId: run.runId, value: outcome.value, bound: outcome.bound, problemHash: solution.problemHash },
      },
    ),
  )
}

/** The present draft, as far as it still holds: solving again should not upset days that nothing calls into question. */
function warmStartFrom(problem: ScheduleProblem, facts: ScheduleFacts): { warmStart?: ScheduleSolution } {
  return facts.draft.meetings.length > 0 ? { warmStart: solutionOfDraft(problem, facts) } : {}
}

/** Writes progress twice a second at most and learns in the same statement whether somebody pressed stop. */
function progressReporter(platform: Platform, run: RunReference, problem: ScheduleProblem) {
  let latest: RunProgress = emptyProgress(problem.requests.length)
  let lastMs = 0
  let writing: Promise<void> = Promise.resolve()
  const write = async (stop: () => void) => {
    const { stopRequested } = await reportProgress(platform.db, run.runId, latest)
    if (stopRequested) stop()
    platform.live.publish(`board:${run.eventId}`, `${run.runId}@${latest.elapsedMs}`)
  }
  return {
    report(progress: Parameters<typeof addToCurve>[1], stop: () => void) {
      latest = addToCurve(latest, progress)
      if (progress.elapsedMs - lastMs < REPORT_EVERY_MS) return
      lastMs = progress.elapsedMs
      writing = writing.then(() => write(stop))
    },
    settled: () => writing,
    latest: (held: number, elapsedMs: number): RunProgress => ({ ...latest, held, elapsedMs }),
  }
}

/**
 * Registers the job in this process, and sends again the runs that a killed process left: the queue by itself
 * would miss it only when the job expires. A run that is done twice is saved once.
 */
export async function startSchedulingJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(solveSchedule, ({ data, signal }) => runSolveSchedule(platform, data, signal))
  for (const run of await listLiveRuns(platform.db)) {
    await platform.jobs.send(solveSchedule, run, { singletonKey: run.runId })
  }
  await startStudyJobs(platform)
}
