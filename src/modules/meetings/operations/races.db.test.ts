import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import type { BuiltEvent } from '../../events/testing/build-event.ts'
import { buildMeetingRequest } from '../testing/build-meeting-request.ts'
import { type Speaker, buildPair, buildSpeaker } from '../testing/build-pair.ts'
import { acceptMeetingRequest } from './accept-meeting-request.ts'
import { cancelMeetingRequest } from './cancel-meeting-request.ts'
import { declineMeetingRequest } from './decline-meeting-request.ts'
import { requestFromMatches } from './request-from-matches.ts'
import { requestMeeting } from './request-meeting.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

const ask = ({ programmeId, eventId }: BuiltEvent, host: Speaker, guest: Speaker) =>
  requestMeeting(platform, host.actor, {
    programmeId,
    eventId,
    hostId: host.participantId,
    guestId: guest.participantId,
    wish: 'want',
    note: null,
  })

test('two people of the guest accept at the same instant: one wins, the other sees who and when', async () => {
  for (let round = 0; round < 5; round++) {
    const { event, host, guest } = await buildPair(platform)
    const colleague = await buildActor(platform, 'company-representative', {
      programmeId: event.programmeId,
      scopeId: guest.companyId,
      name: 'Борис',
    })
    const { requestId } = await buildMeetingRequest(platform, {
      ...event,
      hostId: host.participantId,
      guestId: guest.participantId,
      status: 'pending',
    })
    const people = [guest.actor, colleague]
    const outcomes = await Promise.all(
      people.map((actor) => acceptMeetingRequest(platform, actor, { ...event, requestId })),
    )
    const winner = outcomes.findIndex(({ ok }) => ok)
    expect(outcomes[1 - winner]).toEqual({
      ok: false,
      refusal: {
        kind: 'conflict',
        code: 'meetings.already-decided',
        detail: {
          status: 'accepted',
          known: true,
          decidedBy: ['Анна Иванова', 'Борис'][winner],
          decidedAt: platform.clock.now(),
          decidedTime: '2020-10-26 09:00 (Europe/Moscow)',
        },
      },
    })
    const { rows } = await platform.database.pool.query(`select action from journal_entry where subject_id = $1`, [
      requestId,
    ])
    expect(rows).toEqual([{ action: 'meeting-request.accepted' }])
  }
})

test('both companies ask at the same instant: one request, and the other is told of it', async () => {
  for (let round = 0; round < 5; round++) {
    const { event, host, guest } = await buildPair(platform)
    const outcomes = await Promise.all([ask(event, host, guest), ask(event, guest, host)])
    expect(outcomes.map(codeOf).toSorted()).toEqual(['meetings.pair-already-live', null])
    const [lost] = outcomes.filter(({ ok }) => !ok)
    expect(lost).toMatchObject({ refusal: { detail: { status: 'pending' } } })
  }
})

test('both ask over a request whose time has run out: it is marked expired once, and one request is live', async () => {
  const { event, host, guest } = await buildPair(platform)
  const { requestId } = await buildMeetingRequest(platform, {
    ...event,
    hostId: host.participantId,
    guestId: guest.participantId,
    status: 'pending',
    expiresAt: platform.clock.now(),
  })
  const outcomes = await Promise.all([ask(event, host, guest), ask(event, guest, host), ask(event, host, guest)])
  expect(outcomes.map(codeOf).toSorted()).toEqual(['meetings.pair-already-live', 'meetings.pair-already-live', null])
  const { rows } = await platform.database.pool.query(`select action from journal_entry where subject_id = $1`, [
    requestId,
  ])
  expect(rows).toEqual([{ action: 'meeting-request.expired' }])
})

test('requests of one host made at once stay within the quota', async () => {
  const { event, host, guest } = await buildPair(platform, { maxRequestsPerParticipant: 2 })
  const guests = [guest]
  for (let more = 0; more < 4; more++) guests.push(await buildSpeaker(platform, event, { side: 1 }))
  const outcomes = await Promise.all(guests.map((one) => ask(event, host, one)))
  expect(outcomes.map(codeOf).toSorted()).toEqual([
    'meetings.quota-reached',
    'meetings.quota-reached',
    'meetings.quota-reached',
    null,
    null,
  ])
})

test('whatever people do at once, a pair has at most one live request and each request one fate', async () => {
  const { event, host, guest } = await buildPair(platform, { maxRequestsPerParticipant: 2 })
  const people = [
    host,
    await buildSpeaker(platform, event, { side: 0 }),
    guest,
    await buildSpeaker(platform, event, { side: 1 }),
  ]
  const operator = await buildActor(platform, 'operator', event)
  const { programmeId, eventId } = event
  const person = fc.nat({ max: 3 })
  const command = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), who: person, whom: person }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('accept', 'decline', 'cancel'), who: person, whom: person }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('match' as const), who: person, whom: person }) },
  )
  const decide = { accept: acceptMeetingRequest, decline: declineMeetingRequest, cancel: cancelMeetingRequest }
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 14 }), async (commands) => {
      const { rows: live } = await platform.database.pool.query<{ id: string; guest_id: string }>(
        `select id, guest_id from meeting_request where event_id = $1 and status in ('pending', 'accepted')`,
        [eventId],
      )
      await Promise.all(
        commands.map((one) => {
          const actor = people[one.who]!
          if (one.do === 'ask') return ask(event, actor, people[one.whom]!)
          if (one.do === 'match') {
            return requestFromMatches(platform, operator, {
              programmeId,
              eventId,
              perParticipant: 2,
              minScore: 0,
              accepted: false,
            })
          }
          const request = live[one.whom % Math.max(live.length, 1)]
          if (!request) return null
          const key = { programmeId, eventId, requestId: request.id, reason: null }
          return decide[one.do](platform, actor.actor, key)
        }),
      )
      const { rows } = await platform.database.pool.query(
        `select least(host_id, guest_id) from meeting_request
         where event_id = $1 and status in ('pending', 'accepted') group by least(host_id, guest_id), greatest(host_id, guest_id)
         having count(*) > 1
         union all select host_id from meeting_request where event_id = $1 and status in ('pending', 'accepted')
         group by host_id having count(*) > 2
         union all select subject_id from journal_entry where subject_kind = 'meeting-request'
         group by subject_id, action having count(*) > 1`,
        [eventId],
      )
      expect(rows).toEqual([])
    }),
    { numRuns: 25 },
  )
})
