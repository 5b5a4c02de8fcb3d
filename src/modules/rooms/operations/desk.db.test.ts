import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { addContact } from '../../companies/index.ts'
import { readBoard } from '../../scheduling/index.ts'
import type { DeskCause } from '../domain/desk.ts'
import { type DeskProposal, proposeDeskRepair } from '../queries/desk-proposal.ts'
import { deskTopic } from '../queries/desk-topic.ts'
import { readDesk } from '../queries/desk-view.ts'
import { readRoom } from '../queries/read-room.ts'
import { type BuiltRoom, buildRoom } from '../testing/build-room.ts'
import { writeFromDesk } from './desk-message.ts'
import { applyDeskRepair, moveFromDesk } from './desk-repair.ts'
import { recordEntrance } from './presence.ts'

let platform: TestPlatform
let room: BuiltRoom
beforeAll(async () => {
  platform = await openTestPlatform({ now: '2020-10-26T06:00:00.000Z' })
})
afterAll(() => platform.close())
beforeEach(async () => {
  platform.clock.set('2020-10-20T00:00:00.000Z')
  room = await buildRoom(platform)
  at(5)
})

const at = (minutes: number) => platform.clock.set(addMinutes(room.startsAt, minutes))
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)
const key = () => ({ programmeId: room.programmeId, requestId: room.requestId })

async function propose(cause: DeskCause): Promise<DeskProposal> {
  const proposed = await proposeDeskRepair(platform, room.operator, { programmeId: room.programmeId, cause })
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  return proposed.value
}

const apply = (cause: DeskCause, { revision, choices }: DeskProposal, actor: BuiltRoom['host'] = room.operator) =>
  applyDeskRepair(platform, actor, {
    programmeId: room.programmeId,
    cause,
    revision,
    changes: choices[0]?.changes ?? [],
  })

async function meetings() {
  const board = await readBoard(platform, room.operator, room)
  if (!board.ok) throw new Error(board.refusal.code)
  return board.value.facts
}

const noShow = (): DeskCause => ({ code: 'no-show', requestId: room.requestId, party: 'guest' })

test('the desk shows who is in, who is late and whom to call', async () => {
  const { programmeId, operator, host, event } = room
  const { rows: companies } = await sql<{ id: string }>`
    select company_id as id from participant where id = ${event.guests[0].participantId}`.execute(platform.db)
  const contact = { name: 'Vera', jobTitle: null, email: null, phone: '+7 999 000-00-00', locale: 'ru' as const }
  const added = await addContact(platform, operator, { programmeId, companyId: companies[0]!.id, ...contact })
  expect(code(added)).toBe('ok')
  await recordEntrance(platform, { ...key(), eventId: room.eventId }, { personId: host.personId, role: 'host' })
  const desk = await readDesk(platform, operator, { programmeId, day: room.startsAt.slice(0, 10) })
  if (!desk.ok) throw new Error(desk.refusal.code)
  const row = desk.value.rows.find(({ view }) => view.room.requestId === room.requestId)
  expect(row?.phase).toBe('now')
  expect(row?.parties).toMatchObject([{ inside: true }, { inside: false, lateMinutes: 5 }])
  expect(desk.value.contacts).toMatchObject([{ name: 'Vera', phone: '+7 999 000-00-00' }])
  expect(desk.value.zones.map(({ timeZone }) => timeZone)).toContain('Europe/Moscow')
})

test('a no-show is written down, released and told, all at once', async () => {
  const proposal = await propose(noShow())
  const [choice] = proposal.choices
  expect(choice?.rows.some(({ requestId, kind }) => requestId === room.requestId && kind === 'cancelled')).toBe(true)
  expect(choice?.toldCompanies.length).toBeGreaterThan(1)
  expect(await apply(noShow(), proposal)).toMatchObject({ ok: true, value: { version: 2 } })
  const { released } = await meetings()
  expect(released?.meetings.find(({ requestId }) => requestId === room.requestId)?.status).toBe('cancelled')
  const record = await readRoom(platform, room.operator, key())
  expect(record.ok && record.value.words).toMatchObject([{ saidBy: 'operator', party: 'guest', attended: false }])
  expect(code(await apply(noShow(), proposal))).not.toBe('ok')
})

test('nothing is written down when the proposal is out of date', async () => {
  const proposal = await propose(noShow())
  expect(code(await apply(noShow(), { ...proposal, revision: proposal.revision + 1 }))).toBe('scheduling.draft-changed')
  const record = await readRoom(platform, room.operator, key())
  expect(record.ok && record.value.words).toEqual([])
})

test('a late side, a lost interpreter and a second look at the same meeting have answers', async () => {
  for (const cause of [
    { code: 'late', requestId: room.requestId, party: 'host', minutes: 25 },
    { code: 'interpreter-lost', requestId: room.requestId, rest: false },
  ] as const) {
    expect((await propose(cause)).choices.length).toBeGreaterThan(0)
  }
  const standby = await proposeDeskRepair(platform, room.operator, {
    programmeId: room.programmeId,
    cause: { code: 'standby', requestId: room.requestId },
  })
  expect(code(standby)).toBe('scheduling.already-placed')
})

test('a meeting moves by hand, not when it is too near', async () => {
  const { draft, timeslots } = await meetings()
  const taken = new Set(draft.meetings.map(({ timeslotId }) => timeslotId))
  const free = timeslots.findLast(({ id }) => !taken.has(id)) ?? timeslots.at(-1)!
  const move = { ...key(), revision: draft.revision, timeslotId: free.id }
  expect(code(await moveFromDesk(platform, room.operator, move))).toBe('rooms.desk-too-near')
  platform.clock.set(addMinutes(timeslots[0]!.startsAt, -60))
  expect(await moveFromDesk(platform, room.operator, move)).toMatchObject({ ok: true, value: { version: 2 } })
  const after = await meetings()
  expect(after.draft.meetings.find(({ requestId }) => requestId === room.requestId)?.timeslotId).toBe(free.id)
})

test('a message stays in the room and goes to the people of the meeting alone', async () => {
  const before = await mailed()
  expect(await writeFromDesk(platform, room.operator, { ...key(), text: '5분 늦게 시작합니다.' })).toMatchObject({
    value: { message: { role: 'broker' }, mailed: 3 },
  })
  const after = (await mailed()).slice(before.length)
  expect(after.map(({ locale }) => locale).toSorted()).toEqual(['en', 'ko', 'ru'])
  expect(after.every(({ text }) => text.includes('5분 늦게 시작합니다.'))).toBe(true)
})

const mailed = async () => {
  const { rows } = await sql<{ locale: string; text: string }>`
    select locale, body_text as text from mail order by created_at, id`.execute(platform.db)
  return rows
}

test('for everybody else there is no desk', async () => {
  const { programmeId } = room
  const elsewhere = await buildRoom(platform)
  platform.clock.set(addMinutes(room.startsAt, 5))
  const proposal = await propose(noShow())
  const official = await buildActor(platform, 'official', { programmeId })
  for (const actor of [room.host, room.guest, room.interpreter, room.otherCompany, official, elsewhere.operator]) {
    expect(code(await readDesk(platform, actor, { programmeId }))).toBe('rooms.absent')
    expect(code(await proposeDeskRepair(platform, actor, { programmeId, cause: noShow() }))).toBe('rooms.absent')
    expect(code(await apply(noShow(), proposal, actor as BuiltRoom['host']))).toBe('rooms.absent')
    expect(code(await moveFromDesk(platform, actor, { ...key(), revision: 1 }))).toBe('rooms.absent')
    expect(code(await writeFromDesk(platform, actor, { ...key(), text: 'hello' }))).toBe('rooms.absent')
    expect(await deskTopic(platform, actor, programmeId)).toBe(false)
  }
  const foreign = { programmeId: elsewhere.programmeId, cause: noShow() }
  expect(code(await proposeDeskRepair(platform, elsewhere.operator, foreign))).toBe('rooms.absent')
  expect(await deskTopic(platform, room.operator, programmeId)).toBe(true)
})
