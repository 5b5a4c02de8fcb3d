import type { Id } from '../../../kernel/id.ts'
import type { PlannedMeeting, ScheduleFacts } from '../domain/facts.ts'

/** A pause that counts as a rest. */
const REST_MS = 10 * 60_000

/** One repair, as it was applied. */
export interface DayStep {
  /** Since the disturbance, with the plan before it as draft. */
  readonly facts: ScheduleFacts
  readonly plan: readonly PlannedMeeting[]
  readonly frozen: ReadonlySet<Id>
  readonly told: ReadonlySet<Id>
}

/**
 * Rules that a repair has broken; empty when it kept all. Shares no code with the engine, its verifier or the
 * decisions of the module: it counts by itself.
 */
export const brokenRules = (step: DayStep): string[] => [
  ...doubleBookings(step),
  ...interpreterRules(step),
  ...nearMoves(step),
  ...wronglyTold(step),
]

function doubleBookings({ facts, plan }: DayStep): string[] {
  const uses = new Map<string, number>()
  const use = (kind: string, id: Id | null, slot: Id) => {
    if (id !== null) uses.set(`${kind} ${id} ${slot}`, (uses.get(`${kind} ${id} ${slot}`) ?? 0) + 1)
  }
  const requests = new Map(facts.requests.map((request) => [request.id, request]))
  for (const { requestId, timeslotId, interpreterId, placeId } of plan) {
    const request = requests.get(requestId)
    if (!request) return [`unknown request ${requestId}`]
    use('participant', request.hostId, timeslotId)
    use('participant', request.guestId, timeslotId)
    use('interpreter', interpreterId, timeslotId)
    use('place', placeId, timeslotId)
  }
  const room = new Map(facts.participants.map(({ id, delegates }) => [id, delegates]))
  return [...uses].flatMap(([key, count]) => {
    const [kind, id = ''] = key.split(' ')
    return count > (kind === 'participant' ? (room.get(id) ?? 0) : 1) ? [`in two rooms: ${key}`] : []
  })
}

function interpreterRules({ facts, plan }: DayStep): string[] {
  const pairOf = new Map(facts.requests.map(({ id, languagePair }) => [id, languagePair]))
  return facts.interpreters.flatMap((interpreter) => {
    const own = plan.filter(({ interpreterId }) => interpreterId === interpreter.id)
    const beyondPair = own
      .filter(({ requestId }) => !interpreter.languagePairs.includes(pairOf.get(requestId) ?? ''))
      .map(({ requestId }) => `interpreter beyond pair: ${interpreter.id} ${requestId}`)
    const works = new Set(own.map(({ timeslotId }) => timeslotId))
    let [begin, end] = [0, 0]
    let isBeyond = false
    for (const { id, startsAt, endsAt } of facts.timeslots) {
      if (!works.has(id)) continue
      const isRested = Date.parse(startsAt) - end >= REST_MS
      if (isRested) begin = Date.parse(startsAt)
      end = Date.parse(endsAt)
      isBeyond ||= !isRested && end - begin > (interpreter.maxConsecutiveMinutes ?? Infinity) * 60_000
    }
    return isBeyond ? [...beyondPair, `interpreter beyond limit: ${interpreter.id}`] : beyondPair
  })
}

function nearMoves({ facts, plan, frozen }: DayStep): string[] {
  const before = new Map(facts.draft.meetings.map((meeting) => [meeting.requestId, meeting]))
  const after = new Map(plan.map((meeting) => [meeting.requestId, meeting]))
  const away = new Set(
    [...facts.participants, ...facts.interpreters, ...facts.places].flatMap(({ id, outages }) =>
      outages.map((slot) => `${id} ${slot}`),
    ),
  )
  const requests = new Map(facts.requests.map((request) => [request.id, request]))
  const cannotStay = ({ requestId, timeslotId, interpreterId, placeId }: PlannedMeeting) => {
    const request = requests.get(requestId)
    return [request?.hostId, request?.guestId, interpreterId, placeId].some((id) => away.has(`${id} ${timeslotId}`))
  }
  const movedIn = plan
    .filter(({ requestId, timeslotId }) => frozen.has(timeslotId) && before.get(requestId)?.timeslotId !== timeslotId)
    .map(({ requestId }) => `moved into a near slot: ${requestId}`)
  const movedOut = [...before.values()].flatMap((meeting) => {
    if (after.get(meeting.requestId)?.timeslotId === meeting.timeslotId || cannotStay(meeting)) return []
    if (frozen.has(meeting.timeslotId)) return [`moved out of a near slot: ${meeting.requestId}`]
    return meeting.pinned ? [`pin moved: ${meeting.requestId}`] : []
  })
  return [...movedIn, ...movedOut]
}

/** Everybody keeps a copy of the own day; told must be exactly those whose copy is out of date. */
function wronglyTold({ facts, plan, told }: DayStep): string[] {
  const [before, after] = [agendas(facts, facts.draft.meetings), agendas(facts, plan)]
  const concerned = [...facts.participants, ...facts.interpreters]
    .map(({ id }) => id)
    .filter((id) => before.get(id)?.toSorted().join() !== after.get(id)?.toSorted().join())
  return [
    ...concerned.filter((id) => !told.has(id)).map((id) => `not told: ${id}`),
    ...[...told].filter((id) => !concerned.includes(id)).map((id) => `told for nothing: ${id}`),
  ]
}

function agendas(facts: ScheduleFacts, meetings: readonly PlannedMeeting[]): Map<Id, string[]> {
  const requests = new Map(facts.requests.map((request) => [request.id, request]))
  const own = new Map<Id, string[]>()
  for (const { requestId, timeslotId, placeId, interpreterId } of meetings) {
    const request = requests.get(requestId)
    const line = [requestId, timeslotId, placeId, interpreterId].join(' ')
    for (const id of [request?.hostId, request?.guestId, interpreterId])
      if (id) own.set(id, [...(own.get(id) ?? []), line])
  }
  return own
}
