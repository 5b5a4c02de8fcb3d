import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import type { EventDisturbance } from '../domain/disturbance.ts'
import { listOutages } from '../queries/list-outages.ts'
import { type RepairProposal, proposeRepair } from '../queries/propose-repair.ts'
import { readBoard } from '../queries/read-board.ts'
import { readFairness } from '../queries/read-fairness.ts'
import { type SchedulableEvent, buildSchedulableEvent } from '../testing/build-schedulable-event.ts'
import { solveNow } from '../testing/solve-now.ts'
import { applyRepair } from './apply-repair.ts'
import { pinMeeting } from './edit-draft.ts'
import { releaseSchedule } from './release-schedule.ts'
import { takeBackOutage } from './take-back-outage.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)
const keyOf = ({ programmeId, eventId }: SchedulableEvent) => ({ programmeId, eventId })

/** An event with a released version of all four meetings, before its first day. */
async function buildReleased() {
  platform.clock.set('2020-10-20T00:00:00.000Z')
  const event = await buildSchedulableEvent(platform)
  const operator = await buildActor(platform, 'operator', { programmeId: event.programmeId })
  await solveNow(platform, operator, event)
  expect(code(await releaseSchedule(platform, operator, { ...keyOf(event), revision: 1, note: null }))).toBe('ok')
  return { event, operator }
}

async function boardOf(event: SchedulableEvent, actor: Actor) {
  const board = await readBoard(platform, actor, event)
  if (!board.ok) throw new Error(board.refusal.code)
  return board.value.facts
}

async function propose(event: SchedulableEvent, actor: Actor, disturbance: EventDisturbance): Promise<RepairProposal> {
  const proposed = await proposeRepair(platform, actor, { ...keyOf(event), disturbance, frozenMinutes: 20 })
  if (!proposed.ok) throw new Error(proposed.refusal.code)
  return proposed.value
}

const applyFirst = (
  event: SchedulableEvent,
  actor: Actor,
  disturbance: EventDisturbance,
  { revision, choices }: RepairProposal,
  release = true,
) =>
  applyRepair(platform, actor, {
    ...keyOf(event),
    disturbance,
    frozenMinutes: 20,
    revision,
    changes: choices[0]?.changes ?? [],
    release,
    note: null,
  })

describe('a cancellation', () => {
  test('takes the meeting out, moves nobody, calls the request off and is released in one go', async () => {
    const { event, operator } = await buildReleased()
    const disturbance = { code: 'cancelled', requestId: event.requests[0] } as const
    const proposal = await propose(event, operator, disturbance)
    expect(proposal.choices[0]).toMatchObject({ code: 'fewest-moves', moved: 0, dropped: 1, added: 0 })
    expect(proposal.choices[0]?.toldParticipants).toEqual(
      [event.hosts[0].participantId, event.guests[0].participantId].toSorted(),
    )
    expect(await applyFirst(event, operator, disturbance, proposal)).toEqual({
      ok: true,
      value: { revision: 2, version: 2, heldBack: [] },
    })
    const { draft, released, requests } = await boardOf(event, operator)
    expect([draft.meetings.length, requests.length, released?.number]).toEqual([3, 3, 2])
    const { rows } = await sql<{
      status: string
    }>`select status from meeting_request where id = ${event.requests[0]}`.execute(platform.db)
    expect(rows).toEqual([{ status: 'cancelled' }])
  })

  test('of two who apply it at once happens once', async () => {
    const { event, operator } = await buildReleased()
    const disturbance = { code: 'cancelled', requestId: event.requests[1] } as const
    const proposal = await propose(event, operator, disturbance)
    const both = await Promise.all([
      applyFirst(event, operator, disturbance, proposal),
      applyFirst(event, operator, disturbance, proposal),
    ])
    expect(both.map(code).toSorted()).toEqual(['ok', 'scheduling.draft-changed'])
    expect((await boardOf(event, operator)).released?.number).toBe(2)
  })
})

test('a late arrival moves the early meetings of the participant and nobody who need not', async () => {
  const { event, operator } = await buildReleased()
  const until = event.timeslots[2]!.startsAt
  const late = event.hosts[0].participantId
  const before = await boardOf(event, operator)
  const early = new Set(event.timeslots.slice(0, 2).map(({ id }) => id))
  const mine = new Set(before.requests.filter(({ hostId }) => hostId === late).map(({ id }) => id))
  const displaced = before.draft.meetings.filter((m) => mine.has(m.requestId) && early.has(m.timeslotId)).length
  const disturbance = { code: 'late-arrival', participantId: late, until } as const
  const proposal = await propose(event, operator, disturbance)
  expect(proposal.choices[0]).toMatchObject({ moved: displaced, dropped: 0 })
  expect(code(await applyFirst(event, operator, disturbance, proposal, false))).toBe('ok')
  const { draft, released } = await boardOf(event, operator)
  expect([draft.meetings.length, released?.number]).toEqual([4, 1])
  expect(draft.meetings.filter((m) => mine.has(m.requestId) && early.has(m.timeslotId))).toEqual([])
})

test('a lost interpreter is replaced at the same time where another is free, also under a pin', async () => {
  const { event, operator } = await buildReleased()
  const [interpreterId] = event.interpreters
  const { draft } = await boardOf(event, operator)
  const own = draft.meetings.filter((meeting) => meeting.interpreterId === interpreterId)
  for (const [index, { requestId }] of own.entries()) {
    await pinMeeting(platform, operator, { ...keyOf(event), requestId, revision: 1 + index, pinned: true })
  }
  const disturbance = { code: 'interpreter-lost', interpreterId, from: null, until: null } as const
  const proposal = await propose(event, operator, disturbance)
  expect(code(await applyFirst(event, operator, disturbance, proposal))).toBe('ok')
  const after = await boardOf(event, operator)
  expect(after.draft.meetings.some((meeting) => meeting.interpreterId === interpreterId)).toBe(false)
  for (const { requestId, timeslotId } of own) {
    const now = after.draft.meetings.find((meeting) => meeting.requestId === requestId)
    if (now) expect([now.timeslotId, now.pinned]).toEqual([timeslotId, true])
  }
  const [outage] = await listOutages(platform, keyOf(event))
  expect([outage?.cause, outage?.timeslotIds.length]).toEqual(['interpreter-lost', 6])
  const elsewhere = await buildSchedulableEvent(platform)
  const stranger = await buildActor(platform, 'operator', { programmeId: elsewhere.programmeId })
  const taken = { ...keyOf(event), outageId: outage!.id }
  expect(code(await takeBackOutage(platform, stranger, taken))).toBe('scheduling.absent')
  expect(code(await takeBackOutage(platform, operator, taken))).toBe('ok')
  expect(code(await takeBackOutage(platform, operator, taken))).toBe('scheduling.absent')
})

test('a lost place, a longer meeting, a no-show and a new request all have an answer that can be applied', async () => {
  const { event, operator } = await buildReleased()
  const first = await boardOf(event, operator)
  const meeting = first.draft.meetings.toSorted((a, b) => (a.timeslotId < b.timeslotId ? -1 : 1))[0]!
  const cases: EventDisturbance[] = [
    { code: 'place-lost', placeId: meeting.placeId!, from: null, until: null },
    { code: 'longer-meeting', requestId: event.requests[2], timeslots: 1 },
    { code: 'no-show', participantId: event.guests[1].participantId, from: null },
  ]
  for (const disturbance of cases) {
    const proposal = await propose(event, operator, disturbance)
    expect([disturbance.code, code(await applyFirst(event, operator, disturbance, proposal, false))]).toEqual([
      disturbance.code,
      'ok',
    ])
  }
  const after = await boardOf(event, operator)
  const gone = new Set(
    after.requests.filter(({ guestId }) => guestId === event.guests[1].participantId).map(({ id }) => id),
  )
  expect(after.draft.meetings.some(({ requestId }) => gone.has(requestId))).toBe(false)
  expect(after.draft.meetings.some(({ placeId }) => placeId === meeting.placeId)).toBe(false)
  const dropped = after.draft.meetings.find(({ requestId }) => requestId === event.requests[0])
  expect(dropped).toBeDefined()
  await sql`delete from scheduled_meeting where schedule_id = ${after.draft.scheduleId} and request_id = ${event.requests[0]}`.execute(
    platform.db,
  )
  const disturbance = { code: 'new-request', requestId: event.requests[0] } as const
  const proposal = await propose(event, operator, disturbance)
  expect(proposal.choices[0]).toMatchObject({ moved: 0, dropped: 0, added: 1 })
  expect(code(await applyFirst(event, operator, disturbance, proposal))).toBe('ok')
})

test('nothing that begins within the minutes moves, neither proposed nor sent by hand', async () => {
  const { event, operator } = await buildReleased()
  const { draft, timeslots } = await boardOf(event, operator)
  const held = draft.meetings.find(({ timeslotId }) => timeslotId === timeslots[0]!.id)!
  platform.clock.set(timeslots[0]!.startsAt)
  const disturbance = {
    code: 'interpreter-lost',
    interpreterId: event.interpreters[1],
    from: null,
    until: null,
  } as const
  const proposal = await propose(event, operator, disturbance)
  expect(proposal.frozenTimeslots).toEqual([timeslots[0]!.id])
  const free = timeslots.find(({ id }) => draft.meetings.every(({ timeslotId }) => timeslotId !== id))
  const moved = { ...held, interpreterId: event.interpreters[0], timeslotId: free!.id }
  const other = { code: 'cancelled', requestId: event.requests.find((id) => id !== held.requestId)! } as const
  const send = (frozenMinutes: number) =>
    applyRepair(platform, operator, {
      ...keyOf(event),
      disturbance: other,
      frozenMinutes,
      revision: draft.revision,
      changes: [
        { requestId: held.requestId, after: moved },
        { requestId: other.requestId, after: null },
      ],
      release: false,
      note: null,
    })
  expect(code(await send(20))).toBe('scheduling.too-near')
})

test('another programme, another event and a company learn nothing and change nothing', async () => {
  const { event, operator } = await buildReleased()
  const elsewhere = await buildSchedulableEvent(platform)
  const stranger = await buildActor(platform, 'operator', { programmeId: elsewhere.programmeId })
  const disturbance = { code: 'cancelled', requestId: event.requests[0] } as const
  const ask = (actor: Actor, disturbed: EventDisturbance, of = event) =>
    proposeRepair(platform, actor, { ...keyOf(of), disturbance: disturbed, frozenMinutes: 20 })
  const answers = [
    await ask(stranger, disturbance),
    await ask(event.hosts[0].actor, disturbance),
    await ask(operator, { code: 'cancelled', requestId: elsewhere.requests[0] }),
    await ask(operator, { code: 'no-show', participantId: elsewhere.hosts[0].participantId, from: null }),
    await ask(operator, {
      code: 'interpreter-lost',
      interpreterId: elsewhere.interpreters[0],
      from: null,
      until: null,
    }),
    await ask(operator, { code: 'place-lost', placeId: platform.newId(), from: null, until: null }),
    await applyRepair(platform, stranger, {
      ...keyOf(event),
      disturbance,
      frozenMinutes: 20,
      revision: 1,
      changes: [],
      release: false,
      note: null,
    }),
    await readFairness(platform, event.hosts[0].actor, event),
    await readFairness(platform, stranger, event),
  ]
  expect(answers.map(code)).toEqual(answers.map(() => 'scheduling.absent'))
})

test('the fairness picture counts asked, held and unsocial hours in both zones', async () => {
  const { event, operator } = await buildReleased()
  const picture = await readFairness(platform, operator, event)
  if (!picture.ok) throw new Error(picture.refusal.code)
  expect(picture.value.participants.map(({ asked, held }) => [asked, held])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
    [2, 2],
  ])
  expect(picture.value.sides.map(({ asked, held }) => [asked, held])).toEqual([
    [4, 4],
    [4, 4],
  ])
  expect(picture.value.leftOut).toEqual([])
})
