import { isUnsocial } from './home-clock.ts'
import { hashProblem } from './problem-hash.ts'
import type {
  MeetingPosition,
  PlaceKind,
  ScheduleParticipant,
  SchedulePlace,
  ScheduleProblem,
  ScheduleRequest,
} from './problem.ts'
import type { ScheduleIssue, UnmetReason } from './solution.ts'

/** Stands for "no limit" wherever a count is limited. */
export const NO_LIMIT = 0x3fffffff

/** Delegates are numbered below this; a higher number counts as absent. */
const MOST_NAMED = 1_000

export const PLACE_KINDS: readonly PlaceKind[] = ['table', 'online']

/**
 * The problem as numbers in typed arrays, in an order of its own (sorted by id), so that the order of the
 * input cannot matter. Names: p participant, n node (one delegate level of a participant), t slot, d day,
 * r request, i interpreter, l language pair, k kind of place. A table `x[p * slots + t]` is named xAt.
 */
export interface CompiledProblem {
  readonly source: ScheduleProblem
  readonly hash: string
  readonly issues: readonly ScheduleIssue[]
  readonly slotCount: number
  readonly dayCount: number
  readonly slotIds: readonly string[]
  readonly dayOf: Int32Array
  /** Slots that overlap slot t in time, itself excluded; all empty in most programmes. */
  readonly overlaps: readonly Int32Array[]
  /** Sets of slots running at one moment, that contain slot t; null when nothing overlaps. */
  readonly momentsOf: readonly (readonly Int32Array[])[] | null
  /** Begin and end of slot t in minutes, NaN when unknown. */
  readonly beginsAt: Float64Array
  readonly endsAt: Float64Array
  readonly slotIndex: ReadonlyMap<string, number>

  readonly participantCount: number
  readonly participantIds: readonly string[]
  readonly delegates: Int32Array
  readonly maxMeetings: Int32Array
  readonly availableAt: Uint8Array
  readonly sideOf: Int32Array
  readonly sideCount: number
  /** 1 where slot t is unsocial at the home of p; empty when no slot is for anybody. */
  readonly unsocialAt: Uint8Array
  readonly nodeCount: number
  readonly firstNode: Int32Array
  /** Position of slot t among the available slots of its day for p, -1 when unavailable. */
  readonly positionAt: Int16Array
  /** Available slot of p just before and after t on its day, -1 at the edge. */
  readonly previousAvailableAt: Int16Array
  readonly nextAvailableAt: Int16Array
  /** True when each participant's available slots of each day fit a 31-bit mask and nothing overlaps. */
  readonly fitsMask: boolean

  readonly interpreterCount: number
  readonly interpreterIds: readonly string[]
  readonly interpreterAvailableAt: Uint8Array
  readonly maxConsecutive: Int32Array
  readonly interpreterMaxMeetings: Int32Array
  /** Longest stretch of work without a rest, and that rest, in minutes. */
  readonly maxStretch: Float64Array
  readonly restAfter: Float64Array
  readonly languagePairs: readonly string[]
  /** Interpreters that can do pair l. */
  readonly interpretersOf: readonly Int32Array[]
  /** Slots just before and after t on its day, -1 at the edge: what counts as "in a row". */
  readonly previousOfDay: Int32Array
  readonly nextOfDay: Int32Array

  /** Meetings at once of kind k in slot t, at k * slots + t. */
  readonly capacityAt: Int32Array
  readonly namesPlaces: boolean

  readonly requestCount: number
  readonly requests: readonly ScheduleRequest[]
  readonly host: Int32Array
  readonly guest: Int32Array
  readonly must: Uint8Array
  readonly weight: Float64Array
  readonly language: Int32Array
  readonly kind: Uint8Array
  /** Slot the request is fixed to, -1 when free. Only pins that can be honoured are here. */
  readonly pinSlot: Int32Array
  readonly pinInterpreter: Int32Array
  readonly publishedSlot: Int32Array
  readonly publishedCount: number
  /** Why the request can never be held, known from the data alone; null when it may. */
  readonly impossible: readonly (UnmetReason | null)[]
  /** Node of the delegate that has to attend, -1 when any may; `namesDelegates` false: -1 everywhere. */
  readonly hostNode: Int32Array
  readonly guestNode: Int32Array
  readonly namesDelegates: boolean
  /** Meetings that p should hold at least, as far as it has requests; 0 everywhere when `floorsSum` is. */
  readonly floorOf: Int32Array
  readonly floorsSum: number
  /** What no schedule can make up for: requests that are impossible. */
  readonly leastShortfall: number
  /** Slots that suit host, guest and place kind of r (interpreters aside). */
  readonly candidateSlots: readonly Int32Array[]
  readonly requestsOf: readonly Int32Array[]
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Sorted by id; of entries with one id the first in text order stays, the others become issues. */
function uniqueById<T extends { readonly id: string }>(
  list: string,
  entries: readonly T[],
  issues: ScheduleIssue[],
): T[] {
  const sorted = entries.toSorted(byId)
  const kept: T[] = []
  for (let at = 0; at < sorted.length;) {
    let end = at + 1
    while (end < sorted.length && sorted[end]!.id === sorted[at]!.id) end++
    if (end === at + 1) kept.push(sorted[at]!)
    else {
      const same = sorted.slice(at, end).map((entry) => ({ entry, text: JSON.stringify(entry) }))
      same.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
      kept.push(same[0]!.entry)
      issues.push({ code: 'duplicate-id', list, id: same[0]!.entry.id })
    }
    at = end
  }
  return kept
}

/** "ru-ko" and "ko-ru" are one pair; "ko>ru" is a direction. */
function canonicalPair(pair: string): string {
  if (pair.includes('>')) return pair
  return pair.split('-').toSorted().join('-')
}

const coversPair = (offered: string, needed: string): boolean => {
  if (canonicalPair(offered) === canonicalPair(needed)) return true
  return (
    !offered.includes('>') && needed.includes('>') && canonicalPair(needed.replace('>', '-')) === canonicalPair(offered)
  )
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

const DEFAULT_REST_MINUTES = 10

const minutesOf = (instant: string | undefined): number => Date.parse(instant ?? '') / 60_000

/** Slots nobody can use both of: they overlap, or less than the buffer of the earlier lies between them. */
function findOverlaps(
  problem: ScheduleProblem,
  issues: ScheduleIssue[],
): { overlaps: Int32Array[]; momentsOf: Int32Array[][] | null } {
  const buffer = bufferOf(problem, '', issues) ?? 0
  const spans = problem.slots.map((slot) => {
    const own = bufferOf(slot, slot.id, issues) ?? buffer
    return slot.startsAt === undefined || slot.endsAt === undefined
      ? null
      : { from: minutesOf(slot.startsAt), to: minutesOf(slot.endsAt) + own }
  })
  const overlaps = spans.map((span, t) => {
    const found: number[] = []
    if (span === null) return Int32Array.from(found)
    for (let o = 0; o < spans.length; o++) {
      const other = spans[o]
      if (o !== t && other && other.from < span.to && span.from < other.to) found.push(o)
    }
    return Int32Array.from(found)
  })
  if (overlaps.every((list) => list.length === 0)) return { overlaps, momentsOf: null }
  // All slots running at the start of some slot: every set of slots that run at once is inside one of these.
  const momentsOf: Int32Array[][] = spans.map(() => [])
  spans.forEach((span, t) => {
    const moment =
      span === null ? [t] : [t, ...overlaps[t]!].filter((o) => spans[o]!.from <= span.from && span.from < spans[o]!.to)
    const members = Int32Array.from(moment)
    for (const member of moment) momentsOf[member]!.push(members)
  })
  return { overlaps, momentsOf }
}

class Availability {
  private readonly slotIndex: ReadonlyMap<string, number>
  private readonly issues: ScheduleIssue[]

  constructor(slotIndex: ReadonlyMap<string, number>, issues: ScheduleIssue[]) {
    this.slotIndex = slotIndex
    this.issues = issues
  }

  mark(table: Uint8Array, offset: number, list: string, id: string, slots: readonly string[]): void {
    for (const slot of new Set(slots)) {
      const t = this.slotIndex.get(slot)
      if (t === undefined) this.issues.push({ code: 'unknown-slot', list, id, slot })
      else table[offset + t] = 1
    }
  }
}

/** Checks the data, notes what is wrong with it as issues, and lays it out for the search. Never throws on bad data. */
export function compileProblem(problem: ScheduleProblem): CompiledProblem {
  const issues: ScheduleIssue[] = []
  const slots = problem.slots.filter((slot, at) => {
    const first = problem.slots.findIndex((other) => other.id === slot.id) === at
    if (!first) issues.push({ code: 'duplicate-id', list: 'slots', id: slot.id })
    return first
  })
  const time = compileSlots({ ...problem, slots }, issues)
  const availability = new Availability(time.slotIndex, issues)
  const participants = compileParticipants(problem, time, availability, issues)
  const interpreters = compileInterpreters(problem, time, availability, issues)
  const capacity = compileCapacity(problem, time, availability, issues)
  const requests = compileRequests(
    problem,
    { time, participants, interpreters, capacity, places: new Map(problem.places.map((place) => [place.id, place])) },
    issues,
  )
  let hash: string | undefined
  return {
    source: problem,
    // Only asked for when a solution is written or read: a small problem is solved in less time than this takes.
    get hash() {
      hash ??= hashProblem(problem)
      return hash
    },
    issues,
    ...time,
    ...participants.tables,
    ...interpreters.tables,
    ...capacity,
    ...requests,
  }
}

function compileSlots(problem: ScheduleProblem, issues: ScheduleIssue[]) {
  const slotCount = problem.slots.length
  const dayIndex = new Map<string, number>()
  const dayOf = new Int32Array(slotCount)
  const previousOfDay = new Int32Array(slotCount).fill(-1)
  const nextOfDay = new Int32Array(slotCount).fill(-1)
  const lastOfDay: number[] = []
  problem.slots.forEach((slot, t) => {
    const day = dayIndex.get(slot.day) ?? dayIndex.size
    dayIndex.set(slot.day, day)
    dayOf[t] = day
    const previous = lastOfDay[day]
    if (previous !== undefined) {
      previousOfDay[t] = previous
      nextOfDay[previous] = t
    }
    lastOfDay[day] = t
    if (
      slot.startsAt !== undefined &&
      slot.endsAt !== undefined &&
      !(Date.parse(slot.startsAt) < Date.parse(slot.endsAt))
    )
      issues.push({ code: 'slot-ends-before-start', slot: slot.id })
  })
  return {
    slotCount,
    dayCount: Math.max(1, dayIndex.size),
    slotIds: problem.slots.map((slot) => slot.id),
    slotIndex: new Map(problem.slots.map((slot, t) => [slot.id, t])),
    dayOf,
    previousOfDay,
    nextOfDay,
    beginsAt: Float64Array.from(problem.slots, (slot) => minutesOf(slot.startsAt)),
    endsAt: Float64Array.from(problem.slots, (slot) => minutesOf(slot.endsAt)),
    ...findOverlaps(problem, issues),
  }
}

/** Of a slot, or of the problem (id empty). A number that is not allowed counts as absent. */
function bufferOf(
  { bufferMinutes }: { readonly bufferMinutes?: number },
  id: string,
  issues: ScheduleIssue[],
): number | undefined {
  if (bufferMinutes === undefined || (bufferMinutes >= 0 && Number.isFinite(bufferMinutes))) return bufferMinutes
  issues.push({ code: 'number-not-allowed', list: id === '' ? 'problem' : 'slots', id, field: 'bufferMinutes' })
  return undefined
}

type Time = ReturnType<typeof compileSlots>

function compileParticipants(
  problem: ScheduleProblem,
  time: Time,
  availability: Availability,
  issues: ScheduleIssue[],
) {
  const list = uniqueById('participants', problem.participants, issues)
  const { slotCount, dayOf, dayCount } = time
  const delegates = new Int32Array(list.length)
  const named = countNamed(problem)
  const maxMeetings = new Int32Array(list.length)
  const availableAt = new Uint8Array(list.length * slotCount)
  const positionAt = new Int16Array(list.length * slotCount).fill(-1)
  const previousAvailableAt = new Int16Array(list.length * slotCount).fill(-1)
  const nextAvailableAt = new Int16Array(list.length * slotCount).fill(-1)
  const lastOfDay = new Int32Array(dayCount)
  const firstNode = new Int32Array(list.length + 1)
  let longestDay = 0
  const lengths = new Int32Array(dayCount)
  list.forEach((participant, p) => {
    const count = (field: 'delegates' | 'maxMeetings', otherwise: number): number => {
      const value = participant[field]
      if (value === undefined) return otherwise
      if (isCount(value)) return Math.min(value, NO_LIMIT)
      issues.push({ code: 'number-not-allowed', list: 'participants', id: participant.id, field })
      return otherwise
    }
    maxMeetings[p] = count('maxMeetings', NO_LIMIT)
    // More people than requests never sit at once; a named one may still have a higher number.
    const useful = Math.max(1, problem.requests.length, named.get(participant.id) ?? 0)
    delegates[p] = Math.min(count('delegates', 1), useful)
    firstNode[p + 1] = firstNode[p]! + delegates[p]!
    if (delegates[p]! === 0) return
    availability.mark(availableAt, p * slotCount, 'participants', participant.id, participant.availableSlots)
    lengths.fill(0)
    lastOfDay.fill(-1)
    for (let t = 0; t < slotCount; t++) {
      if (availableAt[p * slotCount + t] === 0) continue
      const at = lengths[dayOf[t]!]!++
      positionAt[p * slotCount + t] = at
      if (at >= longestDay) longestDay = at + 1
      const previous = lastOfDay[dayOf[t]!]!
      previousAvailableAt[p * slotCount + t] = previous
      if (previous >= 0) nextAvailableAt[p * slotCount + previous] = t
      lastOfDay[dayOf[t]!] = t
    }
  })
  return {
    list,
    index: new Map(list.map((participant, p) => [participant.id, p])),
    tables: {
      participantCount: list.length,
      participantIds: list.map((participant) => participant.id),
      delegates,
      maxMeetings,
      availableAt,
      ...compileHomes(problem, list),
      positionAt,
      previousAvailableAt,
      nextAvailableAt,
      nodeCount: firstNode[list.length]!,
      firstNode,
      fitsMask: longestDay <= 31 && time.momentsOf === null,
    },
  }
}

/** How many delegates a participant has to have for all that are asked for by name. */
function countNamed({ requests }: ScheduleProblem): Map<string, number> {
  const named = new Map<string, number>()
  const add = (id: string, delegate: number | undefined): void => {
    if (delegate !== undefined && delegate < MOST_NAMED) named.set(id, Math.max(named.get(id) ?? 0, delegate + 1))
  }
  for (const { host, guest, hostDelegate, guestDelegate } of requests) {
    add(host, hostDelegate)
    add(guest, guestDelegate)
  }
  return named
}

function compileHomes(
  { slots }: ScheduleProblem,
  list: readonly ScheduleParticipant[],
): Pick<CompiledProblem, 'sideOf' | 'sideCount' | 'unsocialAt'> {
  const sides = [...new Set(list.map(({ side }) => side))]
  const zones = [...new Set(list.map(({ timeZone }) => timeZone))]
  const unsocial = new Map(zones.map((zone) => [zone, slots.map((slot) => isUnsocial(slot, zone))]))
  const isCounted = [...unsocial.values()].some((those) => those.includes(true))
  const unsocialAt = new Uint8Array(isCounted ? list.length * slots.length : 0)
  if (isCounted)
    list.forEach(({ timeZone }, p) =>
      unsocial.get(timeZone)!.forEach((is, t) => {
        unsocialAt[p * slots.length + t] = is ? 1 : 0
      }),
    )
  return { sideOf: Int32Array.from(list, ({ side }) => sides.indexOf(side)), sideCount: sides.length, unsocialAt }
}

function compileInterpreters(
  problem: ScheduleProblem,
  time: Time,
  availability: Availability,
  issues: ScheduleIssue[],
) {
  const list = uniqueById('interpreters', problem.interpreters, issues)
  const { slotCount } = time
  const interpreterAvailableAt = new Uint8Array(list.length * slotCount)
  const maxConsecutive = new Int32Array(list.length)
  const interpreterMaxMeetings = new Int32Array(list.length)
  const maxStretch = new Float64Array(list.length)
  const restAfter = new Float64Array(list.length)
  const needed = [
    ...new Set(problem.requests.flatMap((r) => (r.languagePair === null ? [] : [canonicalPair(r.languagePair)]))),
  ]
  const languagePairs = needed.toSorted()
  const canDo: number[][] = languagePairs.map(() => [])
  list.forEach((interpreter, i) => {
    const count = (
      field: 'maxConsecutiveSlots' | 'maxMeetings' | 'maxConsecutiveMinutes' | 'restMinutes',
      otherwise = NO_LIMIT,
    ): number => {
      const value = interpreter[field]
      if (value === undefined) return otherwise
      if (isCount(value)) return Math.min(value, NO_LIMIT)
      issues.push({ code: 'number-not-allowed', list: 'interpreters', id: interpreter.id, field })
      return otherwise
    }
    maxConsecutive[i] = count('maxConsecutiveSlots')
    interpreterMaxMeetings[i] = count('maxMeetings')
    maxStretch[i] = count('maxConsecutiveMinutes')
    restAfter[i] = count('restMinutes', DEFAULT_REST_MINUTES)
    if (interpreter.languagePairs.length === 0)
      issues.push({ code: 'interpreter-without-pair', interpreter: interpreter.id })
    availability.mark(interpreterAvailableAt, i * slotCount, 'interpreters', interpreter.id, interpreter.availableSlots)
    languagePairs.forEach((pair, l) => {
      if (interpreter.languagePairs.some((offered) => coversPair(offered, pair))) canDo[l]!.push(i)
    })
  })
  return {
    index: new Map(list.map((interpreter, i) => [interpreter.id, i])),
    tables: {
      interpreterCount: list.length,
      interpreterIds: list.map((interpreter) => interpreter.id),
      interpreterAvailableAt,
      maxConsecutive,
      interpreterMaxMeetings,
      maxStretch,
      restAfter,
      languagePairs,
      interpretersOf: canDo.map((those) => Int32Array.from(those)),
    },
  }
}

function compileCapacity(problem: ScheduleProblem, time: Time, availability: Availability, issues: ScheduleIssue[]) {
  const { slotCount, slotIndex } = time
  const namesPlaces = problem.places.length > 0
  const capacityAt = new Int32Array(PLACE_KINDS.length * slotCount).fill(namesPlaces ? 0 : NO_LIMIT)
  const open = new Uint8Array(slotCount)
  for (const place of uniqueById('places', problem.places, issues)) {
    open.fill(place.availableSlots === undefined ? 1 : 0)
    if (place.availableSlots !== undefined) availability.mark(open, 0, 'places', place.id, place.availableSlots)
    const row = PLACE_KINDS.indexOf(place.kind) * slotCount
    for (let t = 0; t < slotCount; t++) capacityAt[row + t]! += open[t]!
  }
  for (const capacity of problem.capacities ?? []) {
    const t = slotIndex.get(capacity.slot)
    if (t === undefined) {
      issues.push({ code: 'unknown-slot', list: 'capacities', id: capacity.slot, slot: capacity.slot })
      continue
    }
    PLACE_KINDS.forEach((kind, k) => {
      const limit = capacity[kind]
      if (limit === undefined) return
      if (!isCount(limit))
        issues.push({ code: 'number-not-allowed', list: 'capacities', id: capacity.slot, field: kind })
      else capacityAt[k * slotCount + t] = Math.min(capacityAt[k * slotCount + t]!, limit)
    })
  }
  return { capacityAt, namesPlaces }
}

interface Parts {
  readonly time: Time
  readonly participants: ReturnType<typeof compileParticipants>
  readonly interpreters: ReturnType<typeof compileInterpreters>
  readonly capacity: ReturnType<typeof compileCapacity>
  readonly places: ReadonlyMap<string, SchedulePlace>
}

function compileRequests(problem: ScheduleProblem, parts: Parts, issues: ScheduleIssue[]) {
  const requests = uniqueById('requests', problem.requests, issues)
  const { slotCount, slotIds, slotIndex } = parts.time
  const { availableAt } = parts.participants.tables
  const { languagePairs, interpretersOf, interpreterAvailableAt } = parts.interpreters.tables
  const count = requests.length
  const tables = {
    host: new Int32Array(count).fill(-1),
    guest: new Int32Array(count).fill(-1),
    must: new Uint8Array(count),
    weight: new Float64Array(count),
    language: new Int32Array(count).fill(-1),
    kind: new Uint8Array(count),
    pinSlot: new Int32Array(count).fill(-1),
    pinInterpreter: new Int32Array(count).fill(-1),
    publishedSlot: new Int32Array(count).fill(-1),
    hostNode: new Int32Array(count).fill(-1),
    guestNode: new Int32Array(count).fill(-1),
  }
  const impossible: (UnmetReason | null)[] = []
  const candidateSlots: Int32Array[] = []
  const requestsOf: number[][] = parts.participants.tables.participantIds.map(() => [])
  const languageIndex = new Map(languagePairs.map((pair, l) => [pair, l]))
  let publishedCount = 0

  requests.forEach((request, r) => {
    const p = parts.participants.index.get(request.host) ?? -1
    const q = parts.participants.index.get(request.guest) ?? -1
    const k = Math.max(0, PLACE_KINDS.indexOf(request.place))
    tables.must[r] = request.wish === 'must' ? 1 : 0
    tables.kind[r] = k
    tables.weight[r] = Number.isSafeInteger(request.weight) && request.weight >= 0 ? request.weight : 0
    if (tables.weight[r] !== request.weight)
      issues.push({ code: 'weight-not-allowed', request: request.id, weight: request.weight })
    const l = request.languagePair === null ? -1 : languageIndex.get(canonicalPair(request.languagePair))!
    tables.language[r] = l
    const published = request.published === undefined ? -1 : (slotIndex.get(request.published.slot) ?? -1)
    tables.publishedSlot[r] = published
    if (published >= 0) publishedCount++
    if (p < 0) issues.push({ code: 'unknown-participant', request: request.id, participant: request.host })
    if (q < 0) issues.push({ code: 'unknown-participant', request: request.id, participant: request.guest })
    if (p >= 0 && p === q) issues.push({ code: 'meets-itself', request: request.id, participant: request.host })
    if (p < 0 || q < 0 || p === q) {
      impossible.push({ code: 'not-a-pair' })
      candidateSlots.push(new Int32Array(0))
      return
    }
    tables.host[r] = p
    tables.guest[r] = q
    tables.hostNode[r] = namedNode(request, 'hostDelegate', p, parts, issues)
    tables.guestNode[r] = namedNode(request, 'guestDelegate', q, parts, issues)
    requestsOf[p]!.push(r)
    requestsOf[q]!.push(r)
    const common: number[] = []
    for (let t = 0; t < slotCount; t++)
      if (availableAt[p * slotCount + t] === 1 && availableAt[q * slotCount + t] === 1) common.push(t)
    const placed = common.filter((t) => parts.capacity.capacityAt[k * slotCount + t]! > 0)
    const interpreted =
      l < 0
        ? placed
        : placed.filter((t) => interpretersOf[l]!.some((i) => interpreterAvailableAt[i * slotCount + t] === 1))
    const pinned = request.pinned === undefined ? null : readPin(request, request.pinned, r, tables, parts, issues)
    const names = (those: readonly number[]): string[] => those.map((t) => slotIds[t]!)
    let reason: UnmetReason | null = pinned
    if (reason === null && common.length === 0) reason = { code: 'no-common-time' }
    if (reason === null && placed.length === 0)
      reason = { code: 'no-place', place: request.place, slots: names(common) }
    if (reason === null && interpreted.length === 0)
      reason = { code: 'no-interpreter', languagePair: request.languagePair!, slots: names(placed), everBusy: false }
    impossible.push(reason)
    if (reason !== null) tables.pinSlot[r] = -1
    const open = reason !== null ? [] : tables.pinSlot[r]! >= 0 ? [tables.pinSlot[r]!] : interpreted
    candidateSlots.push(Int32Array.from(open))
  })
  return {
    requestCount: count,
    requests,
    ...tables,
    publishedCount,
    impossible,
    candidateSlots,
    requestsOf: requestsOf.map((those) => Int32Array.from(those)),
    namesDelegates: tables.hostNode.some((n) => n >= 0) || tables.guestNode.some((n) => n >= 0),
    ...compileFloors(problem, parts.participants, requestsOf, impossible, issues),
  }
}

/** Node of the delegate named by the request, -1 when none is; a number beyond the delegates counts as absent. */
function namedNode(
  request: ScheduleRequest,
  field: 'hostDelegate' | 'guestDelegate',
  p: number,
  { participants: { tables } }: Parts,
  issues: ScheduleIssue[],
): number {
  const delegate = request[field]
  if (delegate === undefined) return -1
  if (isCount(delegate) && delegate < Math.min(MOST_NAMED, tables.delegates[p]!)) return tables.firstNode[p]! + delegate
  issues.push({ code: 'number-not-allowed', list: 'requests', id: request.id, field })
  return -1
}

function compileFloors(
  { fairness }: ScheduleProblem,
  { list, tables: { maxMeetings } }: Parts['participants'],
  requestsOf: readonly (readonly number[])[],
  impossible: readonly (UnmetReason | null)[],
  issues: ScheduleIssue[],
): Pick<CompiledProblem, 'floorOf' | 'floorsSum' | 'leastShortfall'> {
  const allowed = (floor: number | undefined, where: { list: string; id: string; field: string }): number => {
    if (floor === undefined || isCount(floor)) return floor ?? 0
    issues.push({ code: 'number-not-allowed', ...where })
    return 0
  }
  const common = allowed(fairness?.floor, { list: 'problem', id: '', field: 'fairness.floor' })
  const floorOf = Int32Array.from(list, ({ id, minMeetings }, p) => {
    const own = minMeetings === undefined || !isCount(minMeetings) ? common : minMeetings
    allowed(minMeetings, { list: 'participants', id, field: 'minMeetings' })
    return Math.min(own, maxMeetings[p]!, requestsOf[p]!.length)
  })
  const lacking = floorOf.map((own, p) =>
    Math.max(0, own - requestsOf[p]!.filter((r) => impossible[r] === null).length),
  )
  const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0)
  return { floorOf, floorsSum: sum(floorOf), leastShortfall: sum(lacking) }
}

interface PinTables {
  readonly host: Int32Array
  readonly guest: Int32Array
  readonly kind: Uint8Array
  readonly language: Int32Array
  readonly pinSlot: Int32Array
  readonly pinInterpreter: Int32Array
}

/** Enters an allowed pin into the tables; a forbidden one becomes an issue that names both, and the reason of the request. */
function readPin(
  request: ScheduleRequest,
  pin: MeetingPosition,
  r: number,
  tables: PinTables,
  parts: Parts,
  issues: ScheduleIssue[],
): UnmetReason | null {
  const { slotCount, slotIndex } = parts.time
  const forbidden: UnmetReason = { code: 'pin-forbidden', slot: pin.slot }
  const t = slotIndex.get(pin.slot)
  const before = issues.length
  if (t === undefined) {
    issues.push({ code: 'pin-unknown-slot', request: request.id, slot: pin.slot })
    return forbidden
  }
  for (const p of [tables.host[r]!, tables.guest[r]!])
    if (parts.participants.tables.availableAt[p * slotCount + t] === 0) {
      const participant = parts.participants.tables.participantIds[p]!
      issues.push({ code: 'pin-participant-unavailable', request: request.id, slot: pin.slot, participant })
    }
  if (!placeFits(request, pin, t, tables.kind[r]!, parts))
    issues.push({ code: 'pin-place-unfit', request: request.id, slot: pin.slot, place: pin.place ?? null })
  // A pinned interpreter of a meeting that needs none (any more) is let go; the slot is what counts.
  const wanted = tables.language[r]! < 0 ? null : (pin.interpreter ?? null)
  const fit = fittingInterpreters(tables.language[r]!, t, parts)
  const i = wanted === null ? -1 : (parts.interpreters.index.get(wanted) ?? -1)
  if (wanted === null ? tables.language[r]! >= 0 && fit.length === 0 : !fit.includes(i))
    issues.push({ code: 'pin-interpreter-unfit', request: request.id, slot: pin.slot, interpreter: wanted })
  if (issues.length > before) return forbidden
  tables.pinSlot[r] = t
  tables.pinInterpreter[r] = i
  return null
}

function placeFits(request: ScheduleRequest, pin: MeetingPosition, t: number, k: number, parts: Parts): boolean {
  if (parts.capacity.capacityAt[k * parts.time.slotCount + t]! <= 0) return false
  if (pin.place === undefined || !parts.capacity.namesPlaces) return true
  const place = parts.places.get(pin.place)
  return (
    place !== undefined &&
    place.kind === request.place &&
    (place.availableSlots === undefined || place.availableSlots.includes(pin.slot))
  )
}

const fittingInterpreters = (l: number, t: number, parts: Parts): number[] =>
  l < 0
    ? []
    : [...parts.interpreters.tables.interpretersOf[l]!].filter(
        (i) => parts.interpreters.tables.interpreterAvailableAt[i * parts.time.slotCount + t] === 1,
      )
