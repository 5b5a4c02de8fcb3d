import { type CompiledProblem, compileProblem } from './compile.ts'
import { applyDisturbance, type Disturbance } from './disturbance.ts'
import { enterMeetings } from './warm-start.ts'
import { BoundKeeper } from './bound-keeper.ts'
import { type LeastMoves, type Placement, searchLeastMoves } from './least-moves.ts'
import { writeOutput } from './output.ts'
import { honouredPins } from './pins.ts'
import type { ScheduleProblem } from './problem.ts'
import type { ScheduledMeeting, ScheduleSolution } from './solution.ts'
import { ScheduleState } from './state.ts'

export interface RepairOptions {
  /** Slots too near to change: nothing moves out of them or into them. */
  readonly frozenSlots?: readonly string[]
  /** Unmet requests take holes that need no move. True when absent. */
  readonly fillHoles?: boolean
  /** Other meetings that may move so that the displaced ones find a slot; 3 when absent: beyond, one meeting less is the smaller harm. */
  readonly mostExtraMoves?: number
  /** Time for the search of the least moves; 300 when absent. */
  readonly budgetMs?: number
  readonly elapsedMs: () => number
}

export interface MovedMeeting {
  readonly request: string
  readonly from: string
  readonly to: string
}

/** A schedule after the disturbance and how it differs from the one before. */
export interface RepairAlternative {
  readonly solution: ScheduleSolution
  /** Meetings held before and after in different slots. */
  readonly moved: readonly MovedMeeting[]
  /** Held before, not any more. */
  readonly dropped: readonly string[]
  /** Not held before: the new request, and unmet ones that took holes. */
  readonly added: readonly string[]
}

export interface Repair extends RepairAlternative {
  /** The problem after the disturbance: what `solution` is a solution of. */
  readonly problem: ScheduleProblem
  /**
   * Up to three other schedules to choose from: of as many moves, others moving or elsewhere; and, where the answer
   * moves meetings that the disturbance did not touch, one that moves none of them at the price of meetings dropped.
   */
  readonly alternatives: readonly RepairAlternative[]
  /** No schedule that keeps as many of the former meetings moves fewer. */
  readonly provenLeast: boolean
  /** Within the moves allowed, no more of the former meetings can be kept. */
  readonly provenKept: boolean
}

const DEFAULT_BUDGET_MS = 300
const DEFAULT_EXTRA_MOVES = 3
const MOST_ALTERNATIVES = 3

/**
 * The schedule after a disturbance with the fewest moved meetings, then the fewest breaks: iterative deepening on
 * the number of moves. Pins and frozen slots stay. A meeting that has no slot left, or only at the price of more
 * moves than the search can look at, is dropped, the least valuable first.
 */
export function repair(
  problem: ScheduleProblem,
  published: ScheduleSolution,
  disturbance: Disturbance,
  options: RepairOptions,
): Repair {
  const startedMs = options.elapsedMs()
  const disturbed = applyDisturbance(problem, disturbance)
  const compiled = compileProblem(disturbed)
  const state = enterMeetings(new ScheduleState(compiled), {
    ...published,
    meetings: untouchedFirst(compiled, published),
  })
  const formerSlot = new Map(published.meetings.map((meeting) => [meeting.request, meeting.slot]))
  const wanted = new Set(disturbance.code === 'new-request' ? [disturbance.request.id] : [])
  const former = Int32Array.from(compiled.requests, (r) => compiled.slotIndex.get(formerSlot.get(r.id) ?? '') ?? -1)
  const displaced: number[] = []
  compiled.requests.forEach((request, r) => {
    const isDue = formerSlot.has(request.id) || wanted.has(request.id)
    if (isDue && state.slotOf[r]! < 0 && compiled.impossible[r] === null) displaced.push(r)
  })
  const frozen = new Uint8Array(compiled.slotCount)
  for (const slot of options.frozenSlots ?? []) frozen[compiled.slotIndex.get(slot) ?? -1] = 1
  const deadlineMs = startedMs + (options.budgetMs ?? DEFAULT_BUDGET_MS)
  const task = { former, frozen, mayGoOn: () => options.elapsedMs() < deadlineMs }
  const before = placementOf(state)
  const { others, ...proven } = placeDisplaced(state, displaced, {
    ...task,
    mostExtraMoves: options.mostExtraMoves ?? DEFAULT_EXTRA_MOVES,
  })
  const best = placementOf(state)
  const choices = [best, ...others]
  if (before.slots.some((t, r) => t >= 0 && t !== best.slots[r])) {
    state.restore(before.slots, before.interpreters)
    placeDisplaced(state, displaced, { ...task, mostExtraMoves: 0 })
    choices.splice(MOST_ALTERNATIVES, 1, placementOf(state))
  }
  const reporter = new Reporter(compiled, formerSlot)
  const [answer, ...alternatives] = choices.map(({ slots, interpreters }) => {
    state.restore(slots, interpreters)
    if (options.fillHoles !== false) fillHoles(state, formerSlot, frozen)
    return reporter.report(state)
  })
  return { problem: disturbed, ...answer!, alternatives, ...proven }
}

/** Who keeps the interpreter is seated before those who need another: nobody loses a meeting to what happened to others. */
function untouchedFirst(problem: CompiledProblem, { meetings }: ScheduleSolution): ScheduledMeeting[] {
  const interpreters = new Map(problem.interpreterIds.map((id, i) => [id, i]))
  const lost = ({ interpreter, slot }: ScheduledMeeting): number => {
    const i = interpreter === null ? undefined : interpreters.get(interpreter)
    const t = problem.slotIndex.get(slot)
    return i === undefined || t === undefined || problem.interpreterAvailableAt[i * problem.slotCount + t] === 1 ? 0 : 1
  }
  return meetings.toSorted((a, b) => lost(a) - lost(b))
}

const placementOf = (state: ScheduleState): Placement => ({
  slots: state.slotOf.slice(),
  interpreters: state.interpreterOf.slice(),
})

type Placed = Pick<Repair, 'provenLeast' | 'provenKept'> & { readonly others: readonly Placement[] }

/** Places all displaced meetings, or as many as can be, giving up the least valuable first. */
function placeDisplaced(
  state: ScheduleState,
  displaced: readonly number[],
  task: Omit<LeastMoves, 'displaced'>,
): Placed {
  const { must, weight } = state.problem
  const byWorth = displaced.toSorted((a, b) => must[b]! - must[a]! || weight[b]! - weight[a]! || a - b)
  let provenKept = true
  while (byWorth.length > 0) {
    const found = searchLeastMoves(state, { ...task, displaced: byWorth })
    if (found.isPlaced) return { provenLeast: found.isProven, provenKept, others: found.others }
    provenKept &&= found.isProven
    byWorth.pop()
  }
  return { provenLeast: true, provenKept, others: [] }
}

/** Unmet requests, the most valuable first, into slots that are free for them as they are. */
function fillHoles(state: ScheduleState, formerSlot: ReadonlyMap<string, string>, frozen: Uint8Array): void {
  const { problem } = state
  const waiting = state.open.filter((r) => !formerSlot.has(problem.requests[r]!.id))
  waiting.sort((a, b) => problem.must[b]! - problem.must[a]! || problem.weight[b]! - problem.weight[a]! || a - b)
  for (const r of waiting) {
    let best = -1
    let least = Infinity
    for (const t of problem.candidateSlots[r]!) {
      if (frozen[t] === 1 || !state.canHold(r, t)) continue
      const shape = state.shapeChange(problem.host[r]!, -1, t) + state.shapeChange(problem.guest[r]!, -1, t)
      if (shape < least) {
        least = shape
        best = t
      }
    }
    if (best >= 0) state.tryHold(r, best)
  }
}

/** Writes placements out beside the schedule before; the bound is the same for all. */
class Reporter {
  private readonly compiled: CompiledProblem
  private readonly formerSlot: ReadonlyMap<string, string>
  private readonly bound: BoundKeeper

  constructor(compiled: CompiledProblem, formerSlot: ReadonlyMap<string, string>) {
    this.compiled = compiled
    this.formerSlot = formerSlot
    this.bound = new BoundKeeper(compiled, honouredPins(compiled))
  }

  report(state: ScheduleState): RepairAlternative {
    const { compiled, formerSlot, bound } = this
    const output = writeOutput(state)
    while (!bound.isMet(output.value.musts, output.value.weight) && bound.improve());
    const now = new Map(output.meetings.map((meeting) => [meeting.request, meeting.slot]))
    return {
      solution: {
        format: 'naru-schedule-solution/1',
        ...output,
        bound: bound.report(output.value),
        issues: compiled.issues,
        problemHash: compiled.hash,
        seed: 0,
        iterations: 0,
      },
      moved: [...formerSlot].flatMap(([request, from]) => {
        const to = now.get(request)
        return to === undefined || to === from ? [] : [{ request, from, to }]
      }),
      dropped: [...formerSlot.keys()].filter((request) => !now.has(request)),
      added: [...now.keys()].filter((request) => !formerSlot.has(request)),
    }
  }
}
