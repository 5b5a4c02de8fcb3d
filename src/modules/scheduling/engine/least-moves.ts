import type { ScheduleState } from './state.ts'

export interface LeastMoves {
  /** Meetings without a slot that are to have one. */
  readonly displaced: readonly number[]
  /** Slot of each request before the disturbance, -1 when it had none: being elsewhere counts as a move. */
  readonly former: Int32Array
  readonly frozen: Uint8Array
  /** Moves beyond those of the displaced themselves. */
  readonly mostExtraMoves: number
  readonly mayGoOn: () => boolean
}

export interface LeastMovesAnswer {
  /** All displaced meetings are held; the state holds the answer. Otherwise the state is as before. */
  readonly isPlaced: boolean
  /** Fewer moves (or, when not placed, any number of moves up to the limit) were ruled out completely. */
  readonly isProven: boolean
  /** Other placements of as many moves, the calmest first; each differs in who moves, as far as there are such. */
  readonly others: readonly Placement[]
}

/** Copies of the state's tables: what `restore` takes. */
export interface Placement {
  readonly slots: Int32Array
  readonly interpreters: Int32Array
}

const NODES_PER_DEPTH = 400_000
const NODES_AFTER_FIRST = 3_000
const OTHERS_KEPT = 24
const OTHERS_ANSWERED = 3

/**
 * Depth-first search under a limit of moves that grows by one until all displaced meetings are placed: each takes
 * a slot, sends whoever stood there looking, and so on. At the least number the calmest schedule is kept.
 */
export function searchLeastMoves(state: ScheduleState, task: LeastMoves): LeastMovesAnswer {
  const unavoidable = task.displaced.filter((r) => !canReturn(state, task, r)).length
  let isProven = true
  for (let moves = unavoidable; moves <= unavoidable + task.mostExtraMoves; moves++) {
    const descent = new Descent(state, task)
    const [best, ...others] = descent.search(moves)
    if (best !== undefined) {
      state.restore(best.slots, best.interpreters)
      return { isPlaced: true, isProven, others: differentFrom(best, others, task.former) }
    }
    if (descent.isCut) isProven = false
    if (!task.mayGoOn()) return { isPlaced: false, isProven: false, others: [] }
  }
  return { isPlaced: false, isProven, others: [] }
}

/** True when r could stay in its former slot, or has none, so that placing it need not count as a move. */
const canReturn = (state: ScheduleState, { former }: LeastMoves, r: number): boolean =>
  former[r]! < 0 || state.problem.candidateSlots[r]!.includes(former[r]!)

/** Those in which other meetings move come before those in which the same ones move elsewhere. */
function differentFrom(best: Placement, others: readonly Placement[], former: Int32Array): Placement[] {
  const whoMoves = ({ slots }: Placement): string =>
    [...slots.keys()].filter((r) => former[r]! >= 0 && slots[r] !== former[r]).join(' ')
  const seen = new Set([whoMoves(best)])
  const [fresh, same]: [Placement[], Placement[]] = [[], []]
  for (const other of others) {
    const who = whoMoves(other)
    if (seen.has(who)) same.push(other)
    else fresh.push(other)
    seen.add(who)
  }
  return [...fresh, ...same].slice(0, OTHERS_ANSWERED)
}

interface Found extends Placement {
  readonly shape: number
}

class Descent {
  /** The search was cut short: what was not found may exist. */
  isCut = false
  private readonly state: ScheduleState
  private readonly task: LeastMoves
  private readonly settled: Uint8Array
  private nodes = 0
  private nodeLimit = NODES_PER_DEPTH
  /** The calmest first. */
  private readonly found: Found[] = []

  constructor(state: ScheduleState, task: LeastMoves) {
    this.state = state
    this.task = task
    this.settled = new Uint8Array(state.problem.requestCount)
  }

  search(moves: number): readonly Found[] {
    this.state.checkpoint()
    this.descend(this.hardestLast(), moves)
    this.state.rollback()
    return this.found
  }

  /** Enters the state as it stands among the calmest placements found. */
  private note(): void {
    const { state, found } = this
    if (found.length === OTHERS_KEPT && found.at(-1)!.shape <= state.shape) return
    if (found.length === 0) this.nodeLimit = Math.min(this.nodeLimit, this.nodes + NODES_AFTER_FIRST)
    const isKnown = found.some(
      ({ shape, slots }) => shape === state.shape && slots.every((t, r) => t === state.slotOf[r]),
    )
    if (isKnown) return
    const at = found.findIndex(({ shape }) => shape > state.shape)
    const own = { slots: state.slotOf.slice(), interpreters: state.interpreterOf.slice(), shape: state.shape }
    found.splice(at < 0 ? found.length : at, 0, own)
    if (found.length > OTHERS_KEPT) found.pop()
  }

  /** Those of the fewest slots are placed first. */
  private hardestLast(): number[] {
    const { candidateSlots } = this.state.problem
    return [...this.task.displaced].toSorted((a, b) => candidateSlots[b]!.length - candidateSlots[a]!.length || b - a)
  }

  private descend(waiting: readonly number[], moves: number): void {
    const { state, task } = this
    if (waiting.length === 0) {
      this.note()
      return
    }
    this.nodes++
    if ((this.nodes & 31) === 0 && !task.mayGoOn()) this.nodeLimit = 0
    if (this.nodes > this.nodeLimit) {
      this.isCut = true
      return
    }
    const r = waiting[waiting.length - 1]!
    const rest = waiting.slice(0, -1)
    // Whoever was sent away, or has lost its slot, needs a move of its own.
    const owed = rest.filter(
      (o) => task.former[o]! >= 0 && (!task.displaced.includes(o) || !canReturn(state, task, o)),
    ).length
    this.settled[r] = 1
    for (const t of state.problem.candidateSlots[r]!) {
      if (task.frozen[t] === 1 && task.former[r] !== t) continue
      const left = moves - (task.former[r]! < 0 || task.former[r] === t ? 0 : 1)
      if (left < owed) continue
      for (const out of this.waysIn(r, t, left - owed)) this.enter(r, t, out, rest, left)
    }
    this.settled[r] = 0
  }

  private enter(r: number, t: number, out: readonly number[], rest: readonly number[], left: number): void {
    const { state } = this
    const mark = state.checkpoint()
    for (const o of out) state.release(o)
    if (state.tryHold(r, t)) this.descend([...rest, ...out], left)
    state.rollbackTo(mark)
  }

  /** Sets of at most `most` meetings whose leaving lets r into t; the empty set when it is free. */
  private waysIn(r: number, t: number, most: number): number[][] {
    const { state } = this
    const { problem } = state
    let ways: number[][] = [[]]
    if (most === 0 && !state.canHold(r, t)) return []
    for (const p of [problem.host[r]!, problem.guest[r]!]) {
      const namesakes = problem.namesDelegates ? state.namesakes(r, p, t) : []
      if (namesakes.length === 0 && state.hasRoom(p, t)) continue
      const inTheWay = this.movable(namesakes.length > 0 ? namesakes : this.meetingsOf(p, t))
      ways = ways.flatMap((way) => inTheWay.map((o) => (way.includes(o) ? way : [...way, o])))
    }
    const k = problem.kind[r]!
    if (!state.hasPlace(k, t)) {
      const inTheWay = this.movable(state.heldIn[t]!.filter((o) => problem.kind[o] === k))
      ways = ways.flatMap((way) =>
        way.some((o) => state.slotOf[o] === t && problem.kind[o] === k) ? [way] : inTheWay.map((o) => [...way, o]),
      )
    }
    ways = ways.filter((way) => way.length <= most)
    const l = problem.language[r]!
    if (l < 0) return ways
    const speaking = this.movable(state.heldIn[t]!.filter((o) => problem.language[o]! >= 0))
    return ways.flatMap((way) => {
      if (this.canSpeak(r, t, way)) return [way]
      return way.length < most ? speaking.filter((o) => !way.includes(o)).map((o) => [...way, o]) : []
    })
  }

  private canSpeak(r: number, t: number, way: readonly number[]): boolean {
    const { state } = this
    const mark = state.checkpoint()
    for (const o of way) state.release(o)
    const found = state.assignInterpreter(r, t)
    state.rollbackTo(mark)
    return found
  }

  private movable(those: readonly number[]): number[] {
    const { problem, slotOf } = this.state
    return those.filter((o) => problem.pinSlot[o]! < 0 && this.settled[o] === 0 && this.task.frozen[slotOf[o]!] !== 1)
  }

  private meetingsOf(p: number, t: number): number[] {
    const { state } = this
    const { slotCount, firstNode, overlaps } = state.problem
    return [t, ...overlaps[t]!].flatMap((o) =>
      Array.from(
        { length: state.countAt[p * slotCount + o]! },
        (_, level) => state.cellAt[(firstNode[p]! + level) * slotCount + o]!,
      ),
    )
  }
}
