/**
 * `npm run bench:live [-- --quick] [-- --case 200|500|1000|2000]`: so many people in rooms, each with a signalling socket
 * and a live stream, and an operator at the desk: how long an update takes and what a person costs. Needs a server it
 * may make a database on: `TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres`. One JSON object a line on
 * stdout, a table for people on stderr; exits 1 when a goal is missed.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Figure, figurePrinter, quantile } from './figure.ts'
import { type Crowd, inTurns, openCrowd } from './live/crowd.ts'
import { Visitor, hear } from './live/visitor.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, case: { type: 'string' } } })
const GOAL_MS = 500
/** A quick run stops at the first step. */
const STEPS = values.case === undefined ? (values.quick ? [200] : [200, 500, 1000, 2000]) : [Number(values.case)]
const MESSAGES = values.quick ? 200 : 1000
const MESSAGE_EVERY_MS = 10
const ANNOUNCEMENTS = values.quick ? 3 : 10
const REST_MS = 10_000
const JOINS = values.quick ? 5 : 20

const print = figurePrinter('live')

const memoryOf = (processId: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1]) * 1024

const databaseUrl = process.env.TEST_DATABASE_URL
if (databaseUrl === undefined) {
  process.stderr.write('SKIPPED: set TEST_DATABASE_URL to a PostgreSQL server on which a database may be made\n')
} else {
  const crowd = await openCrowd(databaseUrl, Math.max(...STEPS), memoryOf)
  const visitors: Visitor[] = []
  try {
    await fetch(crowd.url)
    const empty = crowd.memory()
    let [before, known] = [empty, 0]
    for (const step of STEPS) {
      const fresh = crowd.people.slice(known, step).map((seat) => new Visitor(crowd, seat))
      visitors.push(...fresh)
      const startedMs = performance.now()
      const startedAt = crowd.processorSeconds()
      await inTurns(fresh, async (visitor) => {
        await visitor.enter()
        await visitor.listen()
      })
      tell(step, 'join, mean', (performance.now() - startedMs) / fresh.length, 'ms', { n: fresh.length })
      const used = 1000 * (crowd.processorSeconds() - startedAt)
      tell(step, 'join, processor', used / fresh.length, 'ms', { n: fresh.length })
      await measureSignals(step)
      await measureRest(crowd, step)
      await measureAnnouncements(crowd, step)
      await measureDesk(crowd, step)
      const after = crowd.memory()
      tell(step, 'memory of one more', (after - before) / (step - known) / 1000, 'kB', { n: step - known })
      tell(step, 'memory of a person', (after - empty) / step / 1000, 'kB', { n: step })
      tell(step, 'memory of the server', after / 1_000_000, 'MB')
      ;[before, known] = [after, step]
    }
  } finally {
    for (const visitor of visitors) visitor.leave()
    await crowd.close()
  }

  /** A candidate from one browser to another one of the room. */
  async function measureSignals(step: number): Promise<void> {
    const sent = new Map<string, number>()
    const times: number[] = []
    for (const visitor of visitors) {
      visitor.onMessage = ({ type, candidate }) => {
        const name = type === 'signal' ? (candidate as { candidate: string } | null)?.candidate : undefined
        const startedMs = name === undefined ? undefined : sent.get(name)
        if (startedMs !== undefined) times.push(performance.now() - startedMs)
      }
    }
    const talking = visitors.filter(({ others }) => others.length > 0)
    for (let n = 0; n < MESSAGES; n++) {
      const visitor = talking[(n * 37) % talking.length]!
      const candidate = `candidate:${n} 1 udp 2122260223 192.0.2.1 50000 typ host`
      sent.set(candidate, performance.now())
      visitor.say({ type: 'signal', to: visitor.others[0], candidate: { candidate, sdpMid: '0' } })
      await pause(MESSAGE_EVERY_MS)
    }
    await pause(500)
    reportTimes(step, 'signal', times, MESSAGES)
  }

  /** What people cost who sit in their rooms and say every five seconds that they are there. */
  async function measureRest({ processorSeconds }: Crowd, step: number): Promise<void> {
    const before = processorSeconds()
    await pause(REST_MS)
    const used = (1000 * (processorSeconds() - before)) / (REST_MS / 1000)
    tell(step, 'processor of one', used / step, 'ms/s', { n: step })
  }

  /** A new schedule, until everybody has heard of it. */
  async function measureAnnouncements({ announce }: Crowd, step: number): Promise<void> {
    const times: number[] = []
    for (let n = 0; n < ANNOUNCEMENTS; n++) {
      const version = step * 1000 + n
      const startedMs = performance.now()
      const heard = visitors.map(
        (visitor) =>
          new Promise<void>((resolve) => {
            visitor.onNews = (news) => {
              if (news !== String(version)) return
              times.push(performance.now() - startedMs)
              resolve()
            }
          }),
      )
      announce(version)
      await Promise.race([Promise.all(heard), pause(10_000)])
    }
    reportTimes(step, 'update to everybody', times, ANNOUNCEMENTS * step)
  }

  /** Somebody enters a room again, until the operator's desk has been drawn anew. */
  async function measureDesk({ url, programmeId, operatorCookie }: Crowd, step: number): Promise<void> {
    let heard: () => void = () => {}
    const stream = await hear(url, operatorCookie, `desk:${programmeId}`, () => heard())
    const times: number[] = []
    for (const visitor of visitors.slice(0, JOINS)) {
      visitor.say({ type: 'leave' })
      await pause(100)
      const news = new Promise<void>((resolve) => (heard = resolve))
      const startedMs = performance.now()
      await visitor.enter()
      await Promise.race([news, pause(10_000)])
      const desk = await fetch(`${url}/api/v1/programmes/${programmeId}/rooms-desk`, {
        headers: { cookie: operatorCookie },
      })
      if (!desk.ok) throw new Error(`No desk: ${desk.status}`)
      await desk.arrayBuffer()
      times.push(performance.now() - startedMs)
    }
    stream.destroy()
    reportTimes(step, 'join seen at the desk', times, JOINS)
  }
}

function reportTimes(step: number, what: string, times: readonly number[], expected: number): void {
  const p95 = times.length === 0 ? Infinity : quantile(times, 0.95)
  tell(step, `${what}, p95`, p95, 'ms', { goal: { atMost: GOAL_MS }, n: times.length })
  tell(step, `${what}, lost`, expected - times.length, '', { goal: { atMost: 0 }, n: expected })
}

function tell(step: number, metric: string, value: number, unit: string, more: Partial<Figure> = {}): void {
  const { goal } = more
  if (goal && 'atMost' in goal && value > goal.atMost) process.exitCode = 1
  print({ case: `${step} people`, metric, value, unit, ...more })
}
