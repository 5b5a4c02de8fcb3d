import type { Platform } from '../../../platform/context.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildInterpreter } from '../../events/testing/build-interpreter.ts'
import { walkMeetingRequest } from '../../meetings/testing/walk-meeting-request.ts'
import { runSolveSchedule } from '../jobs/solve-schedule.ts'
import { releaseSchedule } from '../operations/release-schedule.ts'
import { startRun } from '../operations/start-run.ts'
import { readAgenda } from '../queries/read-agenda.ts'

export interface WalkedStep {
  readonly step: 'ask' | 'accept' | 'start' | 'run' | 'release' | 'agenda'
  /** SQL besides begin and commit. */
  readonly statements: readonly string[]
}

/** One request from asking to the company's agenda, every step with the statements it sends. */
export async function walkToAgenda(platform: Platform): Promise<WalkedStep[]> {
  const { steps, programmeId, eventId, host } = await walkMeetingRequest(platform)
  await buildInterpreter(platform, { programmeId, eventId })
  const operator = await buildActor(platform, 'operator', { programmeId })
  const key = { programmeId, eventId }
  const walked: WalkedStep[] = [...steps]
  const walk = async <T>(step: WalkedStep['step'], work: () => Promise<T>): Promise<T> => {
    const { value, statements } = await countStatements(work)
    walked.push({ step, statements })
    return value
  }
  const run = await walk('start', () => startRun(platform, operator, { ...key, budgetMs: 100, seed: 1 }))
  if (!run.ok) throw new Error(run.refusal.code)
  await walk('run', () => runSolveSchedule(platform, { ...key, runId: run.value.id }))
  const released = await walk('release', () => releaseSchedule(platform, operator, { ...key, revision: 1, note: null }))
  if (!released.ok) throw new Error(released.refusal.code)
  const agenda = await walk('agenda', () => readAgenda(platform, host, key))
  if (!agenda.ok || agenda.value.entries.length !== 1)
    throw new Error('The walk does not end in an agenda with its meeting')
  return walked
}
