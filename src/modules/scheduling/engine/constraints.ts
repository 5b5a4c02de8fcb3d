import { isUnsocial } from './home-clock.ts'
import type { ScheduleInterpreter, ScheduleRequest } from './problem.ts'
import type { Attendance, ScheduleView } from './schedule-view.ts'
import type { ScheduledMeeting } from './solution.ts'

/** A broken hard rule: its name, the requests whose meetings break it, and the values it speaks of. */
export interface Violation {
  readonly code: string
  readonly requests: readonly string[]
  readonly detail: Readonly<Record<string, string | number | null>>
}

export interface HardConstraint {
  readonly level: 'hard'
  readonly name: string
  readonly check: (view: ScheduleView) => Violation[]
}

/** Not to be broken but counted: more (or fewer) is better. */
export interface CountedConstraint {
  readonly level: 'medium' | 'soft'
  readonly name: string
  readonly count: (view: ScheduleView) => number
}

type Detail = Violation['detail']

/** Names the findings after the function that made them. */
const hard = (check: (view: ScheduleView) => Detail[]): HardConstraint => ({
  level: 'hard',
  name: check.name,
  check: (view) =>
    check(view).map((detail) => ({
      code: check.name,
      requests: [detail['request'], detail['other']].filter((id) => typeof id === 'string'),
      detail,
    })),
})
const medium = (count: (view: ScheduleView) => number): CountedConstraint => ({
  level: 'medium',
  name: count.name,
  count,
})
const soft = (count: (view: ScheduleView) => number): CountedConstraint => ({ level: 'soft', name: count.name, count })

const heldRequests = (view: ScheduleView): { meeting: ScheduledMeeting; request: ScheduleRequest }[] =>
  view.solution.meetings.flatMap((meeting) => {
    const request = view.requests.get(meeting.request)
    return request === undefined ? [] : [{ meeting, request }]
  })

/** Pairs of meetings of one list whose slots are one or overlap. */
function collisions(view: ScheduleView, meetings: readonly ScheduledMeeting[]): [ScheduledMeeting, ScheduledMeeting][] {
  const found: [ScheduledMeeting, ScheduledMeeting][] = []
  const sorted = meetings.toSorted((a, b) => (view.slotRank.get(a.slot) ?? 0) - (view.slotRank.get(b.slot) ?? 0))
  sorted.forEach((meeting, at) => {
    for (const other of sorted.slice(at + 1)) if (view.collide(meeting.slot, other.slot)) found.push([meeting, other])
  })
  return found
}

function groupBy(
  meetings: readonly ScheduledMeeting[],
  key: (m: ScheduledMeeting) => string | null,
): Map<string, ScheduledMeeting[]> {
  const groups = new Map<string, ScheduledMeeting[]>()
  for (const meeting of meetings) {
    const name = key(meeting)
    if (name === null) continue
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [meeting])
    else group.push(meeting)
  }
  return groups
}

/** Every request of the problem is named once, as a meeting or as unmet, and nothing else is. */
export function everyRequestOnce(view: ScheduleView): Detail[] {
  const named = [...view.solution.meetings, ...view.solution.unmet].map((entry) => entry.request)
  const seen = new Set<string>()
  const findings: Detail[] = []
  for (const request of named) {
    if (!view.requests.has(request)) findings.push({ request, found: 'unknown' })
    else if (seen.has(request)) findings.push({ request, found: 'twice' })
    seen.add(request)
  }
  for (const request of view.requests.keys()) if (!seen.has(request)) findings.push({ request, found: 'missing' })
  return findings
}

/** Two different participants of the problem meet, in a slot of the problem. */
export function meetingsAreOfPairs(view: ScheduleView): Detail[] {
  return heldRequests(view).flatMap(({ meeting, request }) =>
    request.host !== request.guest &&
    view.participants.has(request.host) &&
    view.participants.has(request.guest) &&
    view.slotRank.has(meeting.slot)
      ? []
      : [{ request: request.id, slot: meeting.slot }],
  )
}

export function participantsAreAvailable(view: ScheduleView): Detail[] {
  return heldRequests(view).flatMap(({ meeting, request }) =>
    [request.host, request.guest].flatMap((participant) =>
      view.isAvailable(view.participants.get(participant)?.availableSlots ?? [], meeting.slot)
        ? []
        : [{ request: request.id, participant, slot: meeting.slot }],
    ),
  )
}

/** The delegate numbers exist and each delegate sits in one meeting at a time. */
export function delegatesSitInOneMeeting(view: ScheduleView): Detail[] {
  return view.attendances.flatMap(({ participant, delegate, meetings }) => {
    const delegates =
      Number.isInteger(participant.delegates ?? 1) && (participant.delegates ?? 1) >= 0
        ? (participant.delegates ?? 1)
        : 1
    const findings: Detail[] = collisions(view, meetings).map(([a, b]) => ({
      participant: participant.id,
      delegate,
      request: a.request,
      other: b.request,
    }))
    if (!Number.isInteger(delegate) || delegate < 0 || delegate >= delegates)
      findings.push({ participant: participant.id, delegate, request: meetings[0]!.request, other: null })
    return findings
  })
}

/** Who is asked for by name attends. */
export function namedDelegatesAttend(view: ScheduleView): Detail[] {
  return heldRequests(view).flatMap(({ meeting, request }) =>
    (['hostDelegate', 'guestDelegate'] as const).flatMap((field) => {
      const named = request[field]
      const delegates = view.participants.get(field === 'hostDelegate' ? request.host : request.guest)?.delegates ?? 1
      const isNamed = isLimit(named) && named < Math.min(1_000, delegates)
      return isNamed && meeting[field] !== named ? [{ request: request.id, named, found: meeting[field] }] : []
    }),
  )
}

/** Between two meetings of a delegate, an interpreter or a place lies the buffer of the earlier one. */
export function buffersAreKept(view: ScheduleView): Detail[] {
  const lists = [
    ...view.attendances.map((attendance) => attendance.meetings),
    ...groupBy(view.solution.meetings, (m) => m.interpreter).values(),
    ...groupBy(view.solution.meetings, (m) => m.place).values(),
  ]
  const findings = lists.flatMap((meetings) =>
    meetings.flatMap((a, at) =>
      meetings
        .slice(at + 1)
        .filter((b) => view.isTooClose(a.slot, b.slot) && !view.collide(a.slot, b.slot))
        .map((b) => ({ request: a.request, other: b.request, minutes: view.bufferBetween(a.slot, b.slot) })),
    ),
  )
  return [...new Map(findings.map((finding) => [`${finding.request} ${finding.other}`, finding])).values()]
}

const isLimit = (limit: number | undefined): limit is number =>
  limit !== undefined && Number.isInteger(limit) && limit >= 0

export function participantsKeepTheirLimit(view: ScheduleView): Detail[] {
  const counts = new Map<string, number>()
  for (const { participant, meetings } of view.attendances)
    counts.set(participant.id, (counts.get(participant.id) ?? 0) + meetings.length)
  return [...counts].flatMap(([participant, count]) => {
    const limit = view.participants.get(participant)!.maxMeetings
    return isLimit(limit) && count > limit ? [{ participant, count, limit }] : []
  })
}

/** No slot has more meetings of a kind of place than its stated capacity. */
export function capacitiesSuffice(view: ScheduleView): Detail[] {
  const held = heldRequests(view)
  const counts = new Map<string, number>()
  for (const { meeting, request } of held) {
    const key = `${request.place} ${meeting.slot}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return (view.problem.capacities ?? []).flatMap((capacity) =>
    (['table', 'online'] as const).flatMap((kind) => {
      const limit = capacity[kind]
      const count = counts.get(`${kind} ${capacity.slot}`) ?? 0
      return isLimit(limit) && count > limit ? [{ slot: capacity.slot, kind, count, limit }] : []
    }),
  )
}

/** Where places are named, each meeting has one of its kind that is open, alone. */
export function placesHoldOneMeeting(view: ScheduleView): Detail[] {
  const findings: Detail[] = []
  for (const { meeting, request } of heldRequests(view)) {
    if (view.places.size === 0 && meeting.place === null) continue
    const place = view.places.get(meeting.place ?? '')
    if (place === undefined || place.kind !== request.place || !view.isAvailable(place.availableSlots, meeting.slot))
      findings.push({ request: request.id, place: meeting.place, slot: meeting.slot })
  }
  for (const [place, meetings] of groupBy(view.solution.meetings, (m) => m.place))
    for (const [a, b] of collisions(view, meetings)) findings.push({ request: a.request, other: b.request, place })
  return findings
}

const sortedPair = (pair: string): string => pair.split(/[->]/).toSorted().join('-')

/** "ko-ru" covers both directions; "ko>ru" only itself. */
function covers(offered: string, needed: string): boolean {
  if (offered.includes('>')) return offered === needed
  return sortedPair(offered) === sortedPair(needed)
}

const canInterpret = (interpreter: ScheduleInterpreter, pair: string): boolean =>
  interpreter.languagePairs.some((offered) => covers(offered, pair))

/** Who needs an interpreter has one of the pair who is available; who needs none has none. */
export function interpretersFit(view: ScheduleView): Detail[] {
  return heldRequests(view).flatMap(({ meeting, request }) => {
    const detail = { request: request.id, interpreter: meeting.interpreter, slot: meeting.slot }
    if (request.languagePair === null) return meeting.interpreter === null ? [] : [detail]
    const interpreter = view.interpreters.get(meeting.interpreter ?? '')
    if (interpreter === undefined || !canInterpret(interpreter, request.languagePair)) return [detail]
    return view.isAvailable(interpreter.availableSlots, meeting.slot) ? [] : [detail]
  })
}

export function interpretersSitInOneMeeting(view: ScheduleView): Detail[] {
  return [...groupBy(view.solution.meetings, (m) => m.interpreter)].flatMap(([interpreter, meetings]) =>
    collisions(view, meetings).map(([a, b]) => ({ interpreter, request: a.request, other: b.request })),
  )
}

export function interpretersKeepTheirLimit(view: ScheduleView): Detail[] {
  return [...groupBy(view.solution.meetings, (m) => m.interpreter)].flatMap(([interpreter, meetings]) => {
    const limit = view.interpreters.get(interpreter)?.maxMeetings
    return isLimit(limit) && meetings.length > limit ? [{ interpreter, count: meetings.length, limit }] : []
  })
}

/** No more meetings in a row on one day than the interpreter may work without a free slot. */
export function interpretersRest(view: ScheduleView): Detail[] {
  return [...groupBy(view.solution.meetings, (m) => m.interpreter)].flatMap(([interpreter, meetings]) => {
    const limit = view.interpreters.get(interpreter)?.maxConsecutiveSlots
    if (!isLimit(limit)) return []
    const busy = new Set(meetings.map((m) => m.slot))
    const runOfDay = new Map<string, number>()
    return view.problem.slots.flatMap((slot) => {
      const run = busy.has(slot.id) ? (runOfDay.get(slot.day) ?? 0) + 1 : 0
      runOfDay.set(slot.day, run)
      return run > limit ? [{ interpreter, slot: slot.id, run, limit }] : []
    })
  })
}

/** No stretch of several meetings longer than the interpreter may go on; gaps shorter than a rest do not end a stretch. */
export function interpretersRestInTime(view: ScheduleView): Detail[] {
  const spanOf = new Map(
    view.problem.slots.map((s) => [s.id, [Date.parse(s.startsAt ?? ''), Date.parse(s.endsAt ?? '')]]),
  )
  return [...groupBy(view.solution.meetings, (m) => m.interpreter)].flatMap(([interpreter, meetings]) => {
    const { maxConsecutiveMinutes: limit, restMinutes } = view.interpreters.get(interpreter) ?? {}
    if (!isLimit(limit)) return []
    const restMs = (isLimit(restMinutes) ? restMinutes : 10) * 60_000
    const spans = meetings
      .flatMap((m) => {
        const [from, to] = spanOf.get(m.slot) ?? []
        return from !== undefined && to !== undefined && from < to ? [{ from, to, slot: m.slot }] : []
      })
      .toSorted((a, b) => a.from - b.from)
    let begin = 0
    let end = -Infinity
    return spans.flatMap(({ from, to, slot }) => {
      const isFresh = from - end >= restMs
      if (isFresh) begin = from
      end = to
      const minutes = (end - begin) / 60_000
      return minutes > limit && !isFresh ? [{ interpreter, slot, minutes, limit }] : []
    })
  })
}

/** A pinned meeting is where it is pinned; unmet, it says that its pin is the reason. */
export function pinsAreKept(view: ScheduleView): Detail[] {
  const moved = heldRequests(view).flatMap(({ meeting, request }) => {
    const pin = request.pinned
    if (pin === undefined) return []
    const kept =
      meeting.slot === pin.slot &&
      (pin.interpreter == null || request.languagePair === null || pin.interpreter === meeting.interpreter) &&
      (pin.place === undefined || view.places.size === 0 || pin.place === meeting.place)
    return kept ? [] : [{ request: request.id, slot: meeting.slot, pinned: pin.slot }]
  })
  const dropped = view.solution.unmet.flatMap(({ request, reason }) => {
    const pin = view.requests.get(request)?.pinned
    const said = ['pin-forbidden', 'pin-conflict', 'not-a-pair'].includes(reason.code)
    return pin === undefined || said ? [] : [{ request, slot: null, pinned: pin.slot }]
  })
  return [...moved, ...dropped]
}

export const mustsHeld = (view: ScheduleView): number =>
  heldRequests(view).filter(({ request }) => request.wish === 'must').length

const weightOf = (request: ScheduleRequest): number =>
  Number.isSafeInteger(request.weight) && request.weight >= 0 ? request.weight : 0

/** Meetings that participants lack to the floor of fairness. */
export function shortfall(view: ScheduleView): number {
  const held = new Map<string, number>()
  for (const { participant, meetings } of view.attendances)
    held.set(participant.id, (held.get(participant.id) ?? 0) + meetings.length)
  return [...floorsOf(view)].reduce((sum, [id, own]) => sum + Math.max(0, own - (held.get(id) ?? 0)), 0)
}

/** The floor, but no more than the participant has requests for and may hold. */
export function floorsOf(view: ScheduleView): Map<string, number> {
  const common = view.problem.fairness?.floor
  const asked = new Map<string, number>()
  for (const { host, guest } of view.requests.values())
    if (host !== guest && view.participants.has(host) && view.participants.has(guest))
      for (const id of [host, guest]) asked.set(id, (asked.get(id) ?? 0) + 1)
  return new Map(
    [...asked].map(([id, count]) => {
      const { maxMeetings: limit, minMeetings } = view.participants.get(id)!
      const floor = [minMeetings, common].find(isLimit) ?? 0
      return [id, Math.min(floor, count, isLimit(limit) ? limit : Infinity)]
    }),
  )
}

export const weightHeld = (view: ScheduleView): number =>
  heldRequests(view).reduce((total, { request }) => total + weightOf(request), 0)

/** Published requests that are not held in their published slot; a published slot that is gone does not count. */
export function publishedMoved(view: ScheduleView): number {
  const slotOf = new Map(view.solution.meetings.map((m) => [m.request, m.slot]))
  let moved = 0
  for (const request of view.requests.values())
    if (request.published !== undefined && view.slotRank.has(request.published.slot))
      if (slotOf.get(request.id) !== request.published.slot) moved++
  return moved
}

/** The breaks of one delegate, each as its number of slots. */
export function idleSlotsOf(view: ScheduleView, { participant, meetings }: Attendance): number[] {
  const taken = new Set(meetings.map((m) => m.slot))
  const found: number[] = []
  for (const day of new Set(view.problem.slots.map((slot) => slot.day))) {
    let gap: number | null = null
    for (const slot of view.problem.slots) {
      if (slot.day !== day || !view.isAvailable(participant.availableSlots, slot.id)) continue
      if (taken.has(slot.id)) {
        if (gap !== null && gap > 0) found.push(gap)
        gap = 0
      } else if (gap !== null && !meetings.some((m) => view.isTooClose(m.slot, slot.id))) gap++
    }
  }
  return found
}

export const breaks = (view: ScheduleView): number =>
  view.attendances.reduce((total, attendance) => total + idleSlotsOf(view, attendance).length, 0)

export const idleSlots = (view: ScheduleView): number =>
  view.attendances.reduce((total, attendance) => total + idleSlotsOf(view, attendance).reduce((a, b) => a + b, 0), 0)

export function worstBreaks(view: ScheduleView): number {
  const counts = new Map<string, number>()
  for (const attendance of view.attendances) {
    const id = attendance.participant.id
    counts.set(id, (counts.get(id) ?? 0) + idleSlotsOf(view, attendance).length)
  }
  return Math.max(0, ...counts.values())
}

/** Meetings at unsocial hours at home of the side that has most of them; null when no zone makes any slot unsocial. */
export function unsocialOfWorstSide(view: ScheduleView): number | null {
  const { slots } = view.problem
  const unsocialSlots = new Map<string, ReadonlySet<string>>()
  for (const { timeZone } of view.participants.values())
    if (timeZone !== undefined && !unsocialSlots.has(timeZone))
      unsocialSlots.set(timeZone, new Set(slots.filter((slot) => isUnsocial(slot, timeZone)).map((slot) => slot.id)))
  if ([...unsocialSlots.values()].every((those) => those.size === 0)) return null
  const ofSide = new Map<string | undefined, number>()
  for (const { participant, meetings } of view.attendances) {
    const those = unsocialSlots.get(participant.timeZone ?? '')
    const count = meetings.filter((m) => those?.has(m.slot) === true).length
    ofSide.set(participant.side, (ofSide.get(participant.side) ?? 0) + count)
  }
  return Math.max(0, ...ofSide.values())
}

export const unsocial = (view: ScheduleView): number => unsocialOfWorstSide(view) ?? 0

/** Every rule and wish of the problem, in order: what must hold, what decides first, what decides between equals. */
export const constraints: readonly (HardConstraint | CountedConstraint)[] = [
  hard(everyRequestOnce),
  hard(meetingsAreOfPairs),
  hard(participantsAreAvailable),
  hard(delegatesSitInOneMeeting),
  hard(namedDelegatesAttend),
  hard(buffersAreKept),
  hard(participantsKeepTheirLimit),
  hard(capacitiesSuffice),
  hard(placesHoldOneMeeting),
  hard(interpretersFit),
  hard(interpretersSitInOneMeeting),
  hard(interpretersKeepTheirLimit),
  hard(interpretersRest),
  hard(interpretersRestInTime),
  hard(pinsAreKept),
  medium(mustsHeld),
  medium(shortfall),
  medium(weightHeld),
  medium(publishedMoved),
  soft(breaks),
  soft(idleSlots),
  soft(worstBreaks),
  soft(unsocial),
]
