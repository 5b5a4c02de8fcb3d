import { checkBound, type ScheduleProblem, verify } from '../../src/modules/scheduling/engine/index.ts'
import { solveInWorker } from '../../src/modules/scheduling/solver/solve-in-worker.ts'
import { bookFirstCome } from './first-come.ts'
import { firstSearchBreaks, type Instance } from './instances.ts'
import { askClingo, askHighs, type PeerAnswer } from './peers.ts'
import { geometricMean, note, report } from './report.ts'

export interface QualityLimits {
  readonly budgetMs: (name: string) => number
  readonly peerMs: number
}

interface Outcome {
  readonly isProven: boolean
  /** Our time to the final value over the strongest peer's time to its proof; null when no peer proved. */
  readonly ratio: number | null
}

const EARLY_MS = 5_000
const LATER_MS = 10_000

/** Peers ground or build the whole time-indexed model: beyond this that alone takes longer than their time. */
const REQUESTS_FOR_PEERS = 1_200

interface Reached {
  readonly atMs: number
  readonly weight: number
  readonly breaks: number
}

/** Our answer and when each better value was reached, by the solver's own clock, as the peers' times are by theirs. */
const ours = async (problem: ScheduleProblem, budgetMs: number) => {
  const reached: Reached[] = []
  const answer = await solveInWorker(problem, { seed: 1, budgetMs, changesBudgetMs: 0 }, undefined, (progress) => {
    const { weight, breaks } = progress.value
    const last = reached.at(-1)
    if (last?.weight !== weight || last.breaks !== breaks) reached.push({ atMs: progress.reachedMs, weight, breaks })
  })
  const by = (ms: number): Reached => reached.findLast(({ atMs }) => atMs <= ms) ?? { atMs: ms, weight: 0, breaks: 0 }
  return { ...answer, bestAtMs: reached.at(-1)?.atMs ?? answer.elapsedMs, by }
}

export async function measureQuality(instances: readonly Instance[], limits: QualityLimits): Promise<void> {
  const outcomes: Outcome[] = []
  for (const instance of instances) outcomes.push(await measureInstance(instance, limits))
  const small = outcomes.filter((_, at) => /^(case|like)/.test(instances[at]!.name))
  const proven = small.filter((outcome) => outcome.isProven).length / Math.max(1, small.length)
  report({ case: 'all', metric: 'proven optimal', value: proven, goal: '>= 0.8', ok: proven >= 0.8, n: small.length })
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

async function measureInstance({ name, problem }: Instance, limits: QualityLimits): Promise<Outcome> {
  const { peerMs } = limits
  const budgetMs = limits.budgetMs(name)
  const { solution, elapsedMs, bestAtMs, by } = await ours(problem, budgetMs)
  const { value, bound } = solution
  const isValid = verify(problem, solution).ok
  report({ case: name, metric: 'verified', value: isValid, ok: isValid })
  const checked = checkBound(problem, solution)
  report({ case: name, metric: 'bound re-checked', value: checked.ok, ok: checked.ok })
  if (bound.breaks > 0)
    report({
      case: name,
      metric: 'breaks proven by certificate',
      value: checked.provenBreaks,
      goal: `bound ${bound.breaks}`,
    })
  const gap = (bound.weight - value.weight) / Math.max(1, bound.weight)
  report({ case: name, metric: 'weight', value: value.weight, goal: `bound ${bound.weight}`, ok: gap <= 0.00005 })
  const peers = await askPeers(problem, peerMs)
  const proven = peers.filter((peer) => peer.isProven)
  const optimum = proven.find((peer) => peer.breaks !== null)?.breaks ?? null
  const before = firstSearchBreaks[name]
  const share = /^(case|like)/.test(name) ? 0.8 : 0.7
  const [early, later] = [by(EARLY_MS), by(LATER_MS)]
  const isFewest =
    optimum === null
      ? before === undefined || value.breaks <= Math.max(bound.breaks, share * before)
      : value.breaks <= optimum
  if (optimum === null && before !== undefined && budgetMs >= EARLY_MS)
    report({
      case: name,
      metric: 'breaks after 5 s',
      value: early.breaks,
      goal: `bound ${bound.breaks} or <= ${(share * before).toFixed(1)}`,
      ok: early.breaks <= Math.max(bound.breaks, share * before),
    })
  report({
    case: name,
    metric: 'breaks',
    value: value.breaks,
    goal:
      optimum === null
        ? `bound ${bound.breaks}${before === undefined ? '' : ` or <= ${(share * before).toFixed(1)}`}`
        : `optimum ${optimum}`,
    ok: isFewest,
  })
  report({ case: name, metric: 'proven optimal', value: bound.provenBest })
  report({ case: name, metric: 'time to final value', value: Math.round(bestAtMs), unit: 'ms' })
  report({ case: name, metric: 'time', value: Math.round(elapsedMs), unit: 'ms' })
  for (const peer of peers) {
    const better =
      peer.weight !== null &&
      (peer.weight > later.weight || (peer.weight === later.weight && peer.breaks! < later.breaks))
    report({
      case: name,
      metric: 'weight; breaks after 10 s',
      value: `${later.weight}; ${later.breaks}`,
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
  const strongest = proven.find((peer) => peer.elapsedMs === fastest)
  if (reached && strongest !== undefined)
    report({
      case: name,
      metric: 'time to optimum',
      value: Math.round(bestAtMs),
      unit: 'ms',
      goal: `<= ${Math.round(fastest / 10)} on average`,
      peer: strongest.peer,
      peerValue: Math.round(fastest),
    })
  return { isProven: bound.provenBest, ratio: reached ? bestAtMs / fastest : null }
}

async function askPeers(problem: ScheduleProblem, peerMs: number): Promise<PeerAnswer[]> {
  if (problem.requests.length > REQUESTS_FOR_PEERS) {
    note(`  peers not asked: ${problem.requests.length} requests`)
    return []
  }
  // Beside each other: each has a core of its own, and nothing else runs.
  const logic = askClingo(problem, peerMs)
  return [await askHighs(problem, peerMs), await logic]
}
