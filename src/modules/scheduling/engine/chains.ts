import type { ScheduleState } from './state.ts'

/**
 * Kempe chains between two slots: the meetings that must swap slots with a given one so that nobody is asked
 * to sit in two places. Inside a chain everybody keeps both slots; only its ends change, so the change of
 * breaks needs a look at the ends alone. Where a slot is full, an opposite chain is taken along.
 */
export class SlotChains {
  readonly members: number[] = []
  /** Meetings that a slot may hold beyond its places on the way to a better schedule. */
  tolerance = 0
  private readonly state: ScheduleState
  private readonly memberStamp: Int32Array
  private readonly netStamp: Int32Array
  private readonly net: Int32Array
  private readonly touched: number[] = []
  private readonly kindNet = [0, 0]
  private readonly unsocialNet: Int32Array
  private stamp = 0
  private head = 0
  private from = 0
  private to = 0
  private interpreted = false

  constructor(state: ScheduleState) {
    this.state = state
    this.memberStamp = new Int32Array(state.problem.requestCount)
    this.netStamp = new Int32Array(state.problem.participantCount)
    this.net = new Int32Array(state.problem.participantCount)
    this.unsocialNet = new Int32Array(state.problem.sideCount)
  }

  /** Starts an empty move between the two slots. */
  begin(from: number, to: number): void {
    this.from = from
    this.to = to
    this.stamp++
    this.head = 0
    this.members.length = 0
    this.touched.length = 0
    this.kindNet[0] = 0
    this.kindNet[1] = 0
    this.interpreted = false
  }

  has(r: number): boolean {
    return this.memberStamp[r] === this.stamp
  }

  /** Net number of meetings participant p gains in `to` (and loses in `from`). */
  netOf(p: number): number {
    return this.netStamp[p] === this.stamp ? this.net[p]! : 0
  }

  private addNet(p: number, sign: number): void {
    if (this.netStamp[p] === this.stamp) this.net[p]! += sign
    else {
      this.netStamp[p] = this.stamp
      this.net[p] = sign
      this.touched.push(p)
    }
  }

  private push(r: number): boolean {
    const { problem, slotOf } = this.state
    if (problem.pinSlot[r]! >= 0) return false
    const sign = slotOf[r] === this.from ? 1 : -1
    this.memberStamp[r] = this.stamp
    this.members.push(r)
    this.addNet(problem.host[r]!, sign)
    this.addNet(problem.guest[r]!, sign)
    this.kindNet[problem.kind[r]!]! += sign
    if (problem.language[r]! >= 0) this.interpreted = true
    return true
  }

  /** Adds the chain of r; false when it meets a pin or somebody who is away. */
  extend(r: number): boolean {
    const { problem, slotOf } = this.state
    if (!this.push(r)) return false
    while (this.head < this.members.length) {
      const member = this.members[this.head++]!
      const target = slotOf[member] === this.from ? this.to : this.from
      if (problem.namesDelegates && !this.followNamed(member, target)) return false
      if (!this.follow(problem.host[member]!, target) || !this.follow(problem.guest[member]!, target)) return false
    }
    return true
  }

  /** Pushes those out of `target` that name the same delegates; false when one stands in an overlapping slot. */
  private followNamed(member: number, target: number): boolean {
    const { state } = this
    const { host, guest } = state.problem
    for (const p of [host[member]!, guest[member]!])
      for (const other of state.namesakes(member, p, target))
        if (this.memberStamp[other] !== this.stamp && (state.slotOf[other] !== target || !this.push(other)))
          return false
    return true
  }

  /** Pushes as many meetings of p out of `target` as its delegates require. */
  private follow(p: number, target: number): boolean {
    const { problem, countAt, cellAt } = this.state
    const { slotCount, delegates, firstNode } = problem
    if (problem.availableAt[p * slotCount + target] === 0) return false
    const count = countAt[p * slotCount + target]!
    const sign = target === this.to ? 1 : -1
    while (count + sign * this.net[p]! > delegates[p]!) {
      let next = -1
      for (let n = firstNode[p]! + count - 1; n >= firstNode[p]!; n--) {
        const r = cellAt[n * slotCount + target]!
        if (this.memberStamp[r] !== this.stamp) {
          next = r
          if (problem.pinSlot[r]! < 0) break
        }
      }
      if (next < 0 || !this.push(next)) return false
    }
    return true
  }

  /** The slot that would hold too many meetings, -1 when places suffice. */
  fullSlot(): number {
    for (let k = 0; k < 2; k++) {
      const extra = this.kindNet[k]!
      if (extra > 0 && !this.state.hasPlace(k, this.to, extra - this.tolerance, this.from)) return this.to
      if (extra < 0 && !this.state.hasPlace(k, this.from, -extra - this.tolerance, this.to)) return this.from
    }
    return -1
  }

  /** Change of shape; Infinity when somebody has no room (possible only where slots overlap or delegates share). */
  shapeChange(): number {
    const { state, from, to } = this
    let change = 0
    for (const p of this.touched) {
      const net = this.net[p]!
      if (net === 0) continue
      if (net > 1 || net < -1) return Infinity
      if (state.problem.momentsOf !== null && !state.hasRoom(p, net > 0 ? to : from, net > 0 ? from : to))
        return Infinity
      change += net > 0 ? state.shapeChange(p, from, to) : state.shapeChange(p, to, from)
    }
    return change
  }

  /** Change of the meetings beyond the places of the two slots. */
  excessChange(): number {
    const { usedAt, problem } = this.state
    let change = 0
    for (let k = 0; k < 2; k++) {
      const net = this.kindNet[k]!
      if (net === 0) continue
      const row = k * problem.slotCount
      const roomTo = problem.capacityAt[row + this.to]! - usedAt[row + this.to]!
      const roomFrom = problem.capacityAt[row + this.from]! - usedAt[row + this.from]!
      change += Math.max(0, net - roomTo) - Math.max(0, -roomTo)
      change += Math.max(0, -net - roomFrom) - Math.max(0, -roomFrom)
    }
    return change
  }

  /** Change of the unsocial hours of the side that has most of them. */
  unsocialChange(): number {
    const { problem } = this.state
    const { slotCount, unsocialAt, sideOf } = problem
    this.unsocialNet.fill(0)
    for (const p of this.touched) {
      const gain = unsocialAt[p * slotCount + this.to]! - unsocialAt[p * slotCount + this.from]!
      this.unsocialNet[sideOf[p]!]! += this.net[p]! * gain
    }
    return this.state.unsocialWith(this.unsocialNet) - this.state.unsocialWith()
  }

  /** Published meetings that leave their published slot, less those that come back. */
  movedChange(): number {
    const { problem, slotOf } = this.state
    if (problem.publishedCount === 0) return 0
    let change = 0
    for (const r of this.members) {
      const published = problem.publishedSlot[r]!
      if (published < 0) continue
      const target = slotOf[r] === this.from ? this.to : this.from
      if (published === slotOf[r]) change++
      else if (published === target) change--
    }
    return change
  }

  /**
   * Carries the move out; false, with nothing changed, when interpreters do not suffice. Within a checkpoint of
   * the caller the taking back is the caller's.
   */
  apply(): boolean {
    const { state, members, from, to } = this
    const { language } = state.problem
    const nested = state.isLogging
    if (this.interpreted) {
      if (!nested) state.checkpoint()
      for (const r of members) state.releaseInterpreter(r)
      for (const r of members) {
        if (language[r]! < 0 || state.assignInterpreter(r, state.slotOf[r] === from ? to : from)) continue
        if (!nested) state.rollback()
        return false
      }
      if (!nested) state.commit()
    }
    const count = members.length
    for (let at = 0; at < count; at++) {
      const r = members[at]!
      const target = state.slotOf[r] === from ? to : from
      state.leaveSlot(r)
      members[at] = r * 2 + (target === to ? 1 : 0)
    }
    for (let at = 0; at < count; at++) state.hold(members[at]! >> 1, (members[at]! & 1) === 1 ? to : from)
    return true
  }
}
