import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { readAgenda } from '../queries/read-agenda.ts'
import { readBoard } from '../queries/read-board.ts'
import { readPeople } from '../queries/read-people.ts'
import { personalData } from '../store/personal-data.ts'
import { type SchedulableEvent, buildSchedulableEvent } from '../testing/build-schedulable-event.ts'
import { solveNow } from '../testing/solve-now.ts'
import { type NameDelegate, nameDelegate } from './name-delegate.ts'
import { placeMeeting } from './edit-draft.ts'
import { releaseSchedule } from './release-schedule.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

/** Host 0 sends two people at a time; three people speak for it. */
async function buildTwoDelegates() {
  platform.clock.set('2020-10-20T00:00:00.000Z')
  const event = await buildSchedulableEvent(platform)
  const { programmeId, hosts } = event
  const operator = await buildActor(platform, 'operator', { programmeId })
  await platform.database.pool.query('update participant set delegates = 2 where id = $1', [hosts[0].participantId])
  const colleague = () => buildActor(platform, 'company-representative', { programmeId, scopeId: hosts[0].companyId })
  return { event, operator, people: [await colleague(), await colleague(), await colleague()] as const }
}

const name = (
  event: SchedulableEvent,
  actor: Actor,
  request: number,
  personId: Id | null,
  party: NameDelegate['party'] = 'host',
) =>
  nameDelegate(platform, actor, {
    programmeId: event.programmeId,
    eventId: event.eventId,
    requestId: event.requests[request]!,
    party,
    personId,
  })

async function draftOf(event: SchedulableEvent, actor: Actor) {
  const board = await readBoard(platform, actor, event)
  if (!board.ok) throw new Error(board.refusal.code)
  return board.value.facts.draft
}

test('one person named for two meetings never has them at the same time, two people may', async () => {
  const { event, operator, people } = await buildTwoDelegates()
  const [kim, lee] = people
  for (const request of [0, 1]) expect(code(await name(event, kim, request, kim.personId))).toBe('ok')
  await solveNow(platform, operator, event)
  const { revision, meetings } = await draftOf(event, operator)
  const [first, second] = [0, 1].map((n) => meetings.find(({ requestId }) => requestId === event.requests[n])!)
  expect(first!.hostDelegate).toBe(second!.hostDelegate)
  expect(first!.timeslotId).not.toBe(second!.timeslotId)

  const move = { programmeId: event.programmeId, eventId: event.eventId, requestId: event.requests[1] }
  const onTop = { ...move, revision, timeslotId: first!.timeslotId }
  expect(code(await placeMeeting(platform, operator, onTop))).toBe('scheduling.delegate-busy')
  expect(code(await name(event, operator, 1, lee.personId))).toBe('ok')
  const after = await draftOf(event, operator)
  expect(after.revision).toBe(revision + 1)
  const placed = await placeMeeting(platform, operator, { ...onTop, revision: after.revision })
  // Its guest or the interpreters may be busy then; the host is no longer what is in the way.
  expect(['ok', 'scheduling.participant-busy', 'scheduling.interpreters-busy']).toContain(code(placed))
  expect(code(await name(event, operator, 1, kim.personId))).toBe(placed.ok ? 'scheduling.delegate-busy' : 'ok')
})

test('no more people are named than take part at once, and of two at the same moment one is', async () => {
  const { event, people } = await buildTwoDelegates()
  const [kim, lee, park] = people
  expect(code(await name(event, kim, 0, kim.personId))).toBe('ok')
  const { requests } = await anotherRequestOfHost(event)
  const answers = await Promise.all([
    name(event, lee, 1, lee.personId),
    nameDelegate(platform, park, {
      programmeId: event.programmeId,
      eventId: event.eventId,
      requestId: requests,
      party: 'guest',
      personId: park.personId,
    }),
  ])
  expect(answers.map(code).toSorted()).toEqual(['ok', 'scheduling.delegates-few'])
})

/** Guest 1 asked host 0 before and the request was declined; made live again for a third meeting of the company. */
async function anotherRequestOfHost({ programmeId, eventId, hosts }: SchedulableEvent): Promise<{ requests: Id }> {
  const id = platform.newId()
  await platform.database.pool.query(
    `insert into meeting_request (id, programme_id, event_id, host_id, guest_id, wish, status, created_at, expires_at)
     values ($1, $2, $3, $4, $5, 'want', 'accepted', now(), now() + interval '9 years')`,
    [id, programmeId, eventId, hosts[1].participantId, hosts[0].participantId],
  )
  return { requests: id }
}

test('both agendas name who attends, and the other company learns no more', async () => {
  const { event, operator, people } = await buildTwoDelegates()
  const [kim] = people
  const { programmeId, eventId, requests, guests } = event
  const guest = await buildActor(platform, 'company-representative', { programmeId, scopeId: guests[0].companyId })
  await name(event, kim, 0, kim.personId)
  await solveNow(platform, operator, event)
  await releaseSchedule(platform, operator, { programmeId, eventId, revision: 1, note: null })
  const entryFor = async (actor: Actor) => {
    const agenda = await readAgenda(platform, actor, { programmeId, eventId })
    const entry = agenda.ok ? agenda.value.entries.find(({ requestId }) => requestId === requests[0]) : undefined
    return [entry?.hostAttends, entry?.guestAttends]
  }
  const people0 = await readPeople(platform, guest, { programmeId, eventId, requestId: requests[0] })
  const kimsName = people0.ok ? people0.value.host.attending?.name : undefined
  expect(kimsName).toBeTruthy()
  expect(await entryFor(kim)).toEqual([kimsName, null])
  expect(await entryFor(guest)).toEqual([kimsName, null])
  expect(code(await name(event, guest, 0, null))).toBe('scheduling.delegate-not-yours')
})

test('somebody of another company, programme or nobody is not named, and to others the request does not exist', async () => {
  const { event, people } = await buildTwoDelegates()
  const { programmeId, hosts } = event
  const other = await buildActor(platform, 'company-representative', { programmeId, scopeId: hosts[1].companyId })
  const elsewhere = (await buildTwoDelegates()).people[0]
  for (const personId of [other.personId, elsewhere.personId, platform.newId()]) {
    expect(code(await name(event, people[0], 0, personId))).toBe('scheduling.absent')
  }
  for (const actor of [other, elsewhere]) {
    expect(code(await name(event, actor, 0, people[0].personId))).toBe('scheduling.absent')
    const key = { programmeId, eventId: event.eventId, requestId: event.requests[0] }
    expect(code(await readPeople(platform, actor, key))).toBe('scheduling.absent')
  }
})

test('who leaves the company or is erased is named no longer', async () => {
  const { event, operator, people } = await buildTwoDelegates()
  const [kim, lee] = people
  const { programmeId } = event
  await name(event, kim, 0, kim.personId)
  await name(event, lee, 1, lee.personId)
  await platform.database.pool.query('update role_grant set revoked_at = now() where person_id = $1', [kim.personId])
  const subject = { personId: lee.personId, email: 'lee@example.org', programmeId }
  const erased = await personalData.erase!(platform, subject as Parameters<NonNullable<typeof personalData.erase>>[1])
  expect(erased).toEqual({ erased: 1, kept: {} })
  const key = (n: 0 | 1) => ({ programmeId, eventId: event.eventId, requestId: event.requests[n] })
  for (const n of [0, 1] as const) {
    const read = await readPeople(platform, operator, key(n))
    expect(read.ok && read.value.host.attending).toBeNull()
  }
})
