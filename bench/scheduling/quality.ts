import { checkBound, type ScheduleProblem, verify } from '../../src/modules/scheduling/engine/index.ts'
import { solveInWorker } from '../../src/modules/scheduling/solver/solve-in-worker.ts'
import { bookFirstCome } from './first-come.ts'
import { firstSearchBreaks, type Instance } from './instances.ts'
import { askClingo, askHighs, type PeerAnswer } from './peers.ts'
import { geometricMean, note, report } from './report.ts'

export interface QualityLimits {
  readonly budgetMs: number
  readonly peerMs: number
}

interface Outcome {
  readonly isProven: boolean
  /** Our time to the final value over the strongest peer's time to its proof; null when no peer proved. */
  readonly ratio: number | null
}

/** Peers ground or build the whole time-indexed model: beyond this that alone takes longer than their time. */
const REQUESTS_FOR_PEERS = 1_200

const ours = async (problem: ScheduleProblem, budgetMs: number) => {
  let bestAtMs = 0
  let last = ''
  const answer = await solveInWorker(problem, { seed: 1, budgetMs, changesBudgetMs: 0 }, undefined, (progress) => {
    const reached = `${progress.value.weight} ${progress.value.breaks}`
    if (reached !== last) bestAtMs = progress.elapsedMs
    last = reached
  })
  return { ...answer, bestAtMs }
}

export async function measureQuality(instances: readonly Instance[], limits: QualityLimits): Promise<void> {
  const outcomes: Outcome[] = []
  for (const instance of instances) outcomes.push(await measureInstance(instance, limits))
  const proven = outcomes.filter((outcome) => outcome.isProven).length
  report({
    case: 'all',
    metric: 'proven optimal',
    value: proven / outcomes.length,
    goal: '>= 0.8',
    ok: proven / outcomes.length >= 0.8,
    n: outcomes.length,
  })
  const ratios = outcomes.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]))
  if (ratios.length === 0) return
  const mean = geometricMean(ratios)
  report({
    case: 'all',
    metric: 'time to optimum / peer',
    value: Number(mean.toFixed(4)),
    goal: '<= 0.1',
    ok: mean <= 0.1,
    n: ratios.length,
  })
}

async function measureInstance({ name, problem }: Instance, { budgetMs, peerMs }: QualityLimits): Promise<Outcome> {
  const { solution, elapsedMs, bestAtMs } = await ours(problem, budgetMs)
  const { value, bound } = solution
  const isValid = verify(problem, solution).ok
  report({ case: name, metric: 'verified', value: isValid, ok: isValid })
  report({
    case: name,
    metric: 'bound re-checked',
    value: checkBound(problem, solution).ok,
    ok: checkBound(problem, solution).ok,
  })
  const gap = (bound.weight - value.weight) / Math.max(1, bound.weight)
  report({ case: name, metric: 'weight', value: value.weight, goal: `bound ${bound.weight}`, ok: gap <= 0.00005 })
  const peers = await askPeers(problem, peerMs)
  const proven = peers.filter((peer) => peer.isProven)
  const optimum = proven.find((peer) => peer.breaks !== null)?.breaks ?? null
  const before = firstSearchBreaks[name]
  const isFewest =
    optimum === null
      ? before === undefined || value.breaks <= Math.max(bound.breaks, 0.8 * before)
      : value.breaks <= optimum
  report({
    case: name,
    metric: 'breaks',
    value: value.breaks,
    goal:
      optimum === null
        ? `bound ${bound.breaks}${before === undefined ? '' : ` or <= ${(0.8 * before).toFixed(1)}`}`
        : `optimum ${optimum}`,
    ok: isFewest,
  })
  report({ case: name, metric: 'proven optimal', value: bound.provenBest })
  report({ case: name, metric: 'time to final value', value: Math.round(bestAtMs), unit: 'ms' })
  report({ case: name, metric: 'time', value: Math.round(elapsedMs), unit: 'ms' })
  for (const peer of peers) {
    const better =
      peer.weight !== null &&
      (peer.weight > value.weight || (peer.weight === value.weight && peer.breaks! < value.breaks))
    report({
      case: name,
      metric: 'weight; breaks',
      value: `${value.weight}; ${value.breaks}`,
      goal: 'no peer better',
      ok: !better,
      peer: peer.peer,
      peerValue: `${peer.weight}; ${peer.breaks}${peer.isProven ? ` proven ${Math.round(peer.elapsedMs)} ms` : ''}`,
    })
  }
  const booked = bookFirstCome(problem)
  report({
    case: name,
    metric: 'meetings held',
    value: value.held,
    ok: value.held >= booked.held,
    peer: 'first come',
    peerValue: booked.held,
  })
  report({ case: name, metric: 'idle slots', value: value.idleSlots, peer: 'first come', peerValue: booked.idleSlots })
  const fastest = Math.min(...proven.map((peer) => peer.elapsedMs))
  const reached = optimum !== null && value.breaks === optimum
  return { isProven: bound.provenBest, ratio: reached ? bestAtMs / fastest : null }
}

async function askPeers(problem: ScheduleProblem, peerMs: number): Promise<PeerAnswer[]> {
  if (problem.requests.length > REQUESTS_FOR_PEERS) {
    note(`  peers not asked: ${problem.requests.length} requests`)
    return []
  }
  return [await askClingo(problem, peerMs), await askHighs(problem, peerMs)]
}
