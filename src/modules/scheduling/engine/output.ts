import { PLACE_KINDS } from './compile.ts'
import { keepInterpreters } from './keep-interpreters.ts'
import { findReason } from './reasons.ts'
import type { ScheduledMeeting, ScheduleValue, UnmetRequest } from './solution.ts'
import type { ScheduleState } from './state.ts'

export interface Output {
  readonly meetings: ScheduledMeeting[]
  readonly unmet: UnmetRequest[]
  readonly value: ScheduleValue
}

/** Names the state's meetings: places, delegates, reasons of the unmet, and the value reached. */
export function writeOutput(state: ScheduleState): Output {
  const { problem } = state
  const places = assignPlaces(state)
  const delegates = assignDelegates(state)
  const interpreters = keepInterpreters(state)
  const meetings: ScheduledMeeting[] = []
  const unmet: UnmetRequest[] = []
  problem.requests.forEach((request, r) => {
    const t = state.slotOf[r]!
    if (t < 0) {
      unmet.push({ request: request.id, reason: findReason(state, r) })
      return
    }
    const i = interpreters[r]!
    meetings.push({
      request: request.id,
      slot: problem.slotIds[t]!,
      interpreter: i < 0 ? null : problem.interpreterIds[i]!,
      place: places[r] ?? null,
      hostDelegate: delegates.host[r]!,
      guestDelegate: delegates.guest[r]!,
    })
  })
  return { meetings, unmet, value: measure(state, delegates) }
}

/**
 * Gives every meeting a named place, the host's last one where it can. Capacities already guarantee enough
 * places of each kind in a slot; where slots overlap in time, a meeting left without one is released.
 */
function assignPlaces(state: ScheduleState): (string | undefined)[] {
  const { problem } = state
  const placeOf: (string | undefined)[] = Array.from({ length: problem.requestCount })
  if (!problem.namesPlaces) return placeOf
  const sorted = problem.source.places.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const takenIn = problem.slotIds.map(() => new Set<string>())
  const lastOf = new Map<number, string>()
  const open = sorted.map((place) => (place.availableSlots === undefined ? null : new Set(place.availableSlots)))
  for (let t = 0; t < problem.slotCount; t++) {
    const isFree = (id: string): boolean =>
      !takenIn[t]!.has(id) && problem.overlaps[t]!.every((o) => !takenIn[o]!.has(id))
    const byKind = PLACE_KINDS.map((kind) =>
      sorted.flatMap((place, at) => {
        const isOpen = place.kind === kind && (open[at] === null || open[at]!.has(problem.slotIds[t]!))
        return isOpen && sorted[at - 1]?.id !== place.id ? [place.id] : []
      }),
    )
    const openIds = byKind.map((ids) => new Set(ids))
    const take = (r: number, id: string): void => {
      placeOf[r] = id
      takenIn[t]!.add(id)
      lastOf.set(problem.host[r]!, id)
      lastOf.set(problem.guest[r]!, id)
    }
    const waiting: number[] = []
    for (const r of state.heldIn[t]!.toSorted((a, b) => a - b)) {
      const pinned = problem.pinSlot[r]! >= 0 ? problem.requests[r]!.pinned?.place : undefined
      if (pinned !== undefined && isFree(pinned)) take(r, pinned)
      else waiting.push(r)
    }
    const takeWished = (r: number, wished: readonly (string | undefined)[]): boolean => {
      const id = wished.find((place) => place !== undefined && openIds[problem.kind[r]!]!.has(place) && isFree(place))
      if (id !== undefined) take(r, id)
      return id !== undefined
    }
    // What people were told comes before what is near: nobody's habit takes another's released place.
    const untold = waiting.filter((r) => !takeWished(r, [publishedPlace(state, r, t)]))
    const rest = untold.filter((r) => !takeWished(r, [lastOf.get(problem.host[r]!), lastOf.get(problem.guest[r]!)]))
    const next = PLACE_KINDS.map(() => 0)
    for (const r of rest) {
      const k = problem.kind[r]!
      const ids = byKind[k]!
      while (next[k]! < ids.length && !isFree(ids[next[k]!]!)) next[k]!++
      if (next[k]! < ids.length) take(r, ids[next[k]!]!)
      else state.release(r)
    }
  }
  return placeOf
}

const publishedPlace = ({ problem }: ScheduleState, r: number, t: number): string | undefined =>
  problem.publishedSlot[r] === t ? problem.requests[r]!.published?.place : undefined

interface Delegates {
  readonly host: Int32Array
  readonly guest: Int32Array
}

/**
 * Who is named first, then the lowest free delegate, in time order: the fewest people and, without overlapping slots,
 * the fewest runs. Where slots overlap and delegates are named, a meeting left without one is released.
 */
function assignDelegates(state: ScheduleState): Delegates {
  const { problem } = state
  const delegates = { host: new Int32Array(problem.requestCount), guest: new Int32Array(problem.requestCount) }
  const taken = new Map<number, Map<number, number>>()
  for (let p = 0; p < problem.participantCount; p++) {
    if (problem.delegates[p]! <= 1) continue
    taken.clear()
    for (let t = 0; t < problem.slotCount; t++) {
      const busy = new Map<number, number>()
      taken.set(t, busy)
      const isBusy = (d: number): boolean =>
        busy.has(d) || problem.overlaps[t]!.some((o) => taken.get(o)?.has(d) ?? false)
      const held = [...problem.requestsOf[p]!].filter((r) => state.slotOf[r] === t)
      for (const r of problem.namesDelegates ? namedFirst(state, held, p) : held) {
        const named = nodeOf(state, r, p) - problem.firstNode[p]!
        let d = Math.max(0, named)
        if (named < 0) while (isBusy(d) || isExpected(state, p, d, t)) d++
        if (isBusy(d) || d >= problem.delegates[p]!) {
          state.release(r)
          continue
        }
        busy.set(d, r)
        const side = problem.host[r] === p ? delegates.host : delegates.guest
        side[r] = d
      }
    }
  }
  return delegates
}

/** Node of the delegate of p that r names; below every node when it names none. */
function nodeOf({ problem }: ScheduleState, r: number, p: number): number {
  const n = problem.host[r] === p ? problem.hostNode[r]! : problem.guestNode[r]!
  return n < 0 ? -Infinity : n
}

const namedFirst = (state: ScheduleState, held: readonly number[], p: number): number[] =>
  held.toSorted((a, b) => Number(nodeOf(state, b, p) >= 0) - Number(nodeOf(state, a, p) >= 0))

/** Another meeting, in a slot that overlaps t, names delegate d of p. */
const isExpected = (state: ScheduleState, p: number, d: number, t: number): boolean =>
  state.problem.namesDelegates &&
  state.problem.overlaps[t]!.some((o) =>
    state.heldIn[o]!.some((r) => nodeOf(state, r, p) === state.problem.firstNode[p]! + d),
  )

/** The value of the finished schedule from its meetings alone, each delegate for itself. */
function measure(state: ScheduleState, delegates: Delegates): ScheduleValue {
  const { problem } = state
  const { slotCount, dayOf, availableAt } = problem
  let breaks = 0
  let idleSlots = 0
  let worstBreaks = 0
  const attends = new Map<number, Uint8Array>()
  const gapOfDay = new Int32Array(problem.dayCount)
  for (let p = 0; p < problem.participantCount; p++) {
    attends.clear()
    for (const r of problem.requestsOf[p]!) {
      if (state.slotOf[r]! < 0) continue
      const d = problem.host[r] === p ? delegates.host[r]! : delegates.guest[r]!
      const row = attends.get(d) ?? new Uint8Array(slotCount)
      row[state.slotOf[r]!] = 1
      attends.set(d, row)
    }
    let own = 0
    for (const row of attends.values()) {
      gapOfDay.fill(-1)
      for (let t = 0; t < slotCount; t++) {
        const day = dayOf[t]!
        if (availableAt[p * slotCount + t] === 0) continue
        if (row[t] === 1) {
          if (gapOfDay[day]! > 0) {
            own++
            idleSlots += gapOfDay[day]!
          }
          gapOfDay[day] = 0
        } else if (gapOfDay[day]! >= 0 && !problem.overlaps[t]!.some((o) => row[o] === 1)) gapOfDay[day]!++
      }
    }
    breaks += own
    worstBreaks = Math.max(worstBreaks, own)
  }
  return {
    musts: state.musts,
    weight: state.weight,
    breaks,
    idleSlots,
    worstBreaks,
    held: state.heldCount,
    requested: problem.requestCount,
    ...(problem.publishedCount > 0 ? { moved: state.moved } : {}),
    ...(problem.floorsSum > 0 ? { shortfall: state.shortfall } : {}),
    ...(problem.unsocialAt.length > 0 ? { unsocial: state.unsocialWith() } : {}),
  }
}
