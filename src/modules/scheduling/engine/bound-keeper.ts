import type { CompiledProblem } from './compile.ts'
import type { ScheduleBound, ScheduleValue } from './solution.ts'
import type { LinearLimits, LinearSolver } from './linear-model.ts'
import {
  certificateOf,
  DualAscent,
  dualValue,
  findSupplies,
  type Prices,
  solvePrices,
  type Supplies,
  surpluses,
} from './weight-bound.ts'

/** Upper bound of musts and weight, tightened step by step. */
export class BoundKeeper {
  private readonly problem: CompiledProblem
  private readonly ascent: DualAscent
  private readonly mustBonus: number
  private readonly mustsPossible: number
  private readonly weightPossible: number
  private readonly worth: Float64Array
  private readonly supplies: Supplies
  private prices: Prices
  private value: number
  private finished = false

  /** `isHeld` answers, for pinned requests, whether the pin could be honoured. */
  constructor(problem: CompiledProblem, isHeld: (r: number) => boolean) {
    this.problem = problem
    let heaviest = 0
    let musts = 0
    let weight = 0
    for (let r = 0; r < problem.requestCount; r++) {
      if (problem.impossible[r] !== null || (problem.pinSlot[r]! >= 0 && !isHeld(r))) continue
      musts += problem.must[r]!
      weight += problem.weight[r]!
      heaviest = Math.max(heaviest, problem.weight[r]!)
    }
    this.mustsPossible = musts
    this.weightPossible = weight
    this.mustBonus = musts > 0 ? 4 * heaviest + 1 : 0
    this.worth = problem.weight.map((value, r) => value + this.mustBonus * problem.must[r]!)
    this.supplies = findSupplies(problem, isHeld)
    this.ascent = new DualAscent(problem, this.worth, this.supplies)
    this.prices = this.ascent.best
    this.value = this.ascent.bestValue
  }

  /** One more round of the ascent; false when there is nothing more to gain. */
  improve(): boolean {
    if (this.finished) return false
    this.finished = !this.ascent.sweep()
    this.take(this.ascent.best)
    return !this.finished
  }

  /** The exact prices of the relaxation, by an injected solver; false when it did not get there. */
  solveExactly(solver: LinearSolver, limits: LinearLimits & { readonly mayGoOn: () => boolean }): boolean {
    const prices = solvePrices(this.problem, this.worth, this.supplies, solver, limits)
    if (prices === null) return false
    this.finished = true
    this.take(prices)
    return true
  }

  private take(prices: Prices): void {
    const value = dualValue(this.problem, this.worth, this.supplies, prices)
    if (value >= this.value) return
    this.value = value
    this.prices = prices
  }

  /** What each request is worth beyond the prices it would pay: at the best prices, those above 0 belong into the schedule. */
  surpluses(): Float64Array {
    return surpluses(this.problem, this.worth, this.prices)
  }

  /**
   * By the price of doing otherwise: 1 for requests that every schedule of all musts and at least `weight` holds, -1 for
   * those that none holds, 0 where the prices leave it open.
   */
  fates(weight: number): Int8Array {
    const room = this.value - this.mustBonus * this.mustsPossible - weight + 1e-6
    return Int8Array.from(this.surpluses(), (surplus, r) => {
      const fate = this.supplies.fate[r]!
      if (fate !== 0) return fate
      if (this.problem.must[r] === 1 || surplus > room) return 1
      return surplus < -room ? -1 : 0
    })
  }

  /** Most weight of any schedule that holds at least `musts` musts. */
  weightGiven(musts: number): number {
    return Math.min(this.weightPossible, Math.floor(this.value - this.mustBonus * musts + 1e-6))
  }

  isMet(musts: number, weight: number): boolean {
    return musts === this.mustsPossible && weight >= this.weightGiven(musts)
  }

  /** Every must that can be held at all. */
  get musts(): number {
    return this.mustsPossible
  }

  report(value: Pick<ScheduleValue, 'musts' | 'shortfall' | 'weight' | 'breaks' | 'moved'>): ScheduleBound {
    return {
      weight: this.weightGiven(value.musts),
      breaks: 0,
      provenBest:
        this.isMet(value.musts, value.weight) &&
        value.breaks === 0 &&
        (value.moved ?? 0) === 0 &&
        (value.shortfall ?? this.problem.leastShortfall) === this.problem.leastShortfall,
      method: 'dual-prices',
      certificate: certificateOf(this.problem, this.mustBonus, this.prices),
    }
  }
}
