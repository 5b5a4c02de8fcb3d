import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildPair } from '../testing/build-pair.ts'
import { meetingsRoutes } from './routes.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const as = (actor: Actor) => ({
  context: {
    platform,
    actor,
    locale: 'en' as const,
    requestId: 'test',
    clientAddress: '127.0.0.1',
    headers: new Headers(),
  },
})

test('requests go over the wire from asking to calling off', async () => {
  const { event, host, guest } = await buildPair(platform)
  const key = { programmeId: event.programmeId, eventId: event.eventId }
  const parties = { hostId: host.participantId, guestId: guest.participantId }
  const operator = as(await buildActor(platform, 'operator', event))
  const first = await call(meetingsRoutes.requestMeeting, { ...key, ...parties, note: ' Robots ' }, as(host.actor))
  const waiting = await call(meetingsRoutes.listMyRequests, { programmeId: key.programmeId }, as(guest.actor))
  expect(waiting.rows).toMatchObject([
    { id: first.id, eventId: key.eventId, note: 'Robots', wish: 'want', languagePair: 'ko-ru' },
  ])
  const done = { ok: true }
  expect(await call(meetingsRoutes.declineMeetingRequest, { ...key, requestId: first.id }, as(guest.actor))).toEqual(
    done,
  )
  const second = await call(meetingsRoutes.requestMeeting, { ...key, ...parties, wish: 'must' }, as(host.actor))
  expect(await call(meetingsRoutes.acceptMeetingRequest, { ...key, requestId: second.id }, as(guest.actor))).toEqual(
    done,
  )
  expect(await call(meetingsRoutes.listMeetingRequests, key, operator)).toMatchObject({
    total: 2,
    byStatus: { pending: 0, accepted: 1, declined: 1, cancelled: 0, expired: 0 },
    rows: [{ id: second.id }, { id: first.id }],
  })
  expect(await call(meetingsRoutes.cancelMeetingRequest, { ...key, requestId: second.id }, as(guest.actor))).toEqual(
    done,
  )
  const never = { participantId: guest.participantId, unwantedId: host.participantId }
  expect(await call(meetingsRoutes.setNeverMeet, { ...key, ...never, never: true }, as(guest.actor))).toEqual(done)
  expect(await call(meetingsRoutes.listNeverMeet, key, as(guest.actor))).toEqual({ rows: [never] })
  expect(await call(meetingsRoutes.requestFromMatches, { ...key, perParticipant: 3 }, operator)).toEqual({
    created: 0,
    skipped: 0,
    held: 0,
  })
})

test('a refusal leaves as one, with its code and values', async () => {
  const { event, host, guest } = await buildPair(platform)
  const input = {
    programmeId: event.programmeId,
    eventId: event.eventId,
    hostId: host.participantId,
    guestId: guest.participantId,
  }
  await call(meetingsRoutes.requestMeeting, input, as(host.actor))
  await expect(call(meetingsRoutes.requestMeeting, input, as(host.actor))).rejects.toMatchObject({
    refusal: { kind: 'conflict', code: 'meetings.pair-already-live', detail: { status: 'pending' } },
  })
})
