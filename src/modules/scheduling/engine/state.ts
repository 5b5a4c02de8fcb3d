import { type CompiledProblem, NO_LIMIT } from './compile.ts'
import { isTooLong } from './interpreter-rest.ts'

/** Breaks are whole units, idle slots this fraction of one, so that one number carries both exactly. */
export const IDLE_UNIT = 2 ** -20

/** Splits a sum of shapes (or a difference of two) into breaks and idle slots. */
export const breaksOfShape = (shape: number): number => Math.round(shape)
export const idleOfShape = (shape: number): number => Math.round((shape - Math.round(shape)) / IDLE_UNIT)

function ones(mask: number): number {
  let m = mask - ((mask >>> 1) & 0x55555555)
  m = (m & 0x33333333) + ((m >>> 2) & 0x33333333)
  return (Math.imul((m + (m >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) | 0
}

/** Shape of one delegate's day: bit j of the mask set = meets in its j-th available slot. */
export function shapeOfMask(mask: number): number {
  if (mask === 0) return 0
  const runs = ones(mask & ~(mask << 1))
  if (runs === 1) return 0
  const span = 32 - Math.clz32(mask) - (31 - Math.clz32(mask & -mask))
  return runs - 1 + (span - ones(mask)) * IDLE_UNIT
}

/**
 * A schedule under construction with all its counts, changed by `hold` and `release` and taken back to a
 * checkpoint by `rollback`. It never breaks a hard rule: `hold` is only called after `canHold`.
 */
export class ScheduleState {
  readonly problem: CompiledProblem
  readonly slotOf: Int32Array
  readonly interpreterOf: Int32Array
  /** Request of node n in slot t, -1 when free; levels of a participant are filled from the first. */
  readonly cellAt: Int32Array
  readonly countAt: Int32Array
  readonly usedAt: Int32Array
  readonly meetingsOf: Int32Array
  readonly interpreterCellAt: Int32Array
  readonly interpreterMeetings: Int32Array
  readonly shapeOf: Float64Array
  musts = 0
  /** Meetings beyond the places of their slot; above 0 only while a search lets it be. */
  excess = 0
  weight = 0
  moved: number
  shape = 0
  heldCount = 0
  /** Requests held in each slot, in no order. */
  readonly heldIn: number[][]
  private readonly placeInSlot: Int32Array
  /** Requests that could be held and are not, in no order. */
  readonly open: number[] = []
  private readonly placeInOpen: Int32Array
  /** Participants that have a break, in no order. */
  readonly withBreaks: number[] = []
  /** Meetings that participants lack to their floors. */
  shortfall: number
  /** Meetings at unsocial hours at home, by side. */
  private readonly unsocialOf: Int32Array
  /** Meetings in slot t that name the delegate of node n. */
  private readonly namedAt: Uint8Array
  private readonly placeInBreaks: Int32Array
  private readonly maskOf: Int32Array
  private readonly isDropped: Uint8Array
  private readonly log: number[] = []
  private logging = false
  private readonly visited: Int32Array
  private visit = 0

  constructor(problem: CompiledProblem) {
    this.problem = problem
    const { requestCount, nodeCount, participantCount, interpreterCount, slotCount, dayCount } = problem
    this.slotOf = new Int32Array(requestCount).fill(-1)
    this.interpreterOf = new Int32Array(requestCount).fill(-1)
    this.cellAt = new Int32Array(nodeCount * slotCount).fill(-1)
    this.countAt = new Int32Array(participantCount * slotCount)
    this.usedAt = new Int32Array(problem.capacityAt.length)
    this.meetingsOf = new Int32Array(participantCount)
    this.interpreterCellAt = new Int32Array(interpreterCount * slotCount).fill(-1)
    this.interpreterMeetings = new Int32Array(interpreterCount)
    this.shapeOf = new Float64Array(participantCount)
    this.maskOf = new Int32Array(problem.fitsMask ? nodeCount * dayCount : 0)
    this.moved = problem.publishedCount
    this.shortfall = problem.floorsSum
    this.unsocialOf = new Int32Array(problem.sideCount)
    this.namedAt = new Uint8Array(problem.namesDelegates ? nodeCount * slotCount : 0)
    this.heldIn = Array.from({ length: slotCount }, () => [])
    this.placeInSlot = new Int32Array(requestCount)
    this.placeInOpen = new Int32Array(requestCount).fill(-1)
    this.placeInBreaks = new Int32Array(participantCount).fill(-1)
    this.visited = new Int32Array(interpreterCount)
    this.isDropped = new Uint8Array(requestCount)
    for (let r = 0; r < requestCount; r++) if (problem.impossible[r] === null) this.listOpen(r)
  }

  private listOpen(r: number): void {
    this.placeInOpen[r] = this.open.length
    this.open.push(r)
  }

  private unlistOpen(r: number): void {
    const at = this.placeInOpen[r]!
    const last = this.open.pop()!
    if (last !== r) {
      this.open[at] = last
      this.placeInOpen[last] = at
    }
    this.placeInOpen[r] = -1
  }

  // --- presence ---------------------------------------------------------------------------------------

  /** Shape of node n's day with slot `without` taken away and slot `plus` added (-1: none). */
  private dayShape(n: number, p: number, day: number, without: number, plus: number): number {
    const { slotCount, positionAt } = this.problem
    if (this.problem.fitsMask) {
      let mask = this.maskOf[n * this.problem.dayCount + day]!
      if (without >= 0) mask &= ~(1 << positionAt[p * slotCount + without]!)
      if (plus >= 0) mask |= 1 << positionAt[p * slotCount + plus]!
      return shapeOfMask(mask)
    }
    return this.scanDay(n, p, day, without, plus)
  }

  /** The definition itself, for days of more than 31 slots and for slots that overlap in time. */
  private scanDay(n: number, p: number, day: number, without: number, plus: number): number {
    const { slotCount, dayOf, availableAt, overlaps } = this.problem
    const present = (t: number): boolean => t === plus || (t !== without && this.cellAt[n * slotCount + t]! >= 0)
    let breaks = 0
    let idle = 0
    let gap = -1
    for (let t = 0; t < slotCount; t++) {
      if (dayOf[t] !== day || availableAt[p * slotCount + t] === 0) continue
      if (present(t)) {
        if (gap > 0) {
          breaks++
          idle += gap
        }
        gap = 0
      } else if (gap >= 0 && !overlaps[t]!.some(present)) gap++
    }
    return breaks + idle * IDLE_UNIT
  }

  /**
   * Change of shape when p meets in `to` instead of `from` (-1: none): constant time. Interchangeable
   * delegates keep the lower levels filled, so the topmost level of `from` empties and the next of `to` fills.
   */
  shapeChange(p: number, from: number, to: number): number {
    const { slotCount, dayOf, firstNode } = this.problem
    const row = p * slotCount
    const loses = from < 0 ? -1 : firstNode[p]! + this.countAt[row + from]! - 1
    const gains = to < 0 ? -1 : firstNode[p]! + this.countAt[row + to]!
    if (loses === gains && dayOf[from] === dayOf[to])
      return this.dayShape(loses, p, dayOf[from]!, from, to) - this.dayShape(loses, p, dayOf[from]!, -1, -1)
    let change = 0
    if (loses >= 0)
      change += this.dayShape(loses, p, dayOf[from]!, from, -1) - this.dayShape(loses, p, dayOf[from]!, -1, -1)
    if (gains >= 0) change += this.dayShape(gains, p, dayOf[to]!, -1, to) - this.dayShape(gains, p, dayOf[to]!, -1, -1)
    return change
  }

  private addShape(p: number, change: number): void {
    if (change === 0) return
    this.shape += change
    const shape = this.shapeOf[p]! + change
    this.shapeOf[p] = shape
    const at = this.placeInBreaks[p]!
    if (shape > 0 === at >= 0) return
    if (at < 0) {
      this.placeInBreaks[p] = this.withBreaks.length
      this.withBreaks.push(p)
      return
    }
    const last = this.withBreaks.pop()!
    if (last !== p) {
      this.withBreaks[at] = last
      this.placeInBreaks[last] = at
    }
    this.placeInBreaks[p] = -1
  }

  private enter(p: number, r: number, t: number): void {
    const { slotCount, firstNode, positionAt, dayOf, dayCount, unsocialAt } = this.problem
    this.addShape(p, this.shapeChange(p, -1, t))
    const n = firstNode[p]! + this.countAt[p * slotCount + t]!++
    this.cellAt[n * slotCount + t] = r
    if (this.problem.fitsMask) this.maskOf[n * dayCount + dayOf[t]!]! |= 1 << positionAt[p * slotCount + t]!
    if (this.meetingsOf[p]!++ < this.problem.floorOf[p]!) this.shortfall--
    if (unsocialAt.length > 0) this.unsocialOf[this.problem.sideOf[p]!]! += unsocialAt[p * slotCount + t]!
  }

  private leave(p: number, r: number, t: number): void {
    const { slotCount, firstNode, positionAt, dayOf, dayCount, unsocialAt } = this.problem
    this.addShape(p, this.shapeChange(p, t, -1))
    const last = firstNode[p]! + --this.countAt[p * slotCount + t]!
    let n = last
    while (this.cellAt[n * slotCount + t] !== r) n--
    this.cellAt[n * slotCount + t] = this.cellAt[last * slotCount + t]!
    this.cellAt[last * slotCount + t] = -1
    if (this.problem.fitsMask) this.maskOf[last * dayCount + dayOf[t]!]! &= ~(1 << positionAt[p * slotCount + t]!)
    if (--this.meetingsOf[p]! < this.problem.floorOf[p]!) this.shortfall++
    if (unsocialAt.length > 0) this.unsocialOf[this.problem.sideOf[p]!]! -= unsocialAt[p * slotCount + t]!
  }

  /** True when p has a delegate free in t, its meeting in `except` set aside. */
  hasRoom(p: number, t: number, except = -1): boolean {
    const { slotCount, delegates, availableAt, momentsOf } = this.problem
    const row = p * slotCount
    if (availableAt[row + t] === 0) return false
    if (momentsOf === null) return this.countAt[row + t]! < delegates[p]!
    return momentsOf[t]!.every((moment) => {
      let count = 0
      for (const o of moment) count += this.countAt[row + o]! - (o === except ? 1 : 0)
      return count < delegates[p]!
    })
  }

  /** True when p has a delegate free in t for r: the one that r names, if it names one. */
  hasRoomFor(r: number, p: number, t: number): boolean {
    return this.hasRoom(p, t) && (!this.problem.namesDelegates || this.namesakes(r, p, t).length === 0)
  }

  /** Meetings in t, or overlapping it, that name the same delegate of p as r does. */
  namesakes(r: number, p: number, t: number): number[] {
    const { host, hostNode, guestNode, slotCount, overlaps } = this.problem
    const n = host[r] === p ? hostNode[r]! : guestNode[r]!
    if (n < 0) return []
    return [t, ...overlaps[t]!]
      .filter((o) => this.namedAt[n * slotCount + o]! > 0)
      .flatMap((o) =>
        this.heldIn[o]!.filter((other) => other !== r && (hostNode[other] === n || guestNode[other] === n)),
      )
  }

  private nameDelegates(r: number, t: number, count: number): void {
    const { hostNode, guestNode, slotCount } = this.problem
    for (const n of [hostNode[r]!, guestNode[r]!]) if (n >= 0) this.namedAt[n * slotCount + t]! += count
  }

  /** True when `extra` more meetings of kind k fit into t, `except` having that many fewer. */
  hasPlace(k: number, t: number, extra = 1, except = -1): boolean {
    const { slotCount, capacityAt, momentsOf } = this.problem
    const row = k * slotCount
    if (momentsOf === null || !this.problem.namesPlaces) return this.usedAt[row + t]! + extra <= capacityAt[row + t]!
    return momentsOf[t]!.every((moment) => {
      let used = extra
      let capacity = NO_LIMIT
      for (const o of moment) {
        used += this.usedAt[row + o]! - (o === except ? extra : 0)
        capacity = Math.min(capacity, capacityAt[row + o]!)
      }
      return used <= capacity
    })
  }

  // --- interpreters -----------------------------------------------------------------------------------

  private interpreterCanTake(i: number, t: number): boolean {
    const { slotCount, interpreterAvailableAt, interpreterMaxMeetings, maxConsecutive, maxStretch, overlaps } =
      this.problem
    const row = i * slotCount
    if (interpreterAvailableAt[row + t] === 0 || this.interpreterCellAt[row + t]! >= 0) return false
    if (this.interpreterMeetings[i]! >= interpreterMaxMeetings[i]!) return false
    for (const o of overlaps[t]!) if (this.interpreterCellAt[row + o]! >= 0) return false
    if (maxStretch[i] !== NO_LIMIT && isTooLong(this.problem, i, t, (o) => this.interpreterCellAt[row + o]! >= 0))
      return false
    if (maxConsecutive[i] === NO_LIMIT) return true
    const { previousOfDay, nextOfDay } = this.problem
    let run = 1
    for (let o = previousOfDay[t]!; o >= 0 && this.interpreterCellAt[row + o]! >= 0; o = previousOfDay[o]!) run++
    for (let o = nextOfDay[t]!; o >= 0 && this.interpreterCellAt[row + o]! >= 0; o = nextOfDay[o]!) run++
    return run <= maxConsecutive[i]!
  }

  /** Gives r an interpreter in slot t (its own or after others change hands there); false when none can be had. */
  assignInterpreter(r: number, t: number): boolean {
    const wanted = this.problem.pinInterpreter[r]!
    if (wanted >= 0 && this.problem.pinSlot[r] === t) return this.freeInterpreter(wanted, r, t)
    this.visit++
    return this.augment(r, t)
  }

  /** Interpreter i when it can take r in t, any other that can otherwise. */
  takeInterpreter(r: number, t: number, i: number): boolean {
    const { interpretersOf, language } = this.problem
    if (i >= 0 && interpretersOf[language[r]!]!.includes(i) && this.interpreterCanTake(i, t)) {
      this.setInterpreter(r, t, i)
      return true
    }
    return this.assignInterpreter(r, t)
  }

  /** Presence and interpreter: i where it can take r and r is not pinned to another. For slots that `canHold` allows. */
  holdWith(r: number, t: number, i: number): boolean {
    const { language, pinInterpreter } = this.problem
    const isChoice = language[r]! >= 0 && pinInterpreter[r]! < 0
    if (isChoice ? !this.takeInterpreter(r, t, i) : language[r]! >= 0 && !this.assignInterpreter(r, t)) return false
    this.hold(r, t)
    return true
  }

  private freeInterpreter(i: number, r: number, t: number): boolean {
    const holder = this.interpreterCellAt[i * this.problem.slotCount + t]!
    if (holder < 0) {
      if (!this.interpreterCanTake(i, t)) return false
      this.setInterpreter(r, t, i)
      return true
    }
    if (this.isFixed(holder)) return false
    this.visit++
    this.visited[i] = this.visit
    if (!this.augment(holder, t)) return false
    this.setInterpreter(r, t, i)
    return true
  }

  private isFixed(r: number): boolean {
    return this.problem.pinInterpreter[r]! >= 0
  }

  private augment(r: number, t: number): boolean {
    const { interpretersOf, language, slotCount } = this.problem
    const able = interpretersOf[language[r]!]!
    for (const i of able)
      if (this.visited[i] !== this.visit && this.interpreterCanTake(i, t)) {
        this.visited[i] = this.visit
        this.setInterpreter(r, t, i)
        return true
      }
    for (const i of able) {
      const holder = this.interpreterCellAt[i * slotCount + t]!
      if (holder < 0 || this.visited[i] === this.visit || this.isFixed(holder)) continue
      this.visited[i] = this.visit
      if (this.augment(holder, t)) {
        this.setInterpreter(r, t, i)
        return true
      }
    }
    return false
  }

  /** -1 releases. The cell of the former interpreter is cleared only when r still stands in it. */
  private setInterpreter(r: number, t: number, i: number): void {
    const former = this.interpreterOf[r]!
    if (this.logging) this.log.push(former, t, r, 1)
    this.writeInterpreter(r, t, former, i)
  }

  private writeInterpreter(r: number, t: number, former: number, i: number): void {
    const { slotCount } = this.problem
    if (former >= 0) {
      this.interpreterMeetings[former]!--
      if (this.interpreterCellAt[former * slotCount + t] === r) this.interpreterCellAt[former * slotCount + t] = -1
    }
    if (i >= 0) {
      this.interpreterMeetings[i]!++
      this.interpreterCellAt[i * slotCount + t] = r
    }
    this.interpreterOf[r] = i
  }

  // --- meetings ---------------------------------------------------------------------------------------

  /** All hard rules but the interpreter. */
  canHold(r: number, t: number): boolean {
    const { host, guest, kind, maxMeetings, pinSlot } = this.problem
    const p = host[r]!
    const q = guest[r]!
    return (
      this.hasRoomFor(r, p, t) &&
      this.hasRoomFor(r, q, t) &&
      this.meetingsOf[p]! < maxMeetings[p]! &&
      this.meetingsOf[q]! < maxMeetings[q]! &&
      this.hasPlace(kind[r]!, t) &&
      (pinSlot[r]! < 0 || (pinSlot[r] === t && this.isDropped[r] === 0))
    )
  }

  /** A pin that contradicts another is not honoured, and the meeting not held elsewhere either. */
  dropPin(r: number): void {
    this.isDropped[r] = 1
  }

  /** Holds r in t when every rule allows it; false, and nothing changed, otherwise. */
  tryHold(r: number, t: number): boolean {
    if (!this.canHold(r, t)) return false
    if (this.problem.language[r]! >= 0 && !this.assignInterpreter(r, t)) return false
    this.hold(r, t)
    return true
  }

  /** Presence only; the interpreter is already assigned. */
  hold(r: number, t: number): void {
    const { host, guest, kind, must, weight, publishedSlot, slotCount } = this.problem
    if (this.logging) this.log.push(0, t, r, 2)
    this.enter(host[r]!, r, t)
    this.enter(guest[r]!, r, t)
    if (this.problem.namesDelegates) this.nameDelegates(r, t, 1)
    if (++this.usedAt[kind[r]! * slotCount + t]! > this.problem.capacityAt[kind[r]! * slotCount + t]!) this.excess++
    this.slotOf[r] = t
    this.placeInSlot[r] = this.heldIn[t]!.length
    this.heldIn[t]!.push(r)
    this.musts += must[r]!
    this.weight += weight[r]!
    this.heldCount++
    if (publishedSlot[r] === t) this.moved--
    this.unlistOpen(r)
  }

  /** Presence and interpreter. */
  release(r: number): void {
    const t = this.slotOf[r]!
    if (this.interpreterOf[r]! >= 0) this.setInterpreter(r, t, -1)
    this.leaveSlot(r)
  }

  /** Presence only. */
  leaveSlot(r: number): void {
    const { host, guest, kind, must, weight, publishedSlot, slotCount } = this.problem
    const t = this.slotOf[r]!
    if (this.logging) this.log.push(0, t, r, 3)
    this.leave(host[r]!, r, t)
    this.leave(guest[r]!, r, t)
    if (this.problem.namesDelegates) this.nameDelegates(r, t, -1)
    if (--this.usedAt[kind[r]! * slotCount + t]! >= this.problem.capacityAt[kind[r]! * slotCount + t]!) this.excess--
    this.slotOf[r] = -1
    const list = this.heldIn[t]!
    const last = list.pop()!
    if (last !== r) {
      list[this.placeInSlot[r]!] = last
      this.placeInSlot[last] = this.placeInSlot[r]!
    }
    this.musts -= must[r]!
    this.weight -= weight[r]!
    this.heldCount--
    if (publishedSlot[r] === t) this.moved++
    this.listOpen(r)
  }

  releaseInterpreter(r: number): void {
    if (this.interpreterOf[r]! >= 0) this.setInterpreter(r, this.slotOf[r]!, -1)
  }

  // --- taking back ------------------------------------------------------------------------------------

  get isLogging(): boolean {
    return this.logging
  }

  /** From here on every change is noted until `commit` or `rollback`; within a checkpoint, a mark for `rollbackTo`. */
  checkpoint(): number {
    if (!this.logging) this.log.length = 0
    this.logging = true
    return this.log.length
  }

  commit(): void {
    this.logging = false
    this.log.length = 0
  }

  rollback(): void {
    this.rollbackTo(0)
    this.logging = false
  }

  /** Takes back what happened since the mark and goes on noting. */
  rollbackTo(mark: number): void {
    this.logging = false
    const { log } = this
    while (log.length > mark) {
      const what = log.pop()!
      const r = log.pop()!
      const t = log.pop()!
      const former = log.pop()!
      if (what === 1) this.writeInterpreter(r, t, this.interpreterOf[r]!, former)
      else if (what === 2) this.leaveSlot(r)
      else this.hold(r, t)
    }
    this.logging = true
  }

  /** Puts the state where `slots` and `interpreters` (copies of `slotOf` and `interpreterOf`) say. */
  restore(slots: Int32Array, interpreters: Int32Array): void {
    const { requestCount } = this.problem
    for (let r = 0; r < requestCount; r++) if (this.slotOf[r]! >= 0) this.release(r)
    for (let r = 0; r < requestCount; r++) {
      const t = slots[r]!
      if (t < 0) continue
      if (interpreters[r]! >= 0) this.setInterpreter(r, t, interpreters[r]!)
      this.hold(r, t)
    }
  }

  /** Meetings at unsocial hours of the side that has most of them, with `more` of them per side. */
  unsocialWith(more?: Int32Array): number {
    let most = 0
    for (let side = 0; side < this.unsocialOf.length; side++)
      most = Math.max(most, this.unsocialOf[side]! + (more?.[side] ?? 0))
    return most
  }

  worstBreaks(): number {
    let worst = 0
    for (const p of this.withBreaks) worst = Math.max(worst, breaksOfShape(this.shapeOf[p]!))
    return worst
  }
}
