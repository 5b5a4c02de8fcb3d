import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { withdrawParticipant } from '../../events/index.ts'
import { type BuiltEvent, granted } from '../../events/testing/build-event.ts'
import { listMeetingRequests } from '../queries/list-meeting-requests.ts'
import { listMyRequests } from '../queries/list-my-requests.ts'
import { summariseMeetings } from '../queries/summarise-meetings.ts'
import { buildMeetingRequest } from '../testing/build-meeting-request.ts'
import { type Speaker, buildPair, buildSpeaker } from '../testing/build-pair.ts'
import { acceptMeetingRequest } from './accept-meeting-request.ts'
import { cancelMeetingRequest } from './cancel-meeting-request.ts'
import { declineMeetingRequest } from './decline-meeting-request.ts'
import { expireMeetingRequests } from './expire-meeting-requests.ts'
import { requestMeeting } from './request-meeting.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)
const keyOf = ({ programmeId, eventId }: BuiltEvent) => ({ programmeId, eventId })

const ask = (event: BuiltEvent, host: Speaker, guest: Speaker, actor: Actor = host.actor) =>
  requestMeeting(platform, actor, {
    ...keyOf(event),
    hostId: host.participantId,
    guestId: guest.participantId,
    wish: 'want',
    note: 'Robots',
  })

const list = async (actor: Actor, event: BuiltEvent, filter: object = {}) =>
  granted(await listMeetingRequests(platform, actor, { ...keyOf(event), page: 1, pageSize: 100, ...filter }))

const journal = async (requestId: string) => {
  const { rows } = await platform.database.pool.query(
    'select actor_kind, action, before, after from journal_entry where subject_id = $1 order by seq',
    [requestId],
  )
  return rows as { actor_kind: string; action: string; before: unknown; after: unknown }[]
}

test('a request is asked, seen by both, accepted, and journalled', async () => {
  const { event, host, guest } = await buildPair(platform)
  const asked = granted(await ask(event, host, guest))
  expect(asked).toEqual({ id: asked.id, status: 'pending', expiresAt: '2020-10-28T06:00:00.000Z' })
  const [seen] = (await list(guest.actor, event)).rows
  expect(seen).toMatchObject({
    id: asked.id,
    wish: 'want',
    note: 'Robots',
    status: 'pending',
    onBehalf: false,
    languagePair: 'ko-ru',
    score: null,
    may: { accept: true, decline: true, cancel: false },
  })
  expect([seen?.host.companyId, seen?.guest.companyId]).toEqual([host.companyId, guest.companyId])
  expect((await list(host.actor, event)).rows[0]?.may).toEqual({ accept: false, decline: false, cancel: true })
  expect(await acceptMeetingRequest(platform, guest.actor, { ...event, requestId: asked.id })).toEqual({
    ok: true,
    value: null,
  })
  expect((await list(host.actor, event)).rows[0]).toMatchObject({
    status: 'accepted',
    decidedAt: platform.clock.now(),
    may: { accept: false, decline: false, cancel: true },
  })
  expect(await journal(asked.id)).toEqual([
    {
      actor_kind: 'person',
      action: 'meeting-request.created',
      before: null,
      after: {
        eventId: event.eventId,
        hostId: host.participantId,
        guestId: guest.participantId,
        wish: 'want',
        status: 'pending',
        onBehalf: false,
        expiresAt: asked.expiresAt,
      },
    },
    {
      actor_kind: 'person',
      action: 'meeting-request.accepted',
      before: { status: 'pending' },
      after: { status: 'accepted' },
    },
  ])
})

test('declining gives a reason, and the pair may ask again', async () => {
  const { event, host, guest } = await buildPair(platform)
  const { id } = granted(await ask(event, host, guest))
  await declineMeetingRequest(platform, guest.actor, { ...event, requestId: id, reason: 'No time' })
  expect((await list(host.actor, event)).rows[0]).toMatchObject({ status: 'declined', declineReason: 'No time' })
  expect((await ask(event, guest, host)).ok).toBe(true)
})

test('a pair has one live request, whoever asked', async () => {
  const { event, host, guest } = await buildPair(platform)
  const { id } = granted(await ask(event, host, guest))
  const refusal = { kind: 'conflict', code: 'meetings.pair-already-live' }
  expect([await ask(event, host, guest), await ask(event, guest, host)]).toEqual([
    { ok: false, refusal: { ...refusal, detail: { status: 'pending' } } },
    { ok: false, refusal: { ...refusal, detail: { status: 'pending' } } },
  ])
  await acceptMeetingRequest(platform, guest.actor, { ...event, requestId: id })
  expect(await ask(event, guest, host)).toEqual({ ok: false, refusal: { ...refusal, detail: { status: 'accepted' } } })
})

test('an expired request blocks nothing before a job has marked it; asking marks it', async () => {
  const { event, host, guest } = await buildPair(platform)
  const stale = await buildMeetingRequest(platform, {
    ...keyOf(event),
    hostId: host.participantId,
    guestId: guest.participantId,
    status: 'pending',
    expiresAt: platform.clock.now(),
  })
  expect(codeOf(await acceptMeetingRequest(platform, guest.actor, { ...event, ...stale }))).toBe('meetings.expired')
  const { value, statements } = await countStatements(() => ask(event, guest, host))
  const { id } = granted(value)
  expect(statements).toHaveLength(2)
  const { rows, byStatus } = await list(host.actor, event)
  expect(rows.map((row) => [row.id, row.status]).toSorted()).toEqual(
    [
      [id, 'pending'],
      [stale.requestId, 'expired'],
    ].toSorted(),
  )
  expect(byStatus).toEqual({ pending: 1, accepted: 0, declined: 0, cancelled: 0, expired: 1 })
  expect(await journal(stale.requestId)).toEqual([
    {
      actor_kind: 'system',
      action: 'meeting-request.expired',
      before: { status: 'pending' },
      after: { status: 'expired' },
    },
  ])
})

test('the job marks what has run out, each once', async () => {
  const { event, host, guest } = await buildPair(platform, { requestExpiryHours: 1 })
  const { id } = granted(await ask(event, host, guest))
  const before = platform.clock.now()
  try {
    expect(await expireMeetingRequests(platform, event.eventId)).toBe(0)
    platform.clock.advance(60)
    expect([
      await expireMeetingRequests(platform, event.eventId),
      await expireMeetingRequests(platform, event.eventId),
      await expireMeetingRequests(platform),
    ]).toEqual([1, 0, 0])
  } finally {
    platform.clock.set(before)
  }
  expect((await journal(id)).map(({ action }) => action)).toEqual([
    'meeting-request.created',
    'meeting-request.expired',
  ])
})

test('in an opt-out event a request counts until its guest declines', async () => {
  const { event, host, guest } = await buildPair(platform, { requestMode: 'opt-out' })
  const asked = granted(await ask(event, host, guest))
  expect(asked.status).toBe('accepted')
  expect((await list(guest.actor, event)).rows[0]?.may).toEqual({ accept: false, decline: true, cancel: true })
  const decline = () => declineMeetingRequest(platform, guest.actor, { ...event, requestId: asked.id, reason: null })
  expect([codeOf(await decline()), codeOf(await decline())]).toEqual([null, 'meetings.already-decided'])
  expect((await journal(asked.id)).at(-1)).toMatchObject({
    before: { status: 'accepted' },
    after: { status: 'declined' },
  })
})

test('the operator asks on behalf and answers for a guest', async () => {
  const { event, host, guest } = await buildPair(platform, { status: 'setup' })
  const operator = await buildActor(platform, 'operator', event)
  expect(codeOf(await ask(event, host, guest))).toBe('meetings.event-not-open')
  const { id } = granted(await ask(event, host, guest, operator))
  expect((await list(operator, event)).rows[0]).toMatchObject({
    onBehalf: true,
    may: { accept: true, decline: true, cancel: true },
  })
  expect((await acceptMeetingRequest(platform, operator, { ...event, requestId: id })).ok).toBe(true)
})

test('a company has no more live requests than the event allows', async () => {
  const { event, host, guest } = await buildPair(platform, { maxRequestsPerParticipant: 2 })
  const others = [await buildSpeaker(platform, event, { side: 1 }), await buildSpeaker(platform, event, { side: 1 })]
  granted(await ask(event, host, others[0]!))
  const { id } = granted(await ask(event, host, others[1]!))
  expect(await ask(event, host, guest)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'meetings.quota-reached', detail: { max: 2 } },
  })
  await cancelMeetingRequest(platform, host.actor, { ...event, requestId: id })
  expect((await ask(event, host, guest)).ok).toBe(true)
})

test('a withdrawn guest, like one with a full day, is not available', async () => {
  const { event, host, guest } = await buildPair(platform)
  const full = await buildSpeaker(platform, event, { side: 1, maxMeetings: 1 })
  const other = await buildSpeaker(platform, event)
  const { id } = granted(await ask(event, other, full))
  await acceptMeetingRequest(platform, full.actor, { ...event, requestId: id })
  await withdrawParticipant(platform, guest.actor, { ...event, participantId: guest.participantId })
  const refusal = { kind: 'conflict', code: 'meetings.not-available' }
  expect([await ask(event, host, guest), await ask(event, host, full)]).toEqual([
    { ok: false, refusal },
    { ok: false, refusal },
  ])
})

test('another company, another programme, officials and interpreters neither see nor decide', async () => {
  const { event, host, guest } = await buildPair(platform)
  const foreign = await buildPair(platform)
  const { id } = granted(await ask(event, host, guest))
  const third = await buildSpeaker(platform, event, { side: 1 })
  const foreignOperator = await buildActor(platform, 'operator', foreign.event)
  const interpreter = await buildActor(platform, 'interpreter', { ...event, scopeId: platform.newId() })
  const decisions = (actor: Actor, key: { programmeId: string; eventId: string }) => [
    acceptMeetingRequest(platform, actor, { ...key, requestId: id }),
    declineMeetingRequest(platform, actor, { ...key, requestId: id, reason: null }),
    cancelMeetingRequest(platform, actor, { ...key, requestId: id }),
  ]
  for (const actor of [third.actor, foreign.guest.actor, foreignOperator, interpreter]) {
    for (const key of [keyOf(event), keyOf(foreign.event), { ...keyOf(foreign.event), eventId: event.eventId }]) {
      expect((await Promise.all(decisions(actor, key))).map(codeOf)).toEqual(Array(3).fill('meetings.absent'))
    }
  }
  const official = await buildActor(platform, 'official', event)
  expect((await Promise.all(decisions(official, keyOf(event)))).map(codeOf)).toEqual([
    'meetings.not-the-guest',
    'meetings.not-the-guest',
    'meetings.not-the-host',
  ])
  expect((await list(third.actor, event)).total).toBe(0)
  expect((await list(third.actor, event, { companyId: guest.companyId })).byStatus.pending).toBe(0)
  expect((await list(official, event)).rows.map((row) => row.may)).toEqual([
    { accept: false, decline: false, cancel: false },
  ])
  const listing = (actor: Actor, key: { programmeId: string; eventId: string }) =>
    listMeetingRequests(platform, actor, { ...key, page: 1, pageSize: 10 })
  expect(codeOf(await listing(foreignOperator, keyOf(event)))).toBe('meetings.absent')
  expect(codeOf(await listing(foreignOperator, { ...keyOf(foreign.event), eventId: event.eventId }))).toBe(
    'meetings.absent',
  )
  expect(codeOf(await listing(interpreter, keyOf(event)))).toBe('meetings.absent')
  expect(codeOf(await listMyRequests(platform, foreign.guest.actor, event))).toBe('meetings.absent')
})

test('nobody asks in another company’s name, nor somebody of another event or programme', async () => {
  const { event, host, guest } = await buildPair(platform)
  const foreign = await buildPair(platform)
  const official = await buildActor(platform, 'official', event)
  const operator = await buildActor(platform, 'operator', event)
  expect(codeOf(await ask(event, host, guest, guest.actor))).toBe('meetings.absent')
  expect(codeOf(await ask(event, host, guest, official))).toBe('meetings.absent')
  expect(codeOf(await ask(event, host, guest, foreign.host.actor))).toBe('meetings.absent')
  expect(codeOf(await ask(event, host, foreign.guest))).toBe('meetings.absent')
  expect(codeOf(await ask(event, foreign.host, foreign.guest, operator))).toBe('meetings.absent')
  expect(codeOf(await ask(event, host, host))).toBe('meetings.to-oneself')
  expect(codeOf(await ask(event, host, await buildSpeaker(platform, event)))).toBe('meetings.own-side')
})

test('a list is filtered, paged and counted in three statements however many there are', async () => {
  const { event, host, guest } = await buildPair(platform)
  const operator = await buildActor(platform, 'operator', event)
  granted(await ask(event, host, guest))
  const one = await countStatements(() => list(operator, event))
  for (let more = 0; more < 3; more++) granted(await ask(event, host, await buildSpeaker(platform, event, { side: 1 })))
  await declineMeetingRequest(platform, guest.actor, { ...event, requestId: one.value.rows[0]!.id, reason: null })
  const four = await countStatements(() => list(operator, event, { page: 2, pageSize: 3 }))
  expect([one.statements.length, four.statements.length]).toEqual([3, 3])
  expect([four.value.rows.length, four.value.total]).toEqual([1, 4])
  const byStatus = { pending: 3, accepted: 0, declined: 1, cancelled: 0, expired: 0 }
  expect(await list(operator, event, { status: 'declined' })).toMatchObject({ total: 1, byStatus })
  expect((await list(operator, event, { companyId: guest.companyId })).total).toBe(1)
})

test('requests carry the match score of their pair', async () => {
  const { event, host, guest } = await buildPair(platform)
  granted(await ask(event, guest, host))
  const run = platform.newId()
  await platform.database.pool.query(
    `insert into match_run (id, programme_id, status, created_at) values ($1, $2, 'done', now())`,
    [run, event.programmeId],
  )
  await platform.database.pool.query(
    `insert into match (programme_id, company_a, company_b, score, forward, backward, reasons, run_id)
     values ($1, $2, $3, 87.5, 90, 85, '[]', $4)`,
    [event.programmeId, host.companyId, guest.companyId, run],
  )
  expect((await list(host.actor, event)).rows[0]?.score).toBe(87.5)
})

test('what waits for my answer, in every event of the programme', async () => {
  const { event, host, guest } = await buildPair(platform)
  const { id } = granted(await ask(event, host, guest))
  const { value, statements } = await countStatements(() => listMyRequests(platform, guest.actor, event))
  expect(granted(value).rows.map((row) => [row.id, row.eventId, row.may.accept])).toEqual([[id, event.eventId, true]])
  expect(statements).toHaveLength(1)
  expect(granted(await listMyRequests(platform, host.actor, event)).rows).toEqual([])
  const operator = await buildActor(platform, 'operator', event)
  expect(granted(await listMyRequests(platform, operator, event)).rows).toEqual([])
})

test('the overview says in one statement what there is and what is due', async () => {
  const { event, host, guest } = await buildPair(platform)
  const operator = await buildActor(platform, 'operator', event)
  const summary = () => summariseMeetings(platform, operator, event.programmeId)
  expect((await summary()).nextSteps).toEqual([{ code: 'request-meetings', count: 2 }])
  granted(await ask(event, host, guest))
  const { value, statements } = await countStatements(summary)
  expect(value).toEqual({
    stage: 'meetings',
    built: true,
    count: 1,
    attention: 1,
    facts: { requests: 1, pending: 1, accepted: 0, declined: 0 },
    nextSteps: [{ code: 'answer-requests', count: 1 }],
  })
  expect(statements).toHaveLength(1)
})
