import {
  applyChange,
  assess,
  type Disturbance,
  explain,
  findChanges,
  repair,
  type ScheduleProblem,
  type ScheduleSolution,
  solve,
  type UnmetReason,
  type UnmetRequest,
  verify,
} from '../../src/modules/scheduling/engine/index.ts'
import { Random } from '../../src/modules/scheduling/engine/random.ts'
import { buildProblem } from '../../src/modules/scheduling/engine/testing/build-problem.ts'
import { percentile, report } from './report.ts'

const now = (): number => performance.now()

function disturb(problem: ScheduleProblem, solution: ScheduleSolution, random: Random): Disturbance {
  const meeting = solution.meetings[random.below(solution.meetings.length)]!
  const request = problem.requests.find(({ id }) => id === meeting.request)!
  const waiting = solution.unmet[random.below(Math.max(1, solution.unmet.length))]
  const later = problem.slots[problem.slots.findIndex(({ id }) => id === meeting.slot) + 1]?.id
  const kinds: Disturbance[] = [
    { code: 'cancelled', request: meeting.request },
    { code: 'away', participant: request.host },
    {
      code: 'away',
      participant: request.guest,
      slots: problem.slots.slice(0, 1 + random.below(3)).map(({ id }) => id),
    },
    {
      code: 'interpreter-lost',
      interpreter: meeting.interpreter ?? problem.interpreters[0]!.id,
      slots: [meeting.slot],
    },
    { code: 'place-lost', place: meeting.place ?? '', slots: [meeting.slot] },
    { code: 'longer-meeting', request: meeting.request, slots: later === undefined ? [] : [later] },
    ...(waiting === undefined
      ? []
      : [
          {
            code: 'new-request' as const,
            request: { ...problem.requests.find(({ id }) => id === waiting.request)!, id: 'new', weight: 99 },
          },
        ]),
  ]
  return kinds[random.below(kinds.length)]!
}

/** Random disturbances of a full schedule: time, moves, and how often the number of moves is proven least. */
export function measureRepair(name: string, problem: ScheduleProblem, count: number, iterations: number): void {
  const solution = solve(problem, { seed: 1, iterationLimit: iterations, elapsedMs: now })
  const random = new Random(11)
  const times: number[] = []
  const moves: number[] = []
  let proven = 0
  let kept = 0
  let valid = 0
  for (let n = 0; n < count; n++) {
    const disturbance = disturb(problem, solution, random)
    const startedMs = now()
    const after = repair(problem, solution, disturbance, { elapsedMs: now })
    times.push(now() - startedMs)
    moves.push(after.moved.length)
    if (after.provenLeast) proven++
    if (after.provenKept) kept++
    if (verify(after.problem, after.solution).ok) valid++
  }
  report({
    case: name,
    metric: 'repair p95',
    value: Math.round(percentile(times, 0.95)),
    unit: 'ms',
    goal: '<= 1000',
    ok: percentile(times, 0.95) <= 1000,
    n: count,
  })
  report({
    case: name,
    metric: 'repair median',
    value: Number(percentile(times, 0.5).toFixed(1)),
    unit: 'ms',
    n: count,
  })
  report({ case: name, metric: 'moved meetings, mean', value: moves.reduce((a, b) => a + b, 0) / count, n: count })
  report({
    case: name,
    metric: 'moved meetings proven least',
    value: proven,
    goal: `${count} of ${count}`,
    ok: proven === count,
    n: count,
  })
  report({ case: name, metric: 'kept meetings proven most', value: kept, goal: `of ${count}`, n: count })
  report({ case: name, metric: 'repairs verified', value: valid, goal: `${count}`, ok: valid === count, n: count })
}

export const fullCase = (seed: number): ScheduleProblem =>
  buildProblem({
    seed,
    hosts: 22,
    guests: 18,
    requests: 120,
    slots: 10,
    tables: 11,
    namesTables: true,
    interpreters: 7,
    interpreted: 0.45,
  })

export const eventOf500 = (): ScheduleProblem =>
  buildProblem({
    seed: 500,
    hosts: 250,
    guests: 250,
    requests: 3_000,
    slots: 20,
    days: 2,
    tables: 160,
    namesTables: true,
    interpreters: 35,
    interpreted: 0.18,
  })

/** Random small events: with the change, another run holds the request and loses nothing, or gains; without it, there is no room for it. */
export function measureExplanations(count: number): void {
  let changes = 0
  let unmet = 0
  let held = 0
  let reasonsTrue = 0
  for (let seed = 0; seed < count; seed++) {
    const problem = buildProblem({
      seed,
      hosts: 6,
      guests: 5,
      requests: 22,
      slots: 4,
      tables: 4,
      namesTables: seed % 2 === 0,
      interpreters: 2,
      interpreted: 0.4,
      partTime: 0.5,
    })
    const solution = solve(problem, { seed: 1, iterationLimit: 4_000, elapsedMs: now })
    unmet += solution.unmet.length
    for (const one of solution.unmet) if (isReasonTrue(problem, solution, one)) reasonsTrue++
    const fitsAsItIs = new Set(
      explain(problem, solution).flatMap((e) => (e.reason.code === 'stopped-early' ? [e.request] : [])),
    )
    for (const [request, { held: _, moved: __, ...change }] of findChanges(problem, solution)) {
      changes++
      const changed = applyChange(problem, change)
      const after = solve(changed, { seed: 2, iterationLimit: 4_000, warmStart: solution, elapsedMs: now })
      const isHeld = after.meetings.some((meeting) => meeting.request === request)
      const isBetter =
        after.value.weight > solution.value.weight || (isHeld && after.value.weight === solution.value.weight)
      if (isBetter && verify(changed, after).ok && !fitsAsItIs.has(request)) held++
    }
  }
  report({
    case: 'random events',
    metric: 'changes re-checked',
    value: held,
    goal: `${changes}`,
    ok: held === changes,
    n: count,
  })
  report({
    case: 'random events',
    metric: 'reasons re-checked',
    value: reasonsTrue,
    goal: `${unmet}`,
    ok: reasonsTrue === unmet,
    n: count,
  })
  report({
    case: 'random events',
    metric: 'unmet requests with a change',
    value: changes,
    goal: `of ${unmet}`,
    n: count,
  })
}

/** With the named obstacle the request fits nowhere; without it, it fits, or something else is named. */
function isReasonTrue(
  problem: ScheduleProblem,
  solution: ScheduleSolution,
  { request, reason }: UnmetRequest,
): boolean {
  if (fitsSomewhere(problem, solution, request)) return false
  const after = explain(...withoutObstacle(problem, solution, request, reason)).find((one) => one.request === request)
  return after === undefined || JSON.stringify(after.reason) !== JSON.stringify(reason)
}

/** By trial: any slot, interpreter and place that the verifier accepts beside the meetings held. */
function fitsSomewhere(problem: ScheduleProblem, { meetings }: ScheduleSolution, id: string): boolean {
  const request = problem.requests.find((one) => one.id === id)!
  const able = request.languagePair === null ? [null] : problem.interpreters.map((one) => one.id)
  return problem.slots.some(({ id: slot }) => {
    const taken = new Set(meetings.filter((one) => one.slot === slot).map((one) => one.place))
    const place = problem.places.find((one) => !taken.has(one.id) && (one.availableSlots?.includes(slot) ?? true))
    return able.some((interpreter) => {
      const added = { request: id, slot, interpreter, place: place?.id ?? null, hostDelegate: 0, guestDelegate: 0 }
      return assess(problem, [...meetings, added]).report.ok
    })
  })
}

function withoutObstacle(
  problem: ScheduleProblem,
  solution: ScheduleSolution,
  id: string,
  reason: UnmetReason,
): [ScheduleProblem, ScheduleSolution] {
  const without = (gone: readonly string[]): [ScheduleProblem, ScheduleSolution] => [
    problem,
    { ...solution, meetings: solution.meetings.filter((one) => !gone.includes(one.request)) },
  ]
  const { host, guest } = problem.requests.find((one) => one.id === id)!
  switch (reason.code) {
    case 'participant-full':
    case 'no-common-free-time':
      return without(reason.meetings)
    case 'lost-to':
    case 'pin-conflict':
      return without(reason.requests)
    case 'no-common-time': {
      const slot = problem.participants.find((one) => one.id === guest)!.availableSlots[0]!
      return [applyChange(problem, { code: 'open-slot', participant: host, slot }), solution]
    }
    case 'no-place':
    case 'places-full':
      return [applyChange(problem, { code: 'add-place', place: reason.place, slot: reason.slots[0]! }), solution]
    case 'no-interpreter': {
      const change = { code: 'add-interpreter', languagePair: reason.languagePair, slot: reason.slots[0]! } as const
      return [applyChange(problem, change), solution]
    }
    default:
      return [problem, solution]
  }
}
