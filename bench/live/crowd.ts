import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { type RunningApp, startApp } from '../../e2e/app.ts'
import { processorSecondsOf } from '../../src/platform/testing/processes.ts'
import { addMinutes } from '../../src/kernel/instant.ts'
import { buildActor, buildSession } from '../../src/modules/accounts/testing/build-person.ts'
import { type BuiltEvent, buildEvent } from '../../src/modules/events/testing/build-event.ts'
import { buildParticipant } from '../../src/modules/events/testing/build-participant.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Platform } from '../../src/platform/context.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openPlatform } from '../../src/platform/open.ts'

/** Somebody with a place in an open room. */
export interface Seated {
  readonly cookie: string
  readonly requestId: string
}

export interface Crowd {
  readonly url: string
  readonly programmeId: string
  readonly eventId: string
  readonly operatorCookie: string
  /** Four for each room, room by room. */
  readonly people: readonly Seated[]
  /** Says to everybody of the event that there is a new schedule, as a release does. */
  readonly announce: (version: number) => void
  /** Processor time that the server has used, in seconds. */
  readonly processorSeconds: () => number
  /** Memory of the server, in bytes. */
  readonly memory: () => number
  readonly close: () => Promise<void>
}

/** Every host meets every guest at the same time, each meeting with a delegate of its own: rooms without as many companies. */
const HOSTS = 25
const A_SIDE_IN_A_ROOM = 2
const OPEN_MINUTES = 240
const AT_ONCE = 20

/** The server as a process of its own on a database of its own, with rooms that are open now. */
export async function openCrowd(
  serverUrl: string,
  people: number,
  memoryOf: (processId: number) => number,
): Promise<Crowd> {
  const name = `naru_bench_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  await onServer(serverUrl, `create database ${name}`)
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  const dataDir = mkdtempSync(join(tmpdir(), 'naru-bench-'))
  const config = readConfig({ DATABASE_URL: databaseUrl, NARU_DATA_DIR: dataDir, BASE_URL: 'http://127.0.0.1' })
  // With a programme in the database the server does not load the demonstration.
  const platform = await openPlatform(config, { log: silentLog() })
  platform.database.net.allUnlessSaid = true
  let app: RunningApp | undefined
  const close = async () => {
    await platform.close()
    await app?.stop()
    rmSync(dataDir, { recursive: true, force: true })
    await onServer(serverUrl, `drop database ${name} with (force)`)
  }
  try {
    const event = await buildEvent(platform)
    const operator = await buildActor(platform, 'operator', event)
    const operatorCookie = await buildSession(platform, operator.personId)
    const seated = await seatPeople(platform, event, people / (2 * A_SIDE_IN_A_ROOM))
    const { url, pid } = (app = await startApp({ dataDir, environment: { DATABASE_URL: databaseUrl } }))
    return {
      url,
      programmeId: event.programmeId,
      eventId: event.eventId,
      operatorCookie,
      people: seated,
      announce: (version) => platform.live.publish(`schedule:${event.eventId}`, version),
      processorSeconds: () => processorSecondsOf(pid),
      memory: () => memoryOf(pid),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function seatPeople(platform: Platform, event: BuiltEvent, rooms: number): Promise<Seated[]> {
  const { programmeId, eventId, timeslots } = event
  const now = platform.clock.now()
  const hosts = await buildSide(platform, event, 0, Math.min(HOSTS, rooms))
  const guests = await buildSide(platform, event, 1, Math.ceil(rooms / HOSTS))
  const scheduleId = platform.newId()
  await sql`insert into schedule (id, programme_id, event_id, kind, number, released_at, created_at)
    values (${scheduleId}, ${programmeId}, ${eventId}, 'released', 1, ${now}, ${now})`.execute(platform.db)
  const seated: Seated[] = []
  for (let n = 0; n < rooms; n++) {
    const [host, guest] = [hosts[n % HOSTS]!, guests[Math.floor(n / HOSTS)]!]
    const requestId = platform.newId()
    await sql`insert into meeting_request (id, programme_id, event_id, host_id, guest_id, wish, status, created_at, expires_at)
      values (${requestId}, ${programmeId}, ${eventId}, ${host.participantId}, ${guest.participantId}, 'want', 'accepted', ${now}, ${now})`.execute(
      platform.db,
    )
    await sql`insert into scheduled_meeting (schedule_id, programme_id, request_id, timeslot_id, host_delegate, guest_delegate)
      values (${scheduleId}, ${programmeId}, ${requestId}, ${timeslots[0]!.id}, ${Math.floor(n / HOSTS)}, ${n % HOSTS})`.execute(
      platform.db,
    )
    await sql`insert into room (request_id, programme_id, event_id, opened_until, created_at)
      values (${requestId}, ${programmeId}, ${eventId}, ${addMinutes(now, OPEN_MINUTES)}, ${now})`.execute(platform.db)
    for (const { companyId } of [host, guest])
      for (let person = 0; person < A_SIDE_IN_A_ROOM; person++) seated.push({ requestId, cookie: companyId })
  }
  // Until here the cookie's place holds the company.
  return inTurns(seated, async ({ requestId, cookie: scopeId }) => {
    const { personId } = await buildActor(platform, 'company-representative', { programmeId, scopeId })
    return { requestId, cookie: await buildSession(platform, personId) }
  })
}

const buildSide = (platform: Platform, event: BuiltEvent, side: number, count: number) =>
  inTurns(Array.from({ length: count }), () => buildParticipant(platform, event, { side }))

/** Some at once, in order. */
export async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += AT_ONCE)
    done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))))
  return done
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
