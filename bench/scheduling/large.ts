import { type ScheduleProblem, verify } from '../../src/modules/scheduling/engine/index.ts'
import { buildProblem } from '../../src/modules/scheduling/engine/testing/build-problem.ts'
import { solveInWorker } from '../../src/modules/scheduling/solver/solve-in-worker.ts'
import { bookFirstCome } from './first-come.ts'
import { report } from './report.ts'

const eventOf = (participants: number): ScheduleProblem =>
  buildProblem({
    seed: participants,
    hosts: participants / 2,
    guests: participants / 2,
    requests: participants * 6,
    slots: 24,
    days: 2,
    tables: Math.round(participants * 0.32),
    interpreters: Math.round(participants * 0.07),
    interpreted: 0.18,
    partTime: 0.4,
  })

/** Growth with the size of the event: time until the weight is within 0.1 % of the bound, and what the budget brings. */
export async function measureGrowth(
  sizes: readonly number[],
  budgetMs: (participants: number) => number,
): Promise<void> {
  for (const participants of sizes) {
    const problem = eventOf(participants)
    const name = `event of ${participants}`
    let withinMs = Number.NaN
    const { solution, elapsedMs } = await solveInWorker(
      problem,
      { seed: 1, budgetMs: budgetMs(participants), changesBudgetMs: 0 },
      undefined,
      ({ value, boundWeight, elapsedMs: atMs }) => {
        if (Number.isNaN(withinMs) && value.weight >= boundWeight * 0.999) withinMs = atMs
      },
    )
    const megabytes = Math.round(process.memoryUsage().rss / 1e6)
    const { value, bound } = solution
    const isValid = verify(problem, solution).ok
    report({ case: name, metric: 'time to 0.1 %', value: Math.round(withinMs), unit: 'ms' })
    const gap = (bound.weight - value.weight) / bound.weight
    const goal = participants >= 10_000 ? 0.0001 : 0.00005
    report({
      case: name,
      metric: 'weight below bound',
      value: Number(gap.toFixed(7)),
      goal: `<= ${goal}`,
      ok: gap <= goal,
      n: problem.requests.length,
    })
    report({
      case: name,
      metric: 'breaks',
      value: value.breaks,
      ...(participants >= 10_000 ? { goal: '<= 50', ok: value.breaks <= 50 } : {}),
    })
    report({ case: name, metric: 'time', value: Math.round(elapsedMs), unit: 'ms' })
    report({ case: name, metric: 'verified', value: isValid, ok: isValid })
    report({
      case: name,
      metric: 'memory of the process',
      value: megabytes,
      unit: 'MB',
      ...(participants >= 10_000 ? { goal: '<= 500', ok: megabytes <= 500 } : {}),
    })
    const booked = bookFirstCome(problem)
    report({ case: name, metric: 'meetings held', value: value.held, peer: 'first come', peerValue: booked.held })
    report({
      case: name,
      metric: 'idle slots',
      value: value.idleSlots,
      peer: 'first come',
      peerValue: booked.idleSlots,
    })
  }
}
