import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { PlannedMeeting, RequestFacts, ScheduleFacts } from './facts.ts'
import { timeslotsNear } from './placement.ts'

export const PARTIES = ['host', 'guest'] as const
export type Party = (typeof PARTIES)[number]

/** Somebody who can attend for a company, and the seat they have in the meetings they are named for. */
export interface NamedDelegate {
  readonly personId: Id
  readonly delegate: number
}

/**
 * The seat of a person in the meetings of a company: the one they have, else the lowest that nobody is named for. A
 * company that sits in one meeting at a time may send whom it likes; where several sit at once, no more people can be
 * named than take part (`delegates-few`), or nobody could keep them apart.
 */
export function seatOfPerson(personId: Id, named: readonly NamedDelegate[], delegates: number): Result<number> {
  const own = named.find((other) => other.personId === personId)
  if (own) return ok(own.delegate)
  const taken = new Set(named.map(({ delegate }) => delegate))
  let seat = 0
  while (taken.has(seat)) seat++
  return delegates > 1 && seat >= delegates ? refuse('conflict', 'scheduling.delegates-few', { delegates }) : ok(seat)
}

const FIELD = { host: 'hostDelegate', guest: 'guestDelegate' } as const
const HOLDER = { host: 'hostId', guest: 'guestId' } as const

/** The meetings that change seats so that the named person sits in the request's meeting, as `changeMeetings` takes them. */
export type Reseating = readonly { readonly requestId: Id; readonly after: PlannedMeeting }[]

/**
 * Puts the named person into the meeting that the draft has for the request; a colleague who is not named there takes
 * the other seat. Refused (`delegate-busy`) where the person is named for another meeting at that time.
 */
export function reseat(facts: ScheduleFacts, requestId: Id, party: Party): Result<Reseating> {
  const request = facts.requests.find(({ id }) => id === requestId)
  const meeting = facts.draft.meetings.find((planned) => planned.requestId === requestId)
  const wanted = request?.[FIELD[party]] ?? null
  if (!request || !meeting || wanted === null || meeting[FIELD[party]] === wanted) return ok([])
  const participantId = request[HOLDER[party]]
  const near = timeslotsNear(facts, meeting.timeslotId)
  const inTheWay = meetingsOf(facts, participantId).filter(
    ({ planned, at }) => near.has(planned.timeslotId) && planned[FIELD[at]] === wanted,
  )
  const [other, ...more] = inTheWay
  const moved = { requestId, after: { ...meeting, [FIELD[party]]: wanted } }
  if (!other) return ok([moved])
  const { planned, at, request: theirs } = other
  if (more.length > 0 || planned.timeslotId !== meeting.timeslotId || theirs[FIELD[at]] !== null) {
    return refuse('conflict', 'scheduling.delegate-busy')
  }
  const swapped = { ...planned, [FIELD[at]]: meeting[FIELD[party]] }
  return ok([moved, { requestId: planned.requestId, after: swapped }])
}

/** Meetings of the draft in which the participant sits, and as what. */
function meetingsOf({ draft, requests }: ScheduleFacts, participantId: Id) {
  const byId = new Map(requests.map((request) => [request.id, request]))
  return draft.meetings.flatMap((planned): { planned: PlannedMeeting; request: RequestFacts; at: Party }[] => {
    const request = byId.get(planned.requestId)
    const at = request && PARTIES.find((party) => request[HOLDER[party]] === participantId)
    return at ? [{ planned, request, at }] : []
  })
}
