import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { freePorts } from '../../src/platform/testing/processes.ts'
import { addMinutes } from '../../src/kernel/instant.ts'
import { type Figure, quantile } from '../figure.ts'
import { type Answer, openClient, withHands } from './client.ts'
import { withCost } from './cost.ts'
import { type Crowd, type Member, buildCrowd } from './crowd.ts'
import type { Running } from './installation.ts'

const GOAL_PER_MINUTE = 3000
const GOAL_MS = 300
/** So many people press the button at any moment. */
const HANDS = 16

interface Wish {
  readonly host: Member
  readonly guest: Member
}

/** Everybody books on one event at once: hosts ask, guests accept. Beside it the same on a plain calendar. */
export async function measureHotEvent(
  running: Running,
  bookings: number,
  print: (figure: Figure) => void,
): Promise<void> {
  const aSide = Math.ceil(Math.sqrt(bookings))
  const crowd = await buildCrowd(running.platform, aSide)
  const wishes = crowd.hosts.flatMap((host) => crowd.guests.map((guest) => ({ host, guest }))).slice(0, bookings)
  // Neighbours in the list share a host: those who book at once are others.
  const mixed = wishes.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))
  const plain = await measurePlainCalendar(running, mixed)
  const costOf = (what: string) => ({ name: 'hot-event', what, count: mixed.length })
  const asked = await withCost(running, costOf('a request'), print, () =>
    timed(mixed, (wish) => askFor(running, crowd, wish)),
  )
  const ids = asked.answers.map(({ body }) => (JSON.parse(body) as { id: string }).id)
  const accepted = await withCost(running, costOf('an acceptance'), print, () =>
    timed(
      mixed.map((wish, at) => ({ ...wish, requestId: ids[at]! })),
      (wish) => accept(running, crowd, wish),
    ),
  )
  for (const [metric, { perMinute, p95, failed, answers }] of [
    ['ask', asked],
    ['accept', accepted],
  ] as const) {
    const peer = { peer: 'plain calendar' }
    print({
      case: 'hot-event',
      metric: `${metric} a minute`,
      value: perMinute,
      unit: '1/min',
      goal: { atLeast: GOAL_PER_MINUTE },
      n: answers.length,
      ...peer,
      peerValue: plain.perMinute,
    })
    print({
      case: 'hot-event',
      metric: `${metric} p95`,
      value: p95,
      unit: 'ms',
      goal: { atMost: GOAL_MS },
      ...peer,
      peerValue: plain.p95,
    })
    print({ case: 'hot-event', metric: `${metric} errors`, value: failed, unit: '', goal: { atMost: 0 } })
  }
}

const orderOf = ({ host, guest }: Wish): string => host.participantId.slice(-4) + guest.participantId.slice(-4)

const requestsOf = ({ programmeId, eventId }: Crowd): string =>
  `/api/v1/programmes/${programmeId}/events/${eventId}/meeting-requests`

const askFor = ({ ask }: Running, crowd: Crowd, { host, guest }: Wish): Promise<Answer> =>
  ask(requestsOf(crowd), {
    method: 'POST',
    cookie: host.cookie,
    body: { hostId: host.participantId, guestId: guest.participantId },
  })

const accept = ({ ask }: Running, crowd: Crowd, { guest, requestId }: Wish & { requestId: string }): Promise<Answer> =>
  ask(`${requestsOf(crowd)}/${requestId}/acceptance`, { method: 'POST', cookie: guest.cookie, body: {} })

async function timed<T>(items: readonly T[], work: (item: T) => Promise<Answer>) {
  const startedMs = performance.now()
  const answers = await withHands(items, HANDS, work)
  const minutes = (performance.now() - startedMs) / 60_000
  return {
    answers,
    perMinute: answers.length / minutes,
    p95: quantile(
      answers.map(({ ms }) => ms),
      0.95,
    ),
    failed: answers.filter(({ status }) => status !== 200).length,
  }
}

/** The same bookings, each of a half-hour of the host's calendar that is still free, by a process of its own. */
async function measurePlainCalendar({ installation }: Running, wishes: readonly Wish[]) {
  const [port = 0] = await freePorts(1)
  const script = join(import.meta.dirname, 'plain-calendar.ts')
  const child = spawn(process.execPath, [script, installation.databaseUrl, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  const { ask, close } = openClient(`http://127.0.0.1:${port}`)
  const used = new Map<string, number>()
  const bookings = wishes.map(({ host, guest }) => {
    const n = used.get(host.participantId) ?? 0
    used.set(host.participantId, n + 1)
    const startsAt = addMinutes('2030-01-01T00:00:00.000Z', n * 30)
    return { calendar: host.participantId, bookedBy: guest.participantId, startsAt, endsAt: addMinutes(startsAt, 30) }
  })
  try {
    return await timed(bookings, (body) => ask('/bookings', { method: 'POST', body }))
  } finally {
    close()
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}
