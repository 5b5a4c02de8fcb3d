import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { listRooms } from '../queries/list-rooms.ts'
import { readGlossary } from '../queries/read-glossary.ts'
import { readRoom } from '../queries/read-room.ts'
import { summariseRooms } from '../queries/summarise-rooms.ts'
import { type BuiltRoom, buildRoom } from '../testing/build-room.ts'
import { admitPerson } from './admit-person.ts'
import { concludeMeetings } from './conclude-meeting.ts'
import { issueJoinToken } from './issue-join-token.ts'
import { endStalePresences, recordEntrance, recordExit } from './presence.ts'
import { extendRoom, linkRoom, openRoom } from './run-room.ts'
import { sayAttendance } from './say-attendance.ts'
import { type UsedTokens, useJoinToken } from './use-join-token.ts'
import { writeNotes } from './write-in-room.ts'

const START = '2020-10-26T06:00:00.000Z'
let platform: TestPlatform
let room: BuiltRoom
beforeAll(async () => {
  platform = await openTestPlatform({ now: START })
})
afterAll(() => platform.close())

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)
const at = (minutes: number) => platform.clock.set(addMinutes(room.startsAt, minutes))
const key = () => ({ programmeId: room.programmeId, requestId: room.requestId })
const issue = (actor: Actor) => issueJoinToken(platform, actor, key())
const used: UsedTokens = new Map()
const use = (actor: Actor, token: string) => useJoinToken(platform, actor, token, used)
async function tokenFor(actor: Actor): Promise<string> {
  const issued = await issue(actor)
  if (!issued.ok) throw new Error(issued.refusal.code)
  return issued.value.token
}
const journal = async (action: string) => {
  const { rows } = await sql<{ after: unknown }>`select after from journal_entry
    where subject_id = ${room.requestId} and action = ${action} order by seq`.execute(platform.db)
  return rows.map(({ after }) => after)
}

describe('the door', () => {
  beforeAll(async () => {
    platform.clock.set(START)
    room = await buildRoom(platform)
  })

  test('opens to the people of the meeting, at its time', async () => {
    at(-11)
    expect(code(await issue(room.host))).toBe('rooms.too-early')
    at(-10)
    for (const actor of [room.host, room.guest, room.interpreter, room.operator]) {
      expect(await issue(actor)).toMatchObject({ ok: true, value: { place: 'room' } })
    }
    at(40)
    expect(code(await issue(room.guest))).toBe('rooms.over')
  })

  test('leads others to the lobby, and says no more than of a meeting that does not exist', async () => {
    at(0)
    const official = await buildActor(platform, 'official', { programmeId: room.programmeId })
    for (const actor of [room.otherCompany, official]) {
      expect(await issue(actor)).toMatchObject({ ok: true, value: { place: 'lobby' } })
    }
    const nowhere = { programmeId: room.programmeId, requestId: platform.newId() }
    expect(await issueJoinToken(platform, room.otherCompany, nowhere)).toMatchObject({ value: { place: 'lobby' } })
  })

  test('checks everything again when the token is used', async () => {
    at(0)
    const token = await tokenFor(room.host)
    expect(code(await use(room.guest, token))).toBe('rooms.token-foreign')
    const entered = await use(room.host, token)
    expect(entered).toMatchObject({ ok: true, value: { seat: { role: 'host' } } })
    expect(code(await use(room.host, token))).toBe('rooms.token-used')
    const [body, signature] = (await tokenFor(room.host)).split('.')
    expect(code(await use(room.host, `${body}x.${signature}`))).toBe('rooms.token-expired')
    expect(code(await use(room.host, 'x'))).toBe('rooms.token-expired')
    const old = await tokenFor(room.host)
    at(1)
    expect(code(await use(room.host, old))).toBe('rooms.token-expired')
  })

  test('a role that was taken away between the link and the door counts', async () => {
    at(0)
    const token = await tokenFor(room.host)
    const { personId } = room.host
    const without: Actor = { kind: 'person', personId, grants: [] }
    expect(await use(without, token)).toMatchObject({ ok: true, value: { seat: null } })
  })

  test('a token made in time is worth nothing once the meeting is cancelled', async () => {
    at(0)
    const token = await tokenFor(room.host)
    await sql`update scheduled_meeting set status = 'cancelled' where request_id = ${room.requestId}`.execute(
      platform.db,
    )
    expect(code(await use(room.host, token))).toBe('rooms.cancelled')
    expect(code(await issue(room.guest))).toBe('rooms.cancelled')
    expect(code(await issue(room.otherCompany))).toBe('ok')
    await sql`update scheduled_meeting set status = 'planned' where request_id = ${room.requestId}`.execute(platform.db)
  })

  test('the operator opens it for a rehearsal, extends it and lets somebody in', async () => {
    at(-600)
    expect(code(await issue(room.host))).toBe('rooms.too-early')
    expect(code(await openRoom(platform, room.host, { ...key(), minutes: 30 }))).toBe('rooms.absent')
    expect(code(await openRoom(platform, room.operator, { ...key(), minutes: 30 }))).toBe('ok')
    expect(await issue(room.host)).toMatchObject({ value: { place: 'room' } })
    expect(code(await extendRoom(platform, room.operator, { ...key(), minutes: 10 }))).toBe('ok')
    at(-565)
    expect(code(await issue(room.host))).toBe('ok')
    const other = { ...key(), personId: room.otherCompany.personId, role: 'observer' as const }
    expect(code(await admitPerson(platform, room.guest, other))).toBe('rooms.absent')
    expect(code(await admitPerson(platform, room.operator, other))).toBe('ok')
    expect(await issue(room.otherCompany)).toMatchObject({ value: { place: 'room' } })
    expect(await use(room.otherCompany, await tokenFor(room.otherCompany))).toMatchObject({
      value: { seat: { role: 'observer' } },
    })
    at(0)
    expect(await issue(room.otherCompany)).toMatchObject({ value: { place: 'room' } })
    expect(await journal('room.admitted')).toEqual([{ personId: room.otherCompany.personId, role: 'observer' }])
  })

  test('a pasted link stands in for the room', async () => {
    at(0)
    expect(code(await linkRoom(platform, room.operator, { ...key(), link: 'http://zoom.us/j/1' }))).toBe(
      'rooms.link-not-https',
    )
    expect(code(await linkRoom(platform, room.operator, { ...key(), link: 'https://zoom.us/j/1' }))).toBe('ok')
    expect(code(await issue(room.host))).toBe('rooms.elsewhere')
    expect(code(await linkRoom(platform, room.operator, { ...key(), link: null }))).toBe('ok')
    expect(code(await issue(room.host))).toBe('ok')
  })
})

describe('who sees which rooms', () => {
  beforeAll(async () => {
    platform.clock.set(START)
    room = await buildRoom(platform)
  })

  test('operator all four, each side and the interpreter their own, a stranger none', async () => {
    const { programmeId } = room
    const day = '2020-10-27'
    const count = async (actor: Actor) => (await listRooms(platform, actor, { programmeId, day })).rows.length
    expect([await count(room.operator), await count(room.host), await count(room.guest)]).toEqual([4, 2, 2])
    expect(await count(await buildActor(platform, 'official', { programmeId }))).toBe(4)
    const stranger = await buildActor(platform, 'company-representative', { programmeId, scopeId: platform.newId() })
    expect(await count(stranger)).toBe(0)
    expect(await listRooms(platform, room.operator, { programmeId })).toMatchObject({ day, days: [day] })
    expect(await summariseRooms(platform, room.operator, programmeId)).toMatchObject({ count: 4, attention: 0 })
  })

  test('a foreign room looks like one that does not exist', async () => {
    const foreign = await readRoom(platform, room.otherCompany, key())
    const missing = await readRoom(platform, room.otherCompany, { ...key(), requestId: platform.newId() })
    expect(foreign).toEqual(missing)
    expect(code(foreign)).toBe('rooms.absent')
    expect(code(await readGlossary(platform, room.otherCompany, key()))).toBe('rooms.absent')
    expect(code(await readRoom(platform, room.interpreter, key()))).toBe('ok')
    expect(await readGlossary(platform, room.interpreter, key())).toMatchObject({ value: { languages: ['ko', 'ru'] } })
  })

  test('of two people who write notes at once the second is told to look again', async () => {
    const facts = { ...key(), eventId: room.eventId }
    expect(await writeNotes(platform, facts, { text: 'a', revision: 0 })).toMatchObject({ value: { revision: 1 } })
    expect(code(await writeNotes(platform, facts, { text: 'b', revision: 0 }))).toBe('rooms.notes-changed')
    expect(await writeNotes(platform, facts, { text: 'c', revision: 1 })).toMatchObject({ value: { revision: 2 } })
    expect(await readRoom(platform, room.host, key())).toMatchObject({ value: { notes: { text: 'c', revision: 2 } } })
  })
})

describe('attendance', () => {
  beforeAll(async () => {
    platform.clock.set(START)
    room = await buildRoom(platform)
  })
  const facts = () => ({ ...key(), eventId: room.eventId })
  const enter = (actor: { personId: string }, role: 'host' | 'guest') =>
    recordEntrance(platform, facts(), { personId: actor.personId, role })

  test('who comes back within half a minute has never left', async () => {
    at(0)
    const first = await enter(room.host, 'host')
    at(5)
    await recordExit(platform, first, platform.clock.now())
    platform.clock.set(addMinutes(room.startsAt, 5.3))
    expect(await enter(room.host, 'host')).toBe(first)
    at(10)
    await recordExit(platform, first, addMinutes(room.startsAt, 9))
    at(12)
    expect(await enter(room.host, 'host')).not.toBe(first)
  })

  test('a stop of the server leaves nobody inside for ever', async () => {
    at(20)
    expect(await endStalePresences(platform)).toBe(1)
    const record = await readRoom(platform, room.operator, key())
    expect(record).toMatchObject({
      value: { presences: [{ inside: false }, { inside: false, until: addMinutes(room.startsAt, 12) }] },
    })
  })

  test('a no-show is written down once the time is over, and a word of the guest makes it held', async () => {
    at(38)
    expect(await concludeMeetings(platform)).toBe(0)
    at(41)
    expect(await concludeMeetings(platform)).toBe(1)
    expect(await concludeMeetings(platform)).toBe(0)
    expect(await journal('meeting.no-show')).toMatchObject([{ absent: ['guest'], disputed: false }])
    const say = (actor: Actor, attended: boolean) =>
      sayAttendance(platform, actor, { ...key(), party: 'guest', attended, note: 'By telephone' })
    expect(code(await say(room.otherCompany, true))).toBe('rooms.absent')
    expect(code(await say(room.interpreter, true))).toBe('rooms.not-a-side')
    expect(code(await say(room.guest, true))).toBe('ok')
    expect(await journal('meeting.held')).toMatchObject([{ absent: [], disputed: false }])
    expect(code(await say(room.host, false))).toBe('ok')
    expect(await readRoom(platform, room.host, key())).toMatchObject({
      value: { room: { result: null }, attendance: [{}, { basis: 'disputed', attended: false }] },
    })
    expect(code(await say(room.operator, false))).toBe('ok')
    expect(await journal('meeting.no-show')).toMatchObject([
      { absent: ['guest'] },
      { absent: ['guest'], disputed: true },
    ])
  })

  test('nothing is said of a meeting before it begins', async () => {
    at(-1)
    const word = { ...key(), party: 'host' as const, attended: true, note: null }
    expect(code(await sayAttendance(platform, room.host, word))).toBe('rooms.not-met-yet')
  })
})
