import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { engineMeeting } from '../domain/assessment.ts'
import type { PlannedMeeting, RequestFacts, ScheduleFacts } from '../domain/facts.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import { verify } from '../engine/index.ts'
import { loadFacts } from '../store/facts-store.ts'
import type { Platform } from '../../../platform/context.ts'

export interface History {
  /** Plans gone through, one for each edit. */
  readonly states: number
  /** Somebody or something at two places at once, in any of them or in the bookings as they stand. */
  readonly overlaps: number
  /** Said to be done, and not in the journal. */
  readonly lost: number
  /** In the journal as done by a person, and not said to be done. */
  readonly unsaid: number
  readonly findings: readonly string[]
}

interface Entry {
  readonly actorKind: string
  readonly action: string
  readonly subjectId: Id
  /** The meeting as it was put; something else where it was taken out. */
  readonly after: PlannedMeeting | null
}

/** Goes through every plan that there was since the event began; any rule that one of them broke counts as an overlap. */
export async function checkHistory(
  platform: Platform,
  { programmeId, eventId }: { readonly programmeId: Id; readonly eventId: Id },
  done: ReadonlyMap<string, number>,
): Promise<History> {
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) throw new Error('The event is gone')
  const { rows: entries } = await sql<Entry>`
    select actor_kind, action, subject_id, after from journal_entry
    where programme_id = ${programmeId} and subject_kind = 'meeting-request' order by seq`.execute(platform.db)
  const findings: string[] = []
  const everyRequest = { ...facts, requests: await allRequests(platform, facts) }
  let states = 0
  for (const plan of plansOf(entries)) {
    states++
    findings.push(...doubleBooked(everyRequest, plan), ...brokenRules(everyRequest, plan))
  }
  findings.push(...(await overlappingBookings(platform, eventId)))
  const counted = new Map<string, number>()
  // What the background does, such as taking out what was called off, answers nobody.
  for (const { action, actorKind } of entries)
    if (actorKind === 'person') counted.set(action, (counted.get(action) ?? 0) + 1)
  const differences = [...new Set([...done.keys(), ...counted.keys()])].map(
    (action) => (done.get(action) ?? 0) - (counted.get(action) ?? 0),
  )
  return {
    states,
    overlaps: findings.length,
    lost: differences.reduce((sum, each) => sum + Math.max(0, each), 0),
    unsaid: differences.reduce((sum, each) => sum + Math.max(0, -each), 0),
    findings,
  }
}

/** The plan after each edit. A request that is called off holds nothing from then on. */
function* plansOf(entries: readonly Entry[]): Generator<readonly PlannedMeeting[]> {
  const plan = new Map<Id, PlannedMeeting>()
  const gone = new Set<Id>()
  for (const { action, subjectId, after } of entries) {
    if (action === 'meeting-request.cancelled' || action === 'meeting-request.declined') {
      gone.add(subjectId)
      plan.delete(subjectId)
    }
    if (!action.startsWith('meeting.') || gone.has(subjectId)) continue
    if (after && action !== 'meeting.unplaced') plan.set(subjectId, after)
    else plan.delete(subjectId)
    yield [...plan.values()]
  }
}

/** Counted here, without a line of the product: who or what is used more often at a time than there is of it. */
function doubleBooked(facts: ScheduleFacts, plan: readonly PlannedMeeting[]): string[] {
  const requests = new Map(facts.requests.map((request) => [request.id, request]))
  const uses = plan.flatMap(({ requestId, timeslotId, placeId, interpreterId, hostDelegate, guestDelegate }) => {
    const { hostId, guestId } = requests.get(requestId)!
    const used = [`${hostId}/${hostDelegate}`, `${guestId}/${guestDelegate}`, placeId, interpreterId]
    return used.flatMap((each) => (each === null ? [] : [`${each} in ${timeslotId}`]))
  })
  const seen = new Set<string>()
  return uses.filter((use) => seen.has(use) || !seen.add(use)).map((use) => `twice: ${use}`)
}

/** What the engine's verifier, which shares no code with what made the plan, has against it. */
function brokenRules(facts: ScheduleFacts, plan: readonly PlannedMeeting[]): string[] {
  const problem = problemOfEvent({ ...facts, draft: { ...facts.draft, meetings: plan } })
  const { violations } = verify(problem, {
    format: 'naru-schedule-solution/1',
    meetings: plan.map(engineMeeting).toSorted((a, b) => (a.request < b.request ? -1 : 1)),
    unmet: [],
    value: { musts: 0, weight: 0, breaks: 0, idleSlots: 0, worstBreaks: 0, held: 0, requested: 0 },
    bound: { weight: Infinity, breaks: 0, provenBest: false, method: 'none' },
    issues: [],
    problemHash: '',
    seed: 0,
    iterations: 0,
  })
  return violations
    .filter(({ code }) => !ABOUT_THE_STATEMENT.has(code))
    .map(({ code, detail }) => [code, JSON.stringify(detail)].join(' '))
}

/** The journal states neither the value of a plan, nor the problem it was made for, nor why requests are unmet. */
const ABOUT_THE_STATEMENT = new Set<string>(['valueIsTrue', 'problemIsTheSame', 'everyRequestOnce'])

/** What the database holds, without trusting its constraint. */
async function overlappingBookings({ db }: Platform, eventId: Id): Promise<string[]> {
  const { rows } = await sql<{ found: string }>`
    select a.resource_id::text as found from booking a join booking b on b.schedule_id = a.schedule_id
      and b.resource_id = a.resource_id and b.seat = a.seat and b.request_id > a.request_id and b.during && a.during
    join schedule s on s.id = a.schedule_id where s.event_id = ${eventId}
    union all select least(host_id, guest_id)::text from meeting_request
      where event_id = ${eventId} and status in ('pending', 'accepted')
      group by least(host_id, guest_id), greatest(host_id, guest_id) having count(*) > 1`.execute(db)
  return rows.map(({ found }) => `booked twice: ${found}`)
}

/** Every request that ever was, so that plans of any moment can be judged; none has languages in common. */
async function allRequests({ db }: Platform, { eventId }: ScheduleFacts): Promise<RequestFacts[]> {
  const { rows } = await sql<RequestFacts>`
    select id, host_id, guest_id, wish, null as score, 'ko-ru' as language_pair
    from meeting_request where event_id = ${eventId}`.execute(db)
  return rows
}
