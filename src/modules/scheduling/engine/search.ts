import { SlotChains } from './chains.ts'
import type { CompiledProblem } from './compile.ts'
import type { Random } from './random.ts'
import { breaksOfShape, idleOfShape, type ScheduleState } from './state.ts'

/** How the annealer trades the objectives against each other on its way; what it keeps is compared lexicographically. */
export interface SearchCosts {
  readonly must: number
  readonly shortfall: number
  readonly weight: number
  readonly moved: number
}

/** Costs in units of one break. A unit of weight is dear enough to give up only when hot. */
export function searchCosts(problem: CompiledProblem): SearchCosts {
  let heaviest = 1
  for (const weight of problem.weight) if (weight > heaviest) heaviest = weight
  const weight = 1.5
  const dear = weight * (4 * heaviest + 1)
  return { must: dear, shortfall: dear / 2, weight, moved: 4 }
}

/** Best schedule met so far, as plain tables. */
export interface Incumbent {
  readonly slots: Int32Array
  readonly interpreters: Int32Array
  musts: number
  shortfall: number
  weight: number
  moved: number
  shape: number
  worst: number
  unsocial: number
}

/** Of 8 chain moves, how many aim at the edge of somebody's run; every how many moves (a power of 2, less 1) is an insertion. */
interface Style {
  readonly aimed: number
  readonly insertMask: number
  /** Temperature at the beginning and at the end of a cycle, in breaks. */
  readonly hot: number
  readonly cold: number
  /** The next cycle begins where this one ends, not at the best schedule. */
  readonly goesOn: boolean
  /** Meetings that a slot may hold beyond its places on the way. */
  readonly tolerance: number
  /** Cost of an idle slot, in breaks: dear idle slots draw runs together before they close up. */
  readonly idle: number
}

/**
 * The first suits large events; small ones are stuck in different ways, and a change of style frees some. The last is
 * mild enough to stay near the best schedule and take its last breaks out.
 */
const STYLES: readonly Style[] = [
  { aimed: 5, insertMask: 15, hot: 0.35, cold: 0.1, goesOn: false, tolerance: 0, idle: 0.03 },
  { aimed: 3, insertMask: 7, hot: 0.5, cold: 0.1, goesOn: false, tolerance: 2, idle: 0.03 },
  { aimed: 5, insertMask: 1, hot: 0.35, cold: 0.1, goesOn: false, tolerance: 2, idle: 0.03 },
  { aimed: 5, insertMask: 15, hot: 0.35, cold: 0.2, goesOn: true, tolerance: 2, idle: 0.03 },
  { aimed: 5, insertMask: 3, hot: 0.3, cold: 0.15, goesOn: true, tolerance: 2, idle: 0.03 },
  { aimed: 3, insertMask: 7, hot: 0.35, cold: 0.12, goesOn: false, tolerance: 0, idle: 0.1 },
  { aimed: 5, insertMask: 7, hot: 0.3, cold: 0.12, goesOn: false, tolerance: 2, idle: 0.15 },
  { aimed: 3, insertMask: 7, hot: 0.17, cold: 0.1, goesOn: false, tolerance: 0, idle: 0.1 },
]
const REQUESTS_FOR_STYLES = 600
/** Cost of an unsocial hour of the side that has most, in breaks: so little that it only decides between equals. */
const UNSOCIAL_COST = 2 ** -10
/** Cost of a meeting beyond the places of its slot, in breaks. */
const EXCESS_COST = 1
const POLISHING_MOVES = 20_000
const POLISHING_PER_REQUEST = 5
/** A temperature at which nothing is given up. */
const COLD = 2 ** -20
const OPPOSITE_TRIES = 4
const INTERPRETER_TRIES = 2
const WEAKEST_OF = 6

/** Simulated annealing over slot chains, insertions and ejections, resumable at any iteration. */
export class Search {
  readonly state: ScheduleState
  readonly best: Incumbent
  iterations = 0
  private readonly chains: SlotChains
  private readonly random: Random
  private readonly costs: SearchCosts
  private surpluses: Float64Array
  private target = 0
  style: Style = STYLES[0]!
  private unsaved = false
  private isPolishing = false

  constructor(state: ScheduleState, random: Random, costs: SearchCosts) {
    this.state = state
    this.random = random
    this.costs = costs
    this.surpluses = state.problem.weight
    this.chains = new SlotChains(state)
    this.best = {
      slots: Int32Array.from(state.slotOf),
      interpreters: Int32Array.from(state.interpreterOf),
      musts: state.musts,
      shortfall: state.shortfall,
      weight: state.weight,
      moved: state.moved,
      shape: state.shape,
      worst: state.worstBreaks(),
      unsocial: state.unsocialWith(),
    }
  }

  /**
   * Called at the beginning of a cycle. With every place taken nothing can move but by exchange; some styles let slots
   * be overfull on the way. Not while a request is still unmet, nor where slots overlap in time.
   */
  tolerateExcess(): void {
    const { state, chains } = this
    const { problem } = state
    chains.tolerance = problem.momentsOf === null && state.open.length === 0 ? this.style.tolerance : 0
  }

  private isBetter(): boolean {
    const { state, best } = this
    if (state.excess > 0) return false
    if (state.musts !== best.musts) return state.musts > best.musts
    if (state.shortfall !== best.shortfall) return state.shortfall < best.shortfall
    if (state.weight !== best.weight) return state.weight > best.weight
    if (state.moved !== best.moved) return state.moved < best.moved
    if (state.shape !== best.shape) return state.shape < best.shape
    const worst = state.worstBreaks()
    if (worst !== best.worst) return worst < best.worst
    return this.isPolishing && state.unsocialWith() < best.unsocial
  }

  /** Tells the search which requests the prices want in: unmet ones of high surplus are tried more often. */
  useSurpluses(surpluses: Float64Array, target: number): void {
    this.surpluses = surpluses
    this.target = target
  }

  save(): void {
    const { state, best } = this
    this.unsaved = false
    if (!this.isBetter()) return
    best.slots.set(state.slotOf)
    best.interpreters.set(state.interpreterOf)
    best.musts = state.musts
    best.shortfall = state.shortfall
    best.weight = state.weight
    best.moved = state.moved
    best.shape = state.shape
    best.worst = state.worstBreaks()
    best.unsocial = state.unsocialWith()
  }

  private varyStyle(): void {
    if (this.state.problem.requestCount <= REQUESTS_FOR_STYLES) this.style = STYLES[this.random.below(STYLES.length)]!
  }

  /** Called between cycles. */
  endCycle(): void {
    if (!this.style.goesOn || this.state.excess > 0) this.restoreBest()
    this.varyStyle()
  }

  /** Nothing that still fits as it is stays out, however early the search was stopped. */
  fillUp(): void {
    this.restoreBest()
    const { must, weight } = this.state.problem
    const waiting = this.state.open.filter((r) => must[r] === 1 || weight[r]! > 0)
    waiting.sort((a, b) => must[b]! - must[a]! || weight[b]! - weight[a]! || a - b)
    for (const r of waiting) this.holdSomewhere(r)
    this.save()
  }

  /**
   * Shares unsocial hours between the sides at the end, from the best schedule on and without giving anything up for
   * it: only here do they count, so that they cannot lead the search away from what comes before them.
   */
  polish(): void {
    this.restoreBest()
    const { problem } = this.state
    if (problem.unsocialAt.length === 0 || this.best.unsocial === 0) return
    this.isPolishing = true
    this.chains.tolerance = 0
    this.run(POLISHING_MOVES + POLISHING_PER_REQUEST * problem.requestCount, COLD)
    this.restoreBest()
    this.isPolishing = false
  }

  restoreBest(): void {
    this.save()
    this.state.restore(this.best.slots, this.best.interpreters)
  }

  private cost(): number {
    const { state, costs } = this
    return (
      breaksOfShape(state.shape) +
      this.style.idle * idleOfShape(state.shape) +
      costs.moved * state.moved +
      costs.shortfall * state.shortfall +
      (this.isPolishing ? UNSOCIAL_COST * state.unsocialWith() : 0) +
      EXCESS_COST * state.excess -
      costs.weight * state.weight -
      costs.must * state.musts
    )
  }

  /** Runs `count` moves at the given temperature (in breaks). */
  run(count: number, temperature: number): void {
    const { random, state } = this
    for (let step = 0; step < count; step++) {
      this.iterations++
      if (state.open.length > 0 && (random.next() & (state.weight < this.target ? 3 : this.style.insertMask)) === 0) {
        if ((random.next() & 1) === 0) this.insertWithEjection(temperature)
        else this.insertWithChain(temperature)
      } else this.moveChain(temperature)
      if (this.unsaved && (this.iterations & 63) === 0) this.save()
    }
    if (this.unsaved) this.save()
  }

  private accepts(change: number, temperature: number): boolean {
    return change <= 0 || (change < 12 * temperature && this.random.fraction() < Math.exp(-change / temperature))
  }

  /** Notes an accepted change; the schedule before a step down is kept when it is the best. */
  private beforeAccepting(change: number): void {
    if (change > 0 && this.unsaved) this.save()
  }

  private proposedSlot = -1

  /** A meeting to move; `proposedSlot` is where to. */
  private propose(): number {
    const { random, state } = this
    const { problem } = state
    if (problem.requestCount === 0 || problem.participantCount === 0) return -1
    const dice = random.next() & 7
    if (dice < this.style.aimed) {
      const broken = state.withBreaks
      const p =
        broken.length > 0 && (random.next() & 1) === 0
          ? broken[random.below(broken.length)]!
          : random.below(problem.participantCount)
      return this.proposeCloser(p)
    }
    const r = random.below(problem.requestCount)
    const candidates = problem.candidateSlots[r]!
    if (state.slotOf[r]! < 0 || candidates.length < 2) return -1
    this.proposedSlot = candidates[random.below(candidates.length)]!
    return r
  }

  private isBusy(p: number, t: number, except: number): boolean {
    return t >= 0 && t !== except && this.state.countAt[p * this.state.problem.slotCount + t]! > 0
  }

  /** A meeting at the edge of a run of p, to a free slot at the edge of a run: p itself gains or loses nothing by it. */
  private proposeCloser(p: number): number {
    const { random, state } = this
    const { problem } = state
    const { slotCount, previousAvailableAt, nextAvailableAt } = problem
    const row = p * slotCount
    const those = problem.requestsOf[p]!
    if (those.length === 0) return -1
    let r = -1
    for (let tries = 0; tries < 4 && r < 0; tries++) {
      const candidate = those[random.below(those.length)]!
      const t = state.slotOf[candidate]!
      if (t < 0 || problem.pinSlot[candidate]! >= 0) continue
      if (!this.isBusy(p, previousAvailableAt[row + t]!, -1) || !this.isBusy(p, nextAvailableAt[row + t]!, -1))
        r = candidate
    }
    if (r < 0) return -1
    const from = state.slotOf[r]!
    const candidates = problem.candidateSlots[r]!
    const offset = random.below(candidates.length)
    for (let at = 0; at < candidates.length; at++) {
      const index = at + offset
      const t = candidates[index < candidates.length ? index : index - candidates.length]!
      if (state.countAt[row + t]! > 0) continue
      if (this.isBusy(p, previousAvailableAt[row + t]!, from) || this.isBusy(p, nextAvailableAt[row + t]!, from)) {
        this.proposedSlot = t
        return r
      }
    }
    return -1
  }

  private moveChain(temperature: number): void {
    const { random, state, chains } = this
    const { problem } = state
    const r = this.propose()
    if (r < 0 || problem.pinSlot[r]! >= 0) return
    const from = state.slotOf[r]!
    const to = this.proposedSlot
    if (to === from) return
    chains.begin(from, to)
    if (!chains.extend(r)) return
    let full = chains.fullSlot()
    for (let tries = 0; full >= 0 && tries < OPPOSITE_TRIES; tries++) {
      const list = state.heldIn[full]!
      const other = list[random.below(list.length)]!
      if (chains.has(other)) continue
      if (!chains.extend(other)) return
      full = chains.fullSlot()
    }
    if (full >= 0) return
    for (let tries = 0; ; tries++) {
      const change = this.chainChange()
      if (!this.accepts(change, temperature)) return
      this.beforeAccepting(change)
      const { excess } = state
      if (chains.apply()) {
        if (change < 0 || state.excess < excess) this.unsaved = true
        return
      }
      if (tries === INTERPRETER_TRIES || !this.addInterpreted(from, to)) return
    }
  }

  private chainChange(): number {
    const { chains, costs } = this
    const shape = chains.shapeChange()
    if (shape === Infinity) return Infinity
    const unsocial = this.isPolishing ? UNSOCIAL_COST * chains.unsocialChange() : 0
    const excess = chains.tolerance > 0 ? EXCESS_COST * chains.excessChange() : 0
    return (
      breaksOfShape(shape) +
      this.style.idle * idleOfShape(shape) +
      costs.moved * chains.movedChange() +
      excess +
      unsocial
    )
  }

  /** Interpreters do not suffice: takes the chain of one more interpreted meeting of the two slots along. */
  private addInterpreted(from: number, to: number): boolean {
    const { state, chains, random } = this
    const list = state.heldIn[(random.next() & 1) === 0 ? from : to]!
    for (let tries = 0; tries < OPPOSITE_TRIES && list.length > 0; tries++) {
      const other = list[random.below(list.length)]!
      if (state.problem.language[other]! < 0 || chains.has(other)) continue
      return chains.extend(other) && chains.fullSlot() < 0
    }
    return false
  }

  /** Settles a change made within a checkpoint. */
  private settle(before: number, temperature: number): void {
    const change = this.cost() - before
    if (!this.accepts(change, temperature)) {
      this.state.rollback()
      return
    }
    this.state.commit()
    if (change < 0) this.unsaved = true
  }

  /** The best of a few by surplus, so that hopeless ones take less time. */
  private pickOpen(): number {
    const { open } = this.state
    let best = open[this.random.below(open.length)]!
    for (let tries = 1 + (this.random.next() & 3); tries > 0; tries--) {
      const other = open[this.random.below(open.length)]!
      if (this.surpluses[other]! > this.surpluses[best]!) best = other
    }
    return best
  }

  /** Of a few meetings of kind k in slot t the one the prices want least; -1 when none may go. */
  private pickWeakest(k: number, t: number): number {
    const { state, random } = this
    const { problem } = state
    const list = state.heldIn[t]!
    let weakest = -1
    for (let tries = 0; tries < WEAKEST_OF && list.length > 0; tries++) {
      const r = list[random.below(list.length)]!
      if (problem.kind[r] !== k || problem.pinSlot[r]! >= 0) continue
      if (weakest < 0 || this.surpluses[r]! < this.surpluses[weakest]!) weakest = r
    }
    return weakest
  }

  /** Puts an unmet request into a slot and whoever stood in its way elsewhere, or out. */
  private insertWithEjection(temperature: number): void {
    const { random, state, costs } = this
    const { problem } = state
    const r = this.pickOpen()
    const candidates = problem.candidateSlots[r]!
    const t = candidates[random.below(candidates.length)]!
    const out = this.findVictims(r, t)
    if (out === null) return
    if (this.unsaved) this.save()
    const before = this.cost()
    let loss = 0
    for (const victim of out) loss += problem.weight[victim]! * costs.weight + problem.must[victim]! * costs.must
    loss -= problem.weight[r]! * costs.weight + problem.must[r]! * costs.must
    if (out.length > 2 && loss > 12 * temperature) return
    state.checkpoint()
    for (const victim of out) state.release(victim)
    if (!state.tryHold(r, t) && !this.holdWithoutOther(r, t, out)) {
      state.rollback()
      return
    }
    for (const victim of out) this.holdSomewhere(victim)
    if (problem.floorsSum > 0) for (const victim of out) this.fillFloors(victim)
    this.settle(before, temperature)
  }

  /** Other requests for those who fell below their floor when `victim` was put out. */
  private fillFloors(victim: number): void {
    const { state } = this
    const { host, guest, floorOf, requestsOf } = state.problem
    for (const p of [host[victim]!, guest[victim]!])
      for (const r of requestsOf[p]!) {
        if (state.meetingsOf[p]! >= floorOf[p]!) break
        if (r !== victim && state.slotOf[r]! < 0) this.holdSomewhere(r)
      }
  }

  /** Takes an interpreter away from one other meeting of the slot, chosen at random. */
  private holdWithoutOther(r: number, t: number, out: number[]): boolean {
    const { random, state } = this
    const { problem } = state
    if (problem.language[r]! < 0) return false
    const able = problem.interpretersOf[problem.language[r]!]!
    const offset = random.below(able.length)
    for (let at = 0; at < able.length; at++) {
      const victim = state.interpreterCellAt[able[(at + offset) % able.length]! * problem.slotCount + t]!
      if (victim < 0 || problem.pinSlot[victim]! >= 0) continue
      state.release(victim)
      out.push(victim)
      return state.tryHold(r, t)
    }
    return false
  }

  /** Meetings that must leave so that r fits into t (interpreter aside); null when one of them is pinned. */
  private findVictims(r: number, t: number): number[] | null {
    const { state } = this
    const { problem } = state
    const out: number[] = []
    for (const p of [problem.host[r]!, problem.guest[r]!]) {
      const namesakes = problem.namesDelegates ? state.namesakes(r, p, t) : []
      if (namesakes.some((o) => problem.pinSlot[o]! >= 0)) return null
      out.push(...namesakes.filter((o) => !out.includes(o)))
      if (namesakes.length === 0 && !state.hasRoom(p, t) && !this.collectBlocking(p, t, out)) return null
      if (
        state.meetingsOf[p]! >= problem.maxMeetings[p]! &&
        !out.some((o) => problem.host[o] === p || problem.guest[o] === p)
      ) {
        const victim = this.pickMeetingOf(p)
        if (victim < 0) return null
        out.push(victim)
      }
    }
    const k = problem.kind[r]!
    if (!state.hasPlace(k, t) && !out.some((o) => state.slotOf[o] === t && problem.kind[o] === k)) {
      const victim = this.pickWeakest(k, t)
      if (victim < 0) return null
      if (!out.includes(victim)) out.push(victim)
    }
    return out
  }

  private collectBlocking(p: number, t: number, out: number[]): boolean {
    const { state, random } = this
    const { problem } = state
    const { slotCount, firstNode } = problem
    const row = p * slotCount
    const slots = problem.momentsOf === null ? [t] : [t, ...problem.overlaps[t]!]
    for (const o of slots) {
      const count = state.countAt[row + o]!
      if (count === 0) continue
      const first = problem.momentsOf === null ? random.below(count) : 0
      const last = problem.momentsOf === null ? first : count - 1
      for (let level = first; level <= last; level++) {
        const victim = state.cellAt[(firstNode[p]! + level) * slotCount + o]!
        if (problem.pinSlot[victim]! >= 0) return false
        if (!out.includes(victim)) out.push(victim)
      }
    }
    return out.length > 0
  }

  private pickMeetingOf(p: number): number {
    const { state, random } = this
    const those = state.problem.requestsOf[p]!
    const offset = random.below(those.length)
    for (let at = 0; at < those.length; at++) {
      const r = those[(at + offset) % those.length]!
      if (state.slotOf[r]! >= 0 && state.problem.pinSlot[r]! < 0) return r
    }
    return -1
  }

  /** Holds r in the slot of least cost that is free for it; false when none is. */
  holdSomewhere(r: number): boolean {
    const { state, random, costs } = this
    const { problem } = state
    const candidates = problem.candidateSlots[r]!
    if (candidates.length === 0) return false
    const offset = random.below(candidates.length)
    const tried = new Set<number>()
    for (;;) {
      let bestSlot = -1
      let bestCost = Infinity
      for (let at = 0; at < candidates.length; at++) {
        const t = candidates[(at + offset) % candidates.length]!
        if (tried.has(t) || !state.canHold(r, t)) continue
        const shape = state.shapeChange(problem.host[r]!, -1, t) + state.shapeChange(problem.guest[r]!, -1, t)
        const published = problem.publishedSlot[r]!
        const moved = published >= 0 && published !== t ? costs.moved : 0
        const cost = breaksOfShape(shape) + 0.02 * idleOfShape(shape) + moved
        if (cost < bestCost) {
          bestCost = cost
          bestSlot = t
        }
      }
      if (bestSlot < 0) return false
      if (state.tryHold(r, bestSlot)) return true
      tried.add(bestSlot)
    }
  }

  /** Frees the guest in a slot where the host is free by swapping a chain, and holds the request there. */
  private insertWithChain(temperature: number): void {
    const { random, state } = this
    const { problem } = state
    const r = this.pickOpen()
    const swapped = (random.next() & 1) === 0
    const free = swapped ? problem.host[r]! : problem.guest[r]!
    const busy = swapped ? problem.guest[r]! : problem.host[r]!
    if (state.meetingsOf[free]! >= problem.maxMeetings[free]! || state.meetingsOf[busy]! >= problem.maxMeetings[busy]!)
      return
    const candidates = problem.candidateSlots[r]!
    const offset = random.below(candidates.length)
    for (let at = 0; at < candidates.length; at++) {
      const t = candidates[(at + offset) % candidates.length]!
      if (!state.hasRoom(free, t)) continue
      if (this.unsaved) this.save()
      const before = this.cost()
      state.checkpoint()
      if (!this.holdInPlace(r, t) && !this.freeWithChain(r, busy, t)) {
        state.rollback()
        continue
      }
      this.settle(before, temperature)
      return
    }
  }

  /** Holds r in t, in the place of the weakest other meeting when all are taken. */
  private holdInPlace(r: number, t: number): boolean {
    const { state } = this
    const { problem } = state
    const k = problem.kind[r]!
    if (!state.hasPlace(k, t) && state.hasRoom(problem.host[r]!, t) && state.hasRoom(problem.guest[r]!, t)) {
      const weakest = this.pickWeakest(k, t)
      if (weakest < 0) return false
      state.release(weakest)
      if (!state.tryHold(r, t)) return false
      this.holdSomewhere(weakest)
      return true
    }
    return state.tryHold(r, t)
  }

  private freeWithChain(r: number, busy: number, t: number): boolean {
    const { random, state, chains } = this
    const { problem } = state
    const { slotCount, firstNode } = problem
    const count = state.countAt[busy * slotCount + t]!
    if (count === 0 || problem.momentsOf !== null) return false
    const blocking = state.cellAt[(firstNode[busy]! + random.below(count)) * slotCount + t]!
    const offset = random.below(slotCount)
    for (let at = 0; at < slotCount; at++) {
      const other = (at + offset) % slotCount
      if (other === t || !state.hasRoom(busy, other)) continue
      chains.begin(t, other)
      if (!chains.extend(blocking) || chains.fullSlot() >= 0) continue
      if (chains.netOf(busy) < 1) continue
      return chains.apply() && this.holdInPlace(r, t)
    }
    return false
  }
}
