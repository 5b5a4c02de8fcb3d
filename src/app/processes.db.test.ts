import { readdirSync } from 'node:fs'
import { Agent, get, request as send } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildActor, buildSession } from '../modules/accounts/testing/build-person.ts'
import type { BuiltEvent } from '../modules/events/testing/build-event.ts'
import { buildMeetingRequest } from '../modules/meetings/testing/build-meeting-request.ts'
import { type Speaker, buildSpeaker } from '../modules/meetings/testing/build-pair.ts'
import { buildEvent } from '../modules/events/testing/build-event.ts'
import { buildInterpreter } from '../modules/events/testing/build-interpreter.ts'
import { type BuiltRoom, buildRoom } from '../modules/rooms/testing/build-room.ts'
import { RoomTab } from '../modules/rooms/testing/room-tab.ts'
import { readConfig } from '../platform/config.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import { silentLog } from '../platform/log.ts'
import { type OpenPlatform, openPlatform } from '../platform/open.ts'
import { buildWeb, isWebBuilt } from './build-web.ts'
import './modules.ts'
import {
  type Installation,
  type NaruProcess,
  freePorts,
  openInstallation,
  startProcess,
} from '../platform/testing/processes.ts'

/** Two servers and two workers, each a process of its own, on one database. They need a real one. */
const serverUrl = process.env.TEST_DATABASE_URL

let installation: Installation
let platform: OpenPlatform
let ports: number[]
let servers: NaruProcess[]
let workers: NaruProcess[]
/** An event with people who are signed in. */
let event: BuiltEvent
let hosts: (Speaker & { cookie: string })[]
let guests: (Speaker & { cookie: string })[]
let operatorCookie: string

const startServer = (port: number) => startProcess('server', installation.environment, port)

beforeAll(async () => {
  if (serverUrl === undefined) return
  if (!isWebBuilt()) await buildWeb()
  installation = await openInstallation(serverUrl)
  ports = await freePorts(2)
  servers = ports.map(startServer)
  workers = [0, 0].map((port) => startProcess('worker', installation.environment, port))
  await Promise.all([...servers, ...workers].map(({ ready }) => ready))
  platform = await openPlatform(readConfig(installation.environment), { log: silentLog() })
  // For looking at what the processes have done.
  platform.database.net.allUnlessSaid = true
  event = await buildEvent(platform, { maxRequestsPerParticipant: 100 })
  const speaker = async (side: number) => {
    const built = await buildSpeaker(platform, event, { side })
    return { ...built, cookie: await buildSession(platform, built.actor.personId) }
  }
  hosts = await Promise.all(Array.from({ length: 12 }, () => speaker(0)))
  guests = await Promise.all(Array.from({ length: 12 }, () => speaker(1)))
  const operator = await buildActor(platform, 'operator', event)
  operatorCookie = await buildSession(platform, operator.personId)
}, 240_000)

afterAll(async () => {
  if (serverUrl === undefined) return
  await platform?.close()
  await Promise.all([...(servers ?? []), ...(workers ?? [])].map(({ stop }) => stop()))
  await installation?.remove()
}, 60_000)

interface Answer {
  readonly status: number
  readonly body: string
}

interface Question {
  readonly method?: string
  readonly cookie: string
  readonly body?: object
}

const connections = new Agent({ keepAlive: true })

/** Over connections that stay open, as a proxy keeps them. Rejects when the connection broke. */
const ask = (url: string, { method = 'GET', cookie, body }: Question): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) }
    const sent = send(url, { method, headers, agent: connections }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    sent.on('error', reject)
    sent.end(body ? JSON.stringify(body) : undefined)
  })

const eventPath = () => `/api/v1/programmes/${event.programmeId}/events/${event.eventId}`

async function until(isSo: () => Promise<boolean> | boolean, limitMs: number): Promise<number> {
  const startedMs = performance.now()
  while (!(await isSo())) {
    if (performance.now() - startedMs > limitMs) throw new Error(`Not so within ${limitMs} ms`)
    await pause(20)
  }
  return performance.now() - startedMs
}

test.skipIf(serverUrl === undefined)('four that start at once bring an empty database up to date once', async () => {
  const { rows } = await platform.database.pool.query('select name from schema_migration order by name')
  expect(rows.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name))
  const ready = await Promise.all(servers.map(({ url }) => ask(`${url}/readyz`, { cookie: '' })))
  expect(ready.map(({ status }) => status)).toEqual([200, 200])
})

test.skipIf(serverUrl === undefined)(
  'what one server decides the other shows, and tells those who listen, within a second',
  async () => {
    const [here, there] = servers.map(({ url }) => url)
    const [host, guest] = [hosts[0]!, guests[0]!]
    const heard: string[] = []
    const stream = get(`${there}/api/live?topics=board:${event.eventId}`, { headers: { cookie: operatorCookie } })
    stream.on('error', () => {})
    await new Promise<void>((resolve) =>
      stream.on('response', (response) => {
        response.on('error', () => {})
        response.on('data', (chunk: Buffer) => heard.push(chunk.toString()))
        resolve()
      }),
    )
    const asked = await ask(`${here}${eventPath()}/meeting-requests`, {
      method: 'POST',
      cookie: host.cookie,
      body: { hostId: host.participantId, guestId: guest.participantId },
    })
    expect(asked.status).toBe(200)
    const { id } = JSON.parse(asked.body) as { id: string }
    const accepted = await ask(`${there}${eventPath()}/meeting-requests/${id}/acceptance`, {
      method: 'POST',
      cookie: guest.cookie,
      body: {},
    })
    expect(accepted.status).toBe(200)
    const seen = await ask(`${here}${eventPath()}/meeting-requests`, { cookie: host.cookie })
    expect((JSON.parse(seen.body) as { rows: object[] }).rows).toMatchObject([{ id, status: 'accepted' }])
    await buildInterpreter(platform, event)
    const placed = await ask(`${here}${eventPath()}/draft/meetings/${id}`, {
      method: 'PUT',
      cookie: operatorCookie,
      body: { revision: 0, timeslotId: event.timeslots[0]!.id },
    })
    expect(placed.status).toBe(200)
    const ms = await until(() => heard.join('').includes(`board:${event.eventId}`), 1000)
    expect(ms).toBeLessThan(1000)
    stream.destroy()
  },
)

test.skipIf(serverUrl === undefined)(
  'what happened is told once, however many workers listen, and each mail is written once',
  async () => {
    const requests = await Promise.all(
      hosts.slice(1).map((host, n) =>
        ask(`${servers[n % 2]!.url}${eventPath()}/meeting-requests`, {
          method: 'POST',
          cookie: host.cookie,
          body: { hostId: host.participantId, guestId: guests[n + 1]!.participantId },
        }),
      ),
    )
    expect(requests.map(({ status }) => status)).toEqual(requests.map(() => 200))
    const mails = () =>
      platform.database.pool.query<{ status: string; attempts: number }>('select status, attempts from mail')
    // One to each guest that was asked, and two about the meeting that was accepted before.
    const isAllSent = async () => {
      const { rows } = await mails()
      return rows.length > requests.length && rows.every(({ status }) => status === 'sent')
    }
    await until(isAllSent, 15_000)
    const { rows } = await mails()
    expect(rows.map(({ attempts }) => attempts)).toEqual(rows.map(() => 1))
    expect(readdirSync(join(installation.dataDir, 'outbox')).length).toBe(rows.length)
    const { rows: doubled } = await platform.database.pool.query(
      `select to_address, subject from mail group by to_address, subject having count(*) > 1`,
    )
    expect(doubled).toEqual([])
  },
  30_000,
)

test.skipIf(serverUrl === undefined)(
  'schedules are solved by both workers side by side',
  async () => {
    const before = workers.map((worker) => worker.processorSeconds())
    const events = await Promise.all([hardEvent(), hardEvent()])
    const started = await Promise.all(
      events.map(({ programmeId, eventId, cookie }, n) =>
        ask(`${servers[n]!.url}/api/v1/programmes/${programmeId}/events/${eventId}/schedule-runs`, {
          method: 'POST',
          cookie,
          body: { budgetMs: 2500 },
        }),
      ),
    )
    expect(started.map(({ status }) => status)).toEqual([200, 200])
    const runs = async () => {
      const { rows } = await platform.database.pool.query<{ status: string; started: number; ended: number }>(
        `select status, extract(epoch from started_at)::float8 as started, extract(epoch from finished_at)::float8 as ended
       from schedule_run where event_id = any($1::uuid[])`,
        [events.map(({ eventId }) => eventId)],
      )
      return rows
    }
    await until(async () => (await runs()).every(({ status }) => status === 'done'), 20_000)
    const [first, second] = await runs()
    // A worker solves one at a time: two at the same time are two workers.
    expect(Math.max(first!.started, second!.started)).toBeLessThan(Math.min(first!.ended, second!.ended))
    const used = workers.map((worker, n) => worker.processorSeconds() - before[n]!)
    expect(Math.min(...used)).toBeGreaterThan(0.3)
  },
  40_000,
)

/** More wishes than can be met, so that the solver uses the time it is given. */
async function hardEvent() {
  const crowded = await buildEvent(platform)
  const [a, b] = await Promise.all(
    [0, 1].map((side) => Promise.all(Array.from({ length: 9 }, () => buildSpeaker(platform, crowded, { side })))),
  )
  for (let n = 0; n < 3; n++) await buildInterpreter(platform, crowded)
  await Promise.all(
    a!.flatMap((host) =>
      b!.map((guest) =>
        buildMeetingRequest(platform, { ...crowded, hostId: host.participantId, guestId: guest.participantId }),
      ),
    ),
  )
  const { personId } = await buildActor(platform, 'operator', crowded)
  return { ...crowded, cookie: await buildSession(platform, personId) }
}

test.skipIf(serverUrl === undefined)(
  'while one server after the other is started anew, people notice nothing',
  async () => {
    const round = { isOver: false }
    const answers: Answer[] = []
    const repeated = { count: 0 }
    const people = hosts.slice(0, 4).map(async (host, n) => {
      for (let wish = 2; !round.isOver; wish++) {
        const guest = guests[wish % guests.length]!
        // Reading and writing in turns; whoever has asked everybody goes on reading.
        const body = { hostId: host.participantId, guestId: guest.participantId }
        const isWrite = wish % 2 === 0 && wish < guests.length && wish !== n
        const question = isWrite ? { method: 'POST', cookie: host.cookie, body } : { cookie: host.cookie }
        answers.push(await askEither(`${eventPath()}/meeting-requests`, question, repeated))
        await pause(25)
      }
    })
    for (const [n, port] of ports.entries()) {
      expect(await servers[n]!.stop()).toBe(0)
      servers[n] = startServer(port)
      await servers[n].ready
    }
    round.isOver = true
    await Promise.all(people)
    expect(answers.length).toBeGreaterThan(50)
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
  },
  60_000,
)

let last = 0
/**
 * As a proxy does: the servers in turns, and the other one when a connection cannot be made or is closed before an
 * answer began.
 */
async function askEither(path: string, question: Question, repeated: { count: number }): Promise<Answer> {
  const first = last++ % 2
  try {
    return await ask(`${servers[first]!.url}${path}`, question)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // What was sent to a server that then broke off may have been done: only reading may be repeated.
    if (code !== 'ECONNREFUSED' && question.method !== undefined) throw error
    repeated.count++
    return ask(`${servers[1 - first]!.url}${path}`, question)
  }
}

/** Comes into the room as a browser does, at the server it was given. */
async function enterRoom(server: NaruProcess, room: BuiltRoom, cookie: string): Promise<RoomTab & { token: string }> {
  const path = `/api/v1/programmes/${room.programmeId}/rooms/${room.requestId}/join-tokens`
  const asked = await ask(`${server.url}${path}`, { method: 'POST', cookie, body: {} })
  expect(asked.status).toBe(200)
  const { token } = JSON.parse(asked.body) as { token: string }
  const tab = await new RoomTab(server.url, cookie, server.url).isOpen()
  tab.hello(token)
  return Object.assign(tab, { token })
}

let meeting: ReturnType<typeof openMeeting> | null = null
/** An open room with the cookies of its people, the same for every test. */
async function openMeeting() {
  const room = await buildRoom(platform)
  const people = [room.host, room.guest, room.operator, room.otherCompany]
  const cookies = await Promise.all(people.map(({ personId }) => buildSession(platform, personId)))
  const [host = '', guest = '', operator = '', outsider = ''] = cookies
  const path = `/api/v1/programmes/${room.programmeId}/rooms/${room.requestId}/opening`
  const opened = await ask(`${servers[0]!.url}${path}`, { method: 'PUT', cookie: operator, body: { minutes: 60 } })
  expect(opened.status).toBe(200)
  return { room, host, guest, operator, outsider }
}

test.skipIf(serverUrl === undefined)(
  'a room moves when its server is killed, or stopped, and its people meet again',
  async () => {
    const { room, host, guest } = await (meeting ??= openMeeting())
    // The first to come to a room nobody holds decides where it is.
    const meet = async (first: NaruProcess, second: NaruProcess) => {
      const one = await enterRoom(first, room, host)
      await one.hears('welcome')
      const two = await enterRoom(second, room, guest)
      expect((await two.hears('welcome')).peers.map(({ role }) => role)).toContain('host')
      two.say({ type: 'chat', text: two.token })
      while ((await one.hears('chat')).message.text !== two.token) one.heard.shift()
      return [one, two] as const
    }
    for (const [n, signal] of (['SIGKILL', 'SIGTERM'] as const).entries()) {
      const [ending, left] = [servers[n]!, servers[1 - n]!]
      const tabs = await meet(ending, left)
      process.kill(ending.pid, signal)
      await ending.stop()
      // At once told to come again, which a browser does by itself; a server that was killed tells nobody.
      if (n === 1) expect(await Promise.all(tabs.map((tab) => tab.isClosed()))).toEqual([1001, 1012])
      const beganMs = performance.now()
      await meet(left, left)
      expect(performance.now() - beganMs).toBeLessThan(2000)
      servers[n] = startServer(ports[n]!)
      await servers[n]!.ready
    }
  },
  60_000,
)

test.skipIf(serverUrl === undefined)('people of one meeting who come to two servers meet', async () => {
  const [here, there] = servers as [NaruProcess, NaruProcess]
  const { room, host, guest } = await (meeting ??= openMeeting())
  // Both at once: who holds the room is decided by the database.
  const [first, second] = await Promise.all([enterRoom(here, room, host), enterRoom(there, room, guest)])
  const peers = await Promise.all([first, second].map(async (tab) => (await tab.hears('welcome')).self.peerId))
  // The longest that a browser may send, both ways: what crosses goes in parts.
  const sdp = `v=0 ${'안녕'.repeat(5000)}`
  first.say({ type: 'signal', to: peers[1], description: { type: 'offer', sdp } })
  second.say({ type: 'signal', to: peers[0], description: { type: 'answer', sdp } })
  const signals = await Promise.all([first.hears('signal'), second.hears('signal')])
  expect(signals.map(({ description }) => description)).toEqual([
    { type: 'answer', sdp },
    { type: 'offer', sdp },
  ])
  // What one says the other hears in the order in which it was said.
  for (let n = 0; n < 40; n++) first.say({ type: 'chat', text: `${n}` })
  await second.hears('chat', 39)
  const heard = second.heard.flatMap((each) => (each.type === 'chat' ? [each.message.text] : []))
  expect(heard).toEqual(Array.from({ length: 40 }, (_, n) => `${n}`))

  // A second tab at the other server takes the place; a token opens nothing twice, wherever it is tried.
  const tab = await enterRoom(there, room, host)
  expect((await first.hears('closed')).reason).toBe('other-tab')
  expect((await tab.hears('welcome')).self.peerId).toBe(peers[0])
  const replay = await new RoomTab(here.url, host, here.url).isOpen()
  replay.hello(tab.token)
  expect((await replay.hears('refused')).code).toBe('rooms.token-used')
  expect([tab.closed, second.closed]).toEqual([null, null])
  // A flood ends at the server it comes to.
  for (let n = 0; n < 10_000; n++) tab.say({ type: 'signal', to: peers[1], candidate: { candidate: `${n}` } })
  expect(await tab.isClosed()).toBe(1008)
  expect(second.heard.filter(({ type }) => type === 'signal').length).toBeLessThan(600)
  expect(second.closed).toBeNull()
})

test.skipIf(serverUrl === undefined)(
  'a server that hangs loses its rooms, and gives them up when it wakes',
  async () => {
    const [hanging, left] = servers as [NaruProcess, NaruProcess]
    const { room, host, guest } = await (meeting ??= openMeeting())
    const before = await enterRoom(hanging, room, host)
    await before.hears('welcome')
    process.kill(hanging.pid, 'SIGSTOP')
    const after = await enterRoom(left, room, guest)
    await after.hears('welcome')
    process.kill(hanging.pid, 'SIGCONT')
    await until(() => before.closed !== null, 12_000)
    expect([before.closed, after.closed]).toEqual([1012, null])
    const back = await enterRoom(hanging, room, host)
    expect((await back.hears('welcome')).peers.map(({ role }) => role)).toEqual(['guest'])
  },
  30_000,
)

test.skipIf(serverUrl === undefined)('who waits at one server is let in by the operator at another', async () => {
  const [here, there] = servers as [NaruProcess, NaruProcess]
  const { room, operator, outsider } = await (meeting ??= openMeeting())
  const waiting = await enterRoom(here, room, outsider)
  await waiting.hears('waiting')
  const path = `/api/v1/programmes/${room.programmeId}/rooms/${room.requestId}`
  const seen = await ask(`${there.url}${path}`, { cookie: operator })
  const [knock] = (JSON.parse(seen.body) as { waiting: { knockId: string; name: string }[] }).waiting
  expect(knock?.name).toBe('0-1')
  const body = { role: 'observer' }
  const answered = await ask(`${there.url}${path}/knocks/${knock?.knockId}`, { method: 'POST', cookie: operator, body })
  expect(answered.status).toBe(200)
  await waiting.hears('admitted')
  const inside = await enterRoom(there, room, outsider)
  expect((await inside.hears('welcome')).self.role).toBe('observer')
  inside.say({ type: 'leave' })
})
