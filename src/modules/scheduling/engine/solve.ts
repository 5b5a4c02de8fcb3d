import { BoundKeeper } from './bound-keeper.ts'
import { type CompiledProblem, compileProblem } from './compile.ts'
import type { LinearSolver } from './linear-model.ts'
import { writeOutput } from './output.ts'
import type { ScheduleProblem } from './problem.ts'
import { Random } from './random.ts'
import { Search, searchCosts } from './search.ts'
import type { Progress, ScheduleIssue, ScheduleSolution, ScheduleValue } from './solution.ts'
import { breaksOfShape, idleOfShape, ScheduleState } from './state.ts'
import { beginAt } from './warm-start.ts'

export interface SolveOptions {
  /** Integer. Same problem, seed and `iterationLimit` (without `budgetMs`): same solution. */
  readonly seed: number
  /** Moves to try. When neither limit is given: a number that suits the size of the problem. */
  readonly iterationLimit?: number
  /** Time to spend, measured by `elapsedMs`. */
  readonly budgetMs?: number
  /** Milliseconds since the run began, by the caller's clock. */
  readonly elapsedMs: () => number
  readonly shouldStop?: () => boolean
  readonly onProgress?: (progress: Progress) => void
  /** Finds the exact prices of the weight bound; without it an ascent of the engine's own comes within a unit or two. */
  readonly linearSolver?: LinearSolver
  /** Where to begin, as far as its meetings are possible here. */
  readonly warmStart?: ScheduleSolution
}

const CHUNK = 256
const PROGRESS_EVERY_MS = 100
/** Moves per request beyond which another cycle finds more than a longer one. */
const LONGEST_CYCLE = 20_000
/** Share of the time budget the bound may take before the search goes on. */
const BOUND_SHARE = 0.2

/**
 * The best schedule found within the limits, with bounds, reasons and issues. Never throws on bad data and
 * always answers a schedule that keeps every hard rule, however early it is stopped.
 */
export function solve(problem: ScheduleProblem, options: SolveOptions): ScheduleSolution {
  const compiled = compileProblem(problem)
  return new Run(compiled, options).finish()
}

class Run {
  private readonly problem: CompiledProblem
  private readonly options: SolveOptions
  private readonly state: ScheduleState
  private readonly random: Random
  private readonly issues: ScheduleIssue[]
  private readonly search: Search
  private keeper: BoundKeeper | null = null
  private readonly iterationLimit: number
  /** Everything possible is held since the first moment: nothing can weigh more, whatever prices say. */
  private holdsAll = false
  private lastProgressMs = -Infinity
  private reachedMs = 0
  private reached = ''

  constructor(problem: CompiledProblem, options: SolveOptions) {
    this.problem = problem
    this.options = options
    this.state = new ScheduleState(problem)
    this.random = new Random(options.seed)
    this.issues = [...problem.issues]
    this.iterationLimit =
      options.iterationLimit ??
      (options.budgetMs === undefined ? Math.max(400_000, 60 * problem.requestCount) : Infinity)
    this.issues.push(...beginAt(this.state, options.warmStart))
    this.takePublished()
    this.search = new Search(this.state, this.random, searchCosts(problem))
    this.construct()
    this.search.save()
    this.holdsAll = this.state.open.length === 0
    if (!this.holdsAll) this.tightenBound()
    this.anneal()
  }

  /** Made when first asked for: a schedule that holds everything does not wait for it. */
  private get bound(): BoundKeeper {
    this.keeper ??= new BoundKeeper(this.problem, (r) => this.search.best.slots[r]! >= 0)
    return this.keeper
  }

  private mayGoOn(): boolean {
    const { shouldStop, budgetMs, elapsedMs } = this.options
    if (shouldStop?.() === true) return false
    return budgetMs === undefined || elapsedMs() < budgetMs
  }

  /** What people were told, where the warm start says nothing of it. */
  private takePublished(): void {
    const { problem, state } = this
    for (let r = 0; r < problem.requestCount; r++) {
      const t = problem.publishedSlot[r]!
      if (t >= 0 && state.slotOf[r]! < 0 && problem.candidateSlots[r]!.includes(t)) state.tryHold(r, t)
    }
  }

  /** Musts first, then by weight: each request into its cheapest free slot. */
  private construct(): void {
    const { problem, state, search } = this
    const order = [...state.open]
    order.sort(
      (a, b) =>
        problem.must[b]! - problem.must[a]! ||
        problem.weight[b]! - problem.weight[a]! ||
        problem.candidateSlots[a]!.length - problem.candidateSlots[b]!.length ||
        a - b,
    )
    for (let at = 0; at < order.length; at++) {
      if ((at & 63) === 63 && !this.mayGoOn()) return
      search.holdSomewhere(order[at]!)
    }
  }

  private tightenBound(): void {
    const { budgetMs, elapsedMs, linearSolver, shouldStop } = this.options
    const from = elapsedMs()
    const allowedMs = budgetMs === undefined ? Infinity : budgetMs * BOUND_SHARE
    if (linearSolver !== undefined && this.mayGoOn())
      this.bound.solveExactly(linearSolver, {
        timeLimitMs: allowedMs,
        mayGoOn: () => this.mayGoOn() && elapsedMs() - from < allowedMs,
        ...(shouldStop === undefined ? {} : { shouldStop }),
      })
    while (this.mayGoOn() && elapsedMs() - from < allowedMs && !this.isProven()) if (!this.bound.improve()) break
    this.search.useSurpluses(this.bound.surpluses(), this.bound.weightGiven(this.search.best.musts))
  }

  private isProven(): boolean {
    const { best } = this.search
    return (
      (this.holdsAll || this.bound.isMet(best.musts, best.weight)) &&
      breaksOfShape(best.shape) === 0 &&
      best.moved === 0 &&
      best.shortfall === this.problem.leastShortfall
    )
  }

  /** Cycles of falling temperature, each half as long again as the one before, cut to fit the limits. */
  private anneal(): void {
    const { search, options } = this
    let length = Math.max(60_000, 20 * this.problem.requestCount)
    const longest = Math.max(length, LONGEST_CYCLE * this.problem.requestCount)
    const startedMs = options.elapsedMs()
    while (
      this.mayGoOn() &&
      search.iterations < this.iterationLimit &&
      !this.isProven() &&
      this.problem.requestCount > 0
    ) {
      let planned = Math.min(length, this.iterationLimit - search.iterations)
      if (options.budgetMs !== undefined && search.iterations > 0) {
        const perMs = search.iterations / Math.max(1, options.elapsedMs() - startedMs)
        const left = (options.budgetMs - options.elapsedMs()) * perMs
        planned = Math.min(left < 2.5 * planned ? left : planned, this.iterationLimit - search.iterations)
      }
      this.cycle(Math.max(CHUNK, Math.floor(planned)))
      search.endCycle()
      length = Math.min(1.5 * length, longest)
    }
  }

  private cycle(length: number): void {
    const { search } = this
    const { hot, cold } = search.style
    search.tolerateExcess()
    for (let done = 0; done < length;) {
      if (!this.mayGoOn() || this.isProven()) return
      const step = Math.min(CHUNK, length - done)
      search.run(step, hot * (cold / hot) ** (done / length))
      done += step
      this.noteReached()
      this.report()
    }
  }

  private noteReached(): void {
    const { musts, shortfall, weight, moved, shape } = this.search.best
    const now = `${musts} ${shortfall} ${weight} ${moved} ${breaksOfShape(shape)}`
    if (now === this.reached) return
    this.reached = now
    this.reachedMs = this.options.elapsedMs()
  }

  private report(): void {
    const { onProgress, elapsedMs } = this.options
    if (onProgress === undefined) return
    const now = elapsedMs()
    if (now - this.lastProgressMs < PROGRESS_EVERY_MS) return
    this.lastProgressMs = now
    const value = this.bestValue()
    onProgress({
      elapsedMs: now,
      reachedMs: this.reachedMs,
      iterations: this.search.iterations,
      value,
      boundWeight: this.holdsAll ? value.weight : this.bound.weightGiven(value.musts),
      boundBreaks: 0,
      unmet: value.requested - value.held,
    })
  }

  private bestValue(): ScheduleValue {
    const { best } = this.search
    let held = 0
    for (const t of best.slots) if (t >= 0) held++
    return {
      musts: best.musts,
      weight: best.weight,
      breaks: breaksOfShape(best.shape),
      idleSlots: idleOfShape(best.shape),
      worstBreaks: best.worst,
      ...(this.problem.floorsSum > 0 ? { shortfall: best.shortfall } : {}),
      held,
      requested: this.problem.requestCount,
      ...(this.problem.publishedCount > 0 ? { moved: best.moved } : {}),
      ...(this.problem.unsocialAt.length > 0 ? { unsocial: best.unsocial } : {}),
    }
  }

  finish(): ScheduleSolution {
    const { problem, search, options } = this
    search.fillUp()
    this.noteReached()
    search.polish()
    const output = writeOutput(this.state)
    const solution: ScheduleSolution = {
      format: 'naru-schedule-solution/1',
      ...output,
      bound: this.bound.report(output.value),
      issues: this.issues,
      problemHash: problem.hash,
      seed: options.seed,
      iterations: search.iterations,
    }
    options.onProgress?.({
      elapsedMs: options.elapsedMs(),
      reachedMs: this.reachedMs,
      iterations: search.iterations,
      value: output.value,
      boundWeight: solution.bound.weight,
      boundBreaks: solution.bound.breaks,
      unmet: output.unmet.length,
    })
    return solution
  }
}
