import { setTimeout as pause } from 'node:timers/promises'
import { createSignInLink } from '../../src/modules/accounts/index.ts'
import { buildMeetingRequest } from '../../src/modules/meetings/testing/build-meeting-request.ts'
import { type Figure, quantile } from '../figure.ts'
import { makeRandom } from '../matching/figures.ts'
import { type Answer, withHands } from './client.ts'
import { withCost } from './cost.ts'
import { type Crowd, type Member, buildCrowd } from './crowd.ts'
import type { Running } from './installation.ts'

const GOAL_MS = 300
/** From the first click of a person to the last one. */
const LONGEST_VISIT_MS = 16_000

interface Visit {
  readonly member: Member
  readonly link: string
  /** Waits for this person's answer. */
  readonly asked: string
  /** Whom this person asks. */
  readonly wanted: Member
  readonly startsAfterMs: number
}

interface Step {
  readonly name: string
  readonly answer: Answer
}

/**
 * The first minute of an event: everybody signs in with the link of a mail, reads, asks one company and accepts what
 * another one asked, each at a moment of the own and with time to read between the clicks.
 */
export async function measureOpeningMinute(
  running: Running,
  { people, seconds }: { readonly people: number; readonly seconds: number },
  print: (figure: Figure) => void,
): Promise<void> {
  const { platform, server } = running
  const crowd = await buildCrowd(platform, people / 2)
  const visits = await planVisits(running, crowd, seconds)
  const name = `opening-minute-${people}`
  const startedMs = performance.now()
  const play = () => Promise.all(visits.map((visit) => playVisit(running, crowd, visit)))
  const steps = (await withCost(running, { name, what: 'a visit', count: people }, print, play)).flat()
  const tookSeconds = (performance.now() - startedMs) / 1000
  const times = steps.map(({ answer }) => answer.ms)
  const limited = steps.filter(({ answer }) => answer.status === 429)
  const failed = steps.filter(({ answer }) => answer.status >= 400 && answer.status !== 429)
  print({
    case: name,
    metric: 'p95',
    value: quantile(times, 0.95),
    unit: 'ms',
    goal: { atMost: GOAL_MS },
    n: times.length,
  })
  print({ case: name, metric: 'p50', value: quantile(times, 0.5), unit: 'ms' })
  print({ case: name, metric: 'errors', value: failed.length, unit: '', goal: { atMost: 0 } })
  print({ case: name, metric: 'refused as too many', value: limited.length, unit: '' })
  print({ case: name, metric: 'took', value: tookSeconds, unit: 's', goal: { atMost: seconds + 5 } })
  print({ case: name, metric: 'requests', value: steps.length / tookSeconds, unit: '1/s' })
  for (const step of new Set(steps.map((each) => each.name))) {
    const own = steps.filter((each) => each.name === step).map(({ answer }) => answer.ms)
    print({ case: name, metric: `p95 ${step}`, value: quantile(own, 0.95), unit: 'ms', n: own.length })
  }
  print({ case: name, metric: 'memory of the server', value: server.memory() / 1e6, unit: 'MB' })
  for (const { name: step, answer } of failed.slice(0, 3))
    process.stderr.write(`${step}: ${answer.status} ${answer.body.slice(0, 200)}\n`)
}

async function planVisits({ platform }: Running, crowd: Crowd, seconds: number): Promise<Visit[]> {
  const { hosts, guests } = crowd
  const random = makeRandom(1)
  const at = (list: readonly Member[], index: number) => list[(index + list.length) % list.length]!
  const requested = async (host: Member, guest: Member) =>
    (
      await buildMeetingRequest(platform, {
        ...crowd,
        hostId: host.participantId,
        guestId: guest.participantId,
        status: 'pending',
      })
    ).requestId
  const plan = async (member: Member, asked: string, wanted: Member): Promise<Visit> => {
    const link = await createSignInLink(platform, member.personId, { validMinutes: 60 })
    if (!link.ok) throw new Error(link.refusal.code)
    const startsAfterMs = random() * (seconds * 1000 - LONGEST_VISIT_MS)
    return { member, link: new URL(link.value.url).pathname, asked, wanted, startsAfterMs }
  }
  // Host n is asked by guest n + 1 and asks guest n + 2; guest n is asked by host n and asks host n - 3: no pair twice.
  return (
    await withHands(hosts, 8, async (host, n) => [
      await plan(host, await requested(at(guests, n + 1), host), at(guests, n + 2)),
      await plan(at(guests, n), await requested(host, at(guests, n)), at(hosts, n - 3)),
    ])
  ).flat()
}

async function playVisit({ ask }: Running, crowd: Crowd, visit: Visit): Promise<Step[]> {
  const { member, link, asked, wanted, startsAfterMs } = visit
  const { programmeId, eventId } = crowd
  const { from } = member
  const programme = `/api/v1/programmes/${programmeId}`
  const requests = `${programme}/events/${eventId}/meeting-requests`
  const steps: Step[] = []
  const keep = (name: string, answer: Answer) => {
    steps.push({ name, answer })
    return answer
  }
  const think = () => pause(1500 + ((startsAfterMs * 7919) % 2000))
  await pause(startsAfterMs)
  const signedIn = keep('sign in', await ask(link, { method: 'POST', from }))
  const [cookie = ''] = [signedIn.headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0])
  const read = async (name: string, path: string) => keep(name, await ask(path, { cookie, from }))
  await Promise.all([
    read('session', '/api/v1/session'),
    read('what waits', `${programme}/my-requests`),
    read('overview', `${programme}/events`),
  ])
  await think()
  await read('companies', `${programme}/companies?pageSize=50`)
  await think()
  await read('a company', `${programme}/companies/${wanted.companyId}`)
  await think()
  const body = { hostId: member.participantId, guestId: wanted.participantId }
  keep('ask', await ask(requests, { method: 'POST', cookie, from, body }))
  await think()
  keep('accept', await ask(`${requests}/${asked}/acceptance`, { method: 'POST', cookie, from, body: {} }))
  await read('own requests', requests)
  return steps
}
