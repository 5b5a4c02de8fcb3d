import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { granted } from '../../events/testing/build-event.ts'
import { listNeverMeet } from '../queries/list-never-meet.ts'
import { buildMeetingRequest } from '../testing/build-meeting-request.ts'
import { buildPair, buildSpeaker } from '../testing/build-pair.ts'
import { requestMeeting } from './request-meeting.ts'
import { setNeverMeet } from './set-never-meet.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

test('a never is shown to its author and the operator, and to the other side as an ordinary refusal', async () => {
  const { event, host, guest } = await buildPair(platform)
  const operator = await buildActor(platform, 'operator', event)
  const pair = { participantId: guest.participantId, unwantedId: host.participantId }
  const set = () => setNeverMeet(platform, guest.actor, { ...event, ...pair, never: true })
  expect([await set(), await set()]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ])
  const seen = async (actor: typeof operator) => granted(await listNeverMeet(platform, actor, event)).rows
  expect([await seen(guest.actor), await seen(host.actor), await seen(operator)]).toEqual([[pair], [], [pair]])
  const command = {
    ...event,
    hostId: host.participantId,
    guestId: guest.participantId,
    wish: 'must',
    note: null,
  } as const
  expect(await requestMeeting(platform, host.actor, command)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'meetings.not-available' },
  })
  expect(codeOf(await requestMeeting(platform, operator, command))).toBe('meetings.never-meet')
  const { rows } = await platform.database.pool.query(
    `select action, after from journal_entry where subject_id = $1 and action like 'never-meet.%'`,
    [guest.participantId],
  )
  expect(rows).toEqual([{ action: 'never-meet.added', after: { unwantedId: host.participantId } }])
  await setNeverMeet(platform, operator, { ...event, ...pair, never: false })
  expect((await requestMeeting(platform, host.actor, command)).ok).toBe(true)
})

test('with a live request one declines or cancels first', async () => {
  const { event, host, guest } = await buildPair(platform)
  await buildMeetingRequest(platform, { ...event, hostId: host.participantId, guestId: guest.participantId })
  const command = { ...event, participantId: guest.participantId, unwantedId: host.participantId, never: true }
  expect(await setNeverMeet(platform, guest.actor, command)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'meetings.pair-already-live', detail: { status: 'accepted' } },
  })
})

test('nobody writes on or reads the list of another company', async () => {
  const { event, host, guest } = await buildPair(platform)
  const foreign = await buildPair(platform)
  const operator = await buildActor(platform, 'operator', event)
  const official = await buildActor(platform, 'official', event)
  const set = async (actor: typeof operator, change: object = {}) =>
    codeOf(
      await setNeverMeet(platform, actor, {
        programmeId: event.programmeId,
        eventId: event.eventId,
        never: true,
        participantId: guest.participantId,
        unwantedId: host.participantId,
        ...change,
      }),
    )
  expect([
    await set(host.actor),
    await set(official),
    await set(foreign.host.actor),
    await set(operator, { unwantedId: foreign.guest.participantId }),
    await set(operator, { programmeId: foreign.event.programmeId }),
    await set(operator, { unwantedId: guest.participantId }),
  ]).toEqual([...Array(5).fill('meetings.absent'), 'meetings.to-oneself'])
  expect(codeOf(await listNeverMeet(platform, official, event))).toBe('meetings.absent')
  expect(codeOf(await listNeverMeet(platform, foreign.host.actor, event))).toBe('meetings.absent')
  const list = async () => (await countStatements(() => listNeverMeet(platform, operator, event))).statements.length
  const one = await list()
  for (let more = 0; more < 3; more++) {
    const { participantId } = await buildSpeaker(platform, event)
    await set(operator, { unwantedId: participantId })
  }
  expect([one, await list()]).toEqual([2, 2])
})
