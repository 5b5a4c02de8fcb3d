import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Id } from '../../kernel/id.ts'
import { textIn } from '../../kernel/locale.ts'
import type { Result } from '../../kernel/result.ts'
import { type Actor, systemActor } from '../../modules/accounts/index.ts'
import { listMeetingRequests } from '../../modules/meetings/index.ts'
import { readFigures } from '../../modules/outcomes/index.ts'
import {
  type ScheduleProblem,
  type ScheduleSolution,
  type VerifyReport,
  exportProblem,
  readBoard,
  solveInWorker,
  verify,
} from '../../modules/scheduling/index.ts'
import { readConfig } from '../../platform/config.ts'
import type { Platform } from '../../platform/context.ts'
import { openPlatform } from '../../platform/open.ts'
import { loadDemo } from './load-demo.ts'

export interface DemoCheck {
  /** Lines for a terminal. */
  readonly report: string
  /** The independent verifier accepts the schedule. */
  readonly ok: boolean
}

/** Time for the solver; what comes before and after it fits into the rest of three seconds. */
const BUDGET_MS = 2000
const SEED = 1

/** Loads the source case into a database of its own, which is thrown away, and checks it as `checkProgramme` does. */
export async function checkDemo(): Promise<DemoCheck> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naru-demo-'))
  const platform = await openPlatform({ ...readConfig(), databaseUrl: null, dataDir, logLevel: 'warn' })
  try {
    const { programmeId, eventId } = await loadDemo(platform, { withSchedule: false })
    return await checkProgramme(platform, programmeId, eventId)
  } finally {
    await platform.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Solves the event as it is stored, has the result verified by code that shares nothing with the solver, and tells. */
export async function checkProgramme(platform: Platform, programmeId: Id, eventId: Id): Promise<DemoCheck> {
  const actor = systemActor('demo')
  const board = valueOf(await readBoard(platform, actor, { programmeId, eventId }))
  const problem = valueOf(await exportProblem(platform, actor, { programmeId, eventId }))
  const { solution, elapsedMs } = await solveInWorker(problem, { seed: SEED, budgetMs: BUDGET_MS })
  const verdict = verify(problem, solution)
  const lines = [
    ...(await describeCompanies(platform, programmeId, board)),
    ...(await describeRequests(platform, actor, programmeId, eventId)),
    ...describeSchedule(solution, verdict, elapsedMs),
    ...describeUnmet(board, problem, solution),
  ]
  return { report: lines.join('\n'), ok: verdict.ok }
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo was refused: ${result.refusal.code}`)
}

type Board = Extract<Awaited<ReturnType<typeof readBoard>>, { ok: true }>['value']

async function describeCompanies(platform: Platform, programmeId: Id, { facts, labels }: Board): Promise<string[]> {
  const sideOf = new Map(facts.participants.map(({ id, sideId }) => [id, sideId]))
  const perSide = labels.sides.map(({ id, name }) => {
    const ofSide = labels.participants.filter((participant) => sideOf.get(participant.id) === id)
    const real = ofSide.filter(({ synthetic }) => !synthetic).length
    return `  ${textIn(name, 'en')}: ${ofSide.length} (${real} real, ${ofSide.length - real} synthetic)`
  })
  const announced = (await readFigures(platform, programmeId))
    .filter(({ recorded }) => recorded !== null)
    .map(({ name, announced: figure, recorded }) => `  ${textIn(name, 'en')}: ${figure}; recorded: ${recorded}`)
  return [textIn(labels.eventName, 'en'), 'Companies', ...perSide, 'Announced beside recorded', ...announced]
}

async function describeRequests(platform: Platform, actor: Actor, programmeId: Id, eventId: Id): Promise<string[]> {
  const listed = await listMeetingRequests(platform, actor, { programmeId, eventId, page: 1, pageSize: 1 })
  const { byStatus } = valueOf(listed)
  const counts = Object.entries(byStatus).filter(([, count]) => count > 0)
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  return [`Requests: ${total} (${counts.map(([status, count]) => `${count} ${status}`).join(', ')})`]
}

function describeSchedule({ value, bound }: ScheduleSolution, verdict: VerifyReport, elapsedMs: number): string[] {
  const share = bound.weight === 0 ? 100 : (100 * value.weight) / bound.weight
  return [
    `Schedule: ${value.held} of ${value.requested} requested meetings held, ${value.musts} musts among them`,
    `  bound: weight ${value.weight} of at most ${bound.weight}, ${share.toFixed(1)} %${bound.provenBest ? ', proven best' : ''} (${bound.method})`,
    `  idle gaps: ${value.breaks} with ${value.idleSlots} timeslots, at most ${value.worstBreaks} for one company (bound ${bound.breaks})`,
    `  solved in ${(elapsedMs / 1000).toFixed(1)} s with seed ${SEED}`,
    verdict.ok
      ? '  verified: every rule is kept'
      : `  NOT verified: ${verdict.violations.map(({ code }) => code).join(', ')}`,
  ]
}

function describeUnmet({ labels }: Board, { requests }: ScheduleProblem, { unmet }: ScheduleSolution): string[] {
  const names = new Map(labels.participants.map(({ id, name }) => [id, textIn(name, 'en')]))
  const pairs = new Map(requests.map(({ id, host, guest }) => [id, `${names.get(host)} – ${names.get(guest)}`]))
  return [
    `Unmet: ${unmet.length}`,
    ...unmet.map(({ request, reason }) => `  ${pairs.get(request)}: ${sentence(reason)}`),
  ]
}

function sentence(reason: ScheduleSolution['unmet'][number]['reason']): string {
  switch (reason.code) {
    case 'no-common-time':
      return 'there is no timeslot in which both are there'
    case 'no-interpreter':
      return reason.everBusy
        ? `all interpreters for ${reason.languagePair} are taken when both are free`
        : `no interpreter for ${reason.languagePair} is there when both are`
    case 'no-place':
    case 'places-full':
      return `no ${reason.place} place is free when both are`
    case 'participant-full':
      return 'one of the two meets others in every timeslot both could use'
    case 'no-common-free-time':
      return 'both still have time, but never the same'
    case 'lost-to':
      return 'it could only be held instead of meetings that count as much or more'
    case 'pin-forbidden':
    case 'pin-conflict':
    case 'not-a-pair':
    case 'stopped-early':
      return reason.code
  }
}
