import type { CompiledProblem } from './compile.ts'

/**
 * One participant's own timetables: its requests dealt to its slots, each at most once (those of fate 1 exactly once),
 * one at a time. A break costs 1, request i in slot t `costs[i * slotCount + t]`, Infinity where it may not be held.
 * Dynamic programs over the slots and the set of requests met so far, in three states each: not met yet today, met in
 * the slot before, waiting since. Time and memory grow with 2 ^ requests.
 */
export class Timetable {
  readonly requests: readonly number[]
  private readonly slotCount: number
  private readonly sets: number
  /** Requests that every timetable holds, as a set. */
  private readonly required: number
  private readonly isThere: Uint8Array
  private readonly beginsDay: Uint8Array
  private readonly mayHold: readonly (readonly number[])[]
  private readonly before: Float64Array
  private readonly after: Float64Array
  private readonly size: Uint8Array

  constructor(problem: CompiledProblem, fates: Int8Array, p: number) {
    const { slotCount, availableAt, dayOf, candidateSlots } = problem
    this.slotCount = slotCount
    this.requests = [...problem.requestsOf[p]!].filter((r) => fates[r]! >= 0)
    this.sets = 2 ** this.requests.length
    this.required = this.requests.reduce((set, r, i) => (fates[r] === 1 ? set + 2 ** i : set), 0)
    this.isThere = availableAt.slice(p * slotCount, (p + 1) * slotCount)
    this.beginsDay = Uint8Array.from({ length: slotCount }, (_, t) => (t > 0 && dayOf[t] !== dayOf[t - 1] ? 1 : 0))
    this.mayHold = Array.from({ length: slotCount }, (_, t) =>
      this.requests.flatMap((r, i) => (candidateSlots[r]!.includes(t) ? [i] : [])),
    )
    this.before = new Float64Array((slotCount + 1) * 3 * this.sets)
    this.after = new Float64Array(3 * this.sets)
    this.size = new Uint8Array(this.sets)
    for (let set = 1; set < this.sets; set++) this.size[set] = this.size[set >> 1]! + (set & 1)
  }

  /** Cost of the cheapest timetable, Infinity when there is none. */
  cheapest(costs: Float64Array): number {
    const { sets, slotCount, before, required } = this
    before.fill(Infinity, 0, 3 * sets)
    before[0] = 0
    for (let t = 0; t < slotCount; t++) this.goOn(t, costs)
    const last = slotCount * 3 * sets
    let best = Infinity
    for (let set = 0; set < sets; set++)
      if ((set & required) === required)
        for (let z = 0; z < 3; z++) best = Math.min(best, before[last + z * sets + set]!)
    return best
  }

  private goOn(t: number, costs: Float64Array): void {
    const { sets, slotCount, before, size } = this
    const [from, to] = [t * 3 * sets, (t + 1) * 3 * sets]
    if (this.beginsDay[t] === 1)
      for (let set = 0; set < sets; set++) {
        const [met, waits] = [from + sets + set, from + 2 * sets + set]
        before[from + set] = Math.min(before[from + set]!, before[met]!, before[waits]!)
        before[met] = Infinity
        before[waits] = Infinity
      }
    if (this.isThere[t] === 0) {
      before.copyWithin(to, from, to)
      return
    }
    const those = this.mayHold[t]!
    for (let set = 0; set < sets; set++) {
      before[to + set] = before[from + set]!
      before[to + sets + set] = Infinity
      before[to + 2 * sets + set] = Math.min(before[from + sets + set]!, before[from + 2 * sets + set]!)
    }
    for (let set = 0; set < sets; set++) {
      if (size[set]! > t) continue
      const here = Math.min(before[from + set]!, before[from + sets + set]!, before[from + 2 * sets + set]! + 1)
      if (here === Infinity) continue
      for (const i of those) {
        if ((set & (1 << i)) !== 0) continue
        const at = to + sets + (set | (1 << i))
        const cost = here + costs[i * slotCount + t]!
        if (cost < before[at]!) before[at] = cost
      }
    }
  }

  private closeDay(t: number): void {
    const { sets, after } = this
    if (this.beginsDay[t] === 0) return
    after.copyWithin(sets, 0, sets)
    after.copyWithin(2 * sets, 0, sets)
  }

  /**
   * The same smoothed: -temperature x the logarithm of the sum of exp(-cost / temperature) over all timetables; `share`
   * receives, like `costs`, how much of that sum holds request i in slot t. Infinity when nothing is left of the sum.
   */
  soften(costs: Float64Array, temperature: number, share: Float64Array): number {
    const usual = this.softenBy(this.usualCosts(costs, share), costs, temperature, share)
    if (usual < Infinity) return usual
    // The prices have moved far since: what the cheapest timetable costs is near what counts.
    const cheapest = this.cheapest(costs)
    if (cheapest === Infinity) return Infinity
    const even = this.requests.map((_, i) => (this.isRequired(i) ? cheapest / this.size[this.required]! : 0))
    return this.softenBy(even, costs, temperature, share)
  }

  private isRequired(i: number): boolean {
    return (this.required & (1 << i)) !== 0
  }

  /** `shifts`, one for each request that has to be held, only keep the exponents within what a number can hold. */
  private softenBy(shifts: readonly number[], costs: Float64Array, temperature: number, share: Float64Array): number {
    const { sets, slotCount, before, after, required } = this
    const weight = costs.map((cost, at) => Math.exp((shifts[Math.floor(at / slotCount)]! - cost) / temperature))
    const again = Math.exp(-1 / temperature)
    before.fill(0, 0, 3 * sets)
    before[0] = 1
    let logarithm = 0
    for (let t = 0; t < slotCount; t++) logarithm += this.spread(t, weight, again)
    const last = slotCount * 3 * sets
    let total = 0
    for (let set = 0; set < sets; set++) {
      const isWhole = (set & required) === required
      for (let z = 0; z < 3; z++) {
        if (isWhole) total += before[last + z * sets + set]!
        after[z * sets + set] = isWhole ? 1 : 0
      }
    }
    share.fill(0)
    if (!(total > 0 && total < Infinity)) return Infinity
    for (let t = slotCount - 1; t >= 0; t--) this.gather(t, weight, again, share)
    return shifts.reduce((sum, shift) => sum + shift, -temperature * (logarithm + Math.log(total)))
  }

  /** What each request that has to be held costs by the shares of the call before. */
  private usualCosts(costs: Float64Array, share: Float64Array): number[] {
    const { slotCount } = this
    return this.requests.map((_, i) => {
      let mean = 0
      if (this.isRequired(i))
        for (let at = i * slotCount; at < (i + 1) * slotCount; at++) if (share[at]! > 0) mean += share[at]! * costs[at]!
      return mean
    })
  }

  /** As `goOn`, scaled so that the largest entry is 1; answers the logarithm of the scale. */
  private spread(t: number, weight: Float64Array, again: number): number {
    const { sets, slotCount, before, size } = this
    const [from, to] = [t * 3 * sets, (t + 1) * 3 * sets]
    if (this.beginsDay[t] === 1) {
      for (let set = 0; set < sets; set++)
        before[from + set]! += before[from + sets + set]! + before[from + 2 * sets + set]!
      before.fill(0, from + sets, to)
    }
    if (this.isThere[t] === 0) {
      before.copyWithin(to, from, to)
      return 0
    }
    const those = this.mayHold[t]!
    for (let set = 0; set < sets; set++) {
      before[to + set] = before[from + set]!
      before[to + sets + set] = 0
      before[to + 2 * sets + set] = before[from + sets + set]! + before[from + 2 * sets + set]!
    }
    for (let set = 0; set < sets; set++) {
      if (size[set]! > t) continue
      const here = before[from + set]! + before[from + sets + set]! + again * before[from + 2 * sets + set]!
      if (here === 0) continue
      for (const i of those)
        if ((set & (1 << i)) === 0) before[to + sets + (set | (1 << i))]! += here * weight[i * slotCount + t]!
    }
    return this.scale(before, to)
  }

  /**
   * `after` holds the sum of what may still follow slot t; then slot t - 1. In rising order larger sets are read before
   * they are replaced. Shares are of the whole sum as it is scaled here.
   */
  private gather(t: number, weight: Float64Array, again: number, share: Float64Array): void {
    const { sets, slotCount, before, after } = this
    const from = t * 3 * sets
    if (this.isThere[t] === 1) {
      const those = this.mayHold[t]!
      let total = 0
      for (let set = 0; set < sets; set++) {
        const [fresh, met, waited] = [before[from + set]!, before[from + sets + set]!, before[from + 2 * sets + set]!]
        const here = fresh + met + again * waited
        if (here === 0) {
          after[set] = 0
          after[sets + set] = 0
          after[2 * sets + set] = 0
          continue
        }
        let meets = 0
        for (const i of those) {
          if ((set & (1 << i)) !== 0) continue
          const value = weight[i * slotCount + t]! * after[sets + (set | (1 << i))]!
          meets += value
          share[i * slotCount + t]! += here * value
        }
        const waits = after[2 * sets + set]!
        after[set] = after[set]! + meets
        after[sets + set] = waits + meets
        after[2 * sets + set] = waits + again * meets
        total += fresh * after[set]! + met * after[sets + set]! + waited * after[2 * sets + set]!
      }
      if (total > 0) for (const i of those) share[i * slotCount + t]! /= total
      this.scale(after, 0)
    }
    this.closeDay(t)
  }

  private scale(table: Float64Array, from: number): number {
    const to = from + 3 * this.sets
    let largest = 0
    for (let at = from; at < to; at++) if (table[at]! > largest) largest = table[at]!
    if (largest === 0 || (largest > 1e-30 && largest < 1e30)) return 0
    for (let at = from; at < to; at++) table[at]! /= largest
    return Math.log(largest)
  }
}
