import { sql } from 'kysely'
import type { Id } from '../../src/kernel/id.ts'
import { addMinutes } from '../../src/kernel/instant.ts'
import { buildMeetingRequest } from '../../src/modules/meetings/testing/build-meeting-request.ts'
import { type Figure, quantile } from '../figure.ts'
import { makeRandom } from '../matching/figures.ts'
import { type Answer, withHands } from './client.ts'
import { type Crowd, buildCrowd, pick } from './crowd.ts'
import { type History, checkHistory } from '../../src/modules/scheduling/testing/check-history.ts'
import type { Running } from './installation.ts'

/** On several at once, so that not every edit finds that another one came first. */
const EVENTS = 4
const A_SIDE = 12
const HANDS = 32
const ACCEPTED_AT_FIRST = 60
const PENDING_AT_FIRST = 40
/** What was asked long ago is decided: hands reach for the newest. */
const RECENT = 120

/** What is known from answers so far; several hands read and write it, and it may be out of date as a screen may. */
interface Seen {
  readonly crowd: Crowd
  readonly random: () => number
  readonly requests: { readonly id: Id; readonly hostId: Id; readonly guestId: Id }[]
  revision: number
  /** How often the server said that it did what, by the journal's word for it. */
  readonly done: Map<string, number>
  readonly answers: Answer[]
}

/** Sends something, and names what the journal then calls it. */
type Operation = (running: Running, seen: Seen) => Promise<[action: string, Answer]>

const eventPath = ({ programmeId, eventId }: Crowd): string => `/api/v1/programmes/${programmeId}/events/${eventId}`

const askSomebody: Operation = async ({ ask }, { crowd, random, requests }) => {
  const [host, guest] = [pick(random, crowd.hosts), pick(random, crowd.guests)]
  const body = { hostId: host.participantId, guestId: guest.participantId }
  const answer = await ask(`${eventPath(crowd)}/meeting-requests`, { method: 'POST', cookie: host.cookie, body })
  if (answer.status === 200) requests.push({ id: (JSON.parse(answer.body) as { id: Id }).id, ...body })
  return ['meeting-request.created', answer]
}

const decide =
  (word: 'acceptance' | 'refusal' | 'cancellation', action: string): Operation =>
  async ({ ask }, { crowd, random, requests }) => {
    const request = pick(random, requests.slice(-RECENT))
    const { hostId, guestId, id } = request
    const by = word === 'cancellation' ? hostId : guestId
    const member = [...crowd.hosts, ...crowd.guests].find(({ participantId }) => participantId === by)!
    const path = `${eventPath(crowd)}/meeting-requests/${id}/${word}`
    return [action, await ask(path, { method: 'POST', cookie: member.cookie, body: {} })]
  }

/** An edit of the draft by the operator, with the newest revision that anybody has been told. */
const edit =
  (action: string, more: (seen: Seen) => { method: 'PUT' | 'DELETE'; path?: string; body?: object }): Operation =>
  async (running, seen) => {
    const { crowd, requests, random, revision } = seen
    const { id } = pick(random, requests.slice(-RECENT))
    const { method, path = '', body } = more(seen)
    const query = method === 'DELETE' ? `?revision=${revision}` : ''
    const answer = await running.ask(`${eventPath(crowd)}/draft/meetings/${id}${path}${query}`, {
      method,
      cookie: crowd.operatorCookie,
      ...(body ? { body: { ...body, revision } } : {}),
    })
    const told = JSON.parse(answer.body) as { revision?: number; code?: string }
    if (told.revision !== undefined) seen.revision = Math.max(seen.revision, told.revision)
    // The background work changes the draft too, and tells screens so; here it is looked up.
    else if (told.code === 'scheduling.draft-changed' && seen.revision === revision) await lookUpRevision(running, seen)
    return [action, answer]
  }

async function lookUpRevision({ ask }: Running, seen: Seen): Promise<void> {
  const { body } = await ask(`${eventPath(seen.crowd)}/board`, { cookie: seen.crowd.operatorCookie })
  seen.revision = Math.max(seen.revision, (JSON.parse(body) as { revision: number }).revision)
}

const place = edit('meeting.placed', ({ crowd, random }) => ({
  method: 'PUT',
  body: { timeslotId: pick(random, crowd.timeslots).id },
}))

/** How often each is done, out of a hundred. */
const OPERATIONS: readonly (readonly [times: number, operation: Operation])[] = [
  [18, askSomebody],
  [18, decide('acceptance', 'meeting-request.accepted')],
  [5, decide('refusal', 'meeting-request.declined')],
  [5, decide('cancellation', 'meeting-request.cancelled')],
  [38, place],
  [10, edit('meeting.unplaced', () => ({ method: 'DELETE' }))],
  [3, edit('meeting.pinned', () => ({ method: 'PUT', path: '/pin', body: { pinned: true } }))],
  [3, edit('meeting.unpinned', () => ({ method: 'PUT', path: '/pin', body: { pinned: false } }))],
]
const DECK = OPERATIONS.flatMap(([times, operation]) => Array.from({ length: times }, () => operation))

/** Companies and operators do whatever, at once; afterwards the whole history is gone through. */
export async function measureRandomOperations(
  running: Running,
  count: number,
  print: (figure: Figure) => void,
): Promise<void> {
  const random = makeRandom(42)
  const events = await Promise.all(Array.from({ length: EVENTS }, () => openEvent(running, random)))
  await sql`analyze`.execute(running.platform.db)
  const startedMs = performance.now()
  await withHands(Array.from({ length: count }), HANDS, async () => {
    const seen = pick(random, events)
    const [action, answer] = await pick(random, DECK)(running, seen)
    seen.answers.push(answer)
    if (answer.status === 200) seen.done.set(action, (seen.done.get(action) ?? 0) + 1)
  })
  const seconds = (performance.now() - startedMs) / 1000
  await tell(running, events, { count, seconds }, print)
}

async function openEvent(running: Running, random: () => number): Promise<Seen> {
  const crowd = await buildCrowd(running.platform, A_SIDE, { interpreters: 4, online: 5, blocks: [wholeDay(running)] })
  const seen: Seen = { crowd, random, requests: [], revision: 0, done: new Map(), answers: [] }
  await firstRequests(running, seen)
  return seen
}

async function tell(
  { platform }: Running,
  events: readonly Seen[],
  { count, seconds }: { readonly count: number; readonly seconds: number },
  print: (figure: Figure) => void,
): Promise<void> {
  const name = 'random-operations'
  const answers = events.flatMap((seen) => seen.answers)
  const times = answers.map(({ ms }) => ms)
  const failed = answers.filter(({ status }) => !SAID_NO.has(status) && status !== 200)
  const histories = await Promise.all(events.map(({ crowd, done }) => checkHistory(platform, crowd, done)))
  const sum = (of: (history: History) => number) => histories.reduce((total, each) => total + of(each), 0)
  print({ case: name, metric: 'operations', value: answers.length, unit: '', goal: { atLeast: count } })
  print({ case: name, metric: 'done', value: answers.filter(({ status }) => status === 200).length, unit: '' })
  print({ case: name, metric: 'operations a second', value: answers.length / seconds, unit: '1/s' })
  print({ case: name, metric: 'p95', value: quantile(times, 0.95), unit: 'ms', n: times.length })
  print({ case: name, metric: 'errors', value: failed.length, unit: '', goal: { atMost: 0 } })
  print({ case: name, metric: 'plans checked', value: sum(({ states }) => states), unit: '' })
  print({ case: name, metric: 'overlaps', value: sum(({ overlaps }) => overlaps), unit: '', goal: { atMost: 0 } })
  print({ case: name, metric: 'said and lost', value: sum(({ lost }) => lost), unit: '', goal: { atMost: 0 } })
  print({ case: name, metric: 'done unsaid', value: sum(({ unsaid }) => unsaid), unit: '', goal: { atMost: 0 } })
  for (const line of histories.flatMap(({ findings }) => findings).slice(0, 5)) process.stderr.write(`${line}\n`)
  for (const { status, body } of failed.slice(0, 3)) process.stderr.write(`${status} ${body.slice(0, 200)}\n`)
}

/** A rule said no, or the request is none that can be planned. */
const SAID_NO = new Set([400, 404, 409, 422])

const wholeDay = ({ platform }: Running) => {
  const startsAt = addMinutes(platform.clock.now(), 24 * 60)
  return { startsAt, endsAt: addMinutes(startsAt, 12 * 30), slotMinutes: 30, bufferMinutes: 0 }
}

async function firstRequests({ platform }: Running, { crowd, random, requests }: Seen): Promise<void> {
  const pairs = crowd.hosts.flatMap((host) => crowd.guests.map((guest) => ({ host, guest, at: random() })))
  const chosen = pairs.toSorted((a, b) => a.at - b.at).slice(0, ACCEPTED_AT_FIRST + PENDING_AT_FIRST)
  for (const [n, { host, guest }] of chosen.entries()) {
    const parties = { hostId: host.participantId, guestId: guest.participantId }
    const status = n < ACCEPTED_AT_FIRST ? 'accepted' : 'pending'
    const { requestId } = await buildMeetingRequest(platform, { ...crowd, ...parties, status })
    requests.push({ id: requestId, ...parties })
  }
}
