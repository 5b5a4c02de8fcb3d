import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildEntry, buildScreening } from '../../compliance/testing/build-watch-list.ts'
import { buildMeetingRequest } from '../testing/build-meeting-request.ts'
import { type Speaker, buildPair, buildSpeaker } from '../testing/build-pair.ts'
import { granted } from '../../events/testing/build-event.ts'
import { listMeetingRequests } from '../queries/list-meeting-requests.ts'
import type { EventKey } from '../store/request-store.ts'
import { acceptMeetingRequest } from './accept-meeting-request.ts'
import { requestFromMatches } from './request-from-matches.ts'
import { requestMeeting } from './request-meeting.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** A pair of which the host bears a listed name. */
async function buildListedPair() {
  const pair = await buildPair(platform)
  const { event, host, guest } = pair
  const { programmeId, eventId } = event
  const { requestId } = await buildMeetingRequest(platform, {
    programmeId,
    eventId,
    hostId: host.participantId,
    guestId: guest.participantId,
    status: 'pending',
  })
  await platform.database.pool.query(`update company set name = '{"en": "Vymysel Optronika"}' where id = $1`, [
    host.companyId,
  ])
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: 'Vymysel Optronika' })] })
  const accept = (actor: Actor) => acceptMeetingRequest(platform, actor, { programmeId, eventId, requestId })
  return { ...pair, accept, programmeId }
}

test('a meeting with a listed name is not confirmed; only the operator learns whose name it is', async () => {
  const { accept, guest, programmeId } = await buildListedPair()
  const told = await accept(guest.actor)
  expect(told).toMatchObject({ refusal: { code: 'compliance.gate-closed' } })
  expect(JSON.stringify(told)).not.toContain('Vymysel')
  const operator = await buildActor(platform, 'operator', { programmeId })
  expect(await accept(operator)).toMatchObject({
    refusal: { code: 'compliance.gate-closed-by', detail: { party: 'Vymysel Optronika', state: 'hit' } },
  })
  expect(await accept(systemActor('test'))).toMatchObject({ ok: false })
})

test('another company hears of the gate no more than of the request', async () => {
  const { accept, event } = await buildListedPair()
  const stranger = await buildSpeaker(platform, event, { side: 1 })
  expect(await accept(stranger.actor)).toMatchObject({ refusal: { kind: 'absent', code: 'meetings.absent' } })
})

const LISTED = 'Vymysel Optronika'

/** An event where requests count as accepted, with one listed company and screening in force. */
async function buildScreenedEvent() {
  const pair = await buildPair(platform, { requestMode: 'opt-out' })
  const other = await buildSpeaker(platform, pair.event, { side: 1 })
  await platform.database.pool.query(`update company set name = $2 where id = $1`, [
    pair.guest.companyId,
    JSON.stringify({ en: LISTED }),
  ])
  const { programmeId } = pair.event
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: LISTED })] })
  return { ...pair, other, operator: await buildActor(platform, 'operator', { programmeId }) }
}

const ask = (actor: Actor, event: EventKey, from: Speaker, to: Speaker) =>
  requestMeeting(platform, actor, {
    programmeId: event.programmeId,
    eventId: event.eventId,
    hostId: from.participantId,
    guestId: to.participantId,
    wish: 'want',
    note: null,
  })

const seenBy = async (actor: Actor, { programmeId, eventId }: EventKey) => {
  const list = granted(await listMeetingRequests(platform, actor, { programmeId, eventId, page: 1, pageSize: 10 }))
  return list.rows.map((row) => [row.guest.companyId, row.status, row.waitsForScreening])
}

test('silence does not accept for a listed company; the operator sees why, the companies do not', async () => {
  const { event, host, guest, other, operator } = await buildScreenedEvent()
  expect(granted(await ask(host.actor, event, host, guest)).status).toBe('pending')
  expect(granted(await ask(host.actor, event, host, other)).status).toBe('accepted')
  expect(await seenBy(operator, event)).toEqual([
    [other.companyId, 'accepted', false],
    [guest.companyId, 'pending', true],
  ])
  expect(await seenBy(host.actor, event)).toEqual([
    [other.companyId, 'accepted', false],
    [guest.companyId, 'pending', false],
  ])
  const stranger = await buildSpeaker(platform, event, { side: 1 })
  expect(await seenBy(stranger.actor, event)).toEqual([])
})

test('requests from matches are accepted at once but for a listed company', async () => {
  const { event, host, guest, other, operator } = await buildScreenedEvent()
  const { programmeId, eventId } = event
  for (const partner of [guest, other]) {
    await platform.database.pool.query(
      'insert into shortlist_entry (programme_id, company_id, partner_id, added_by, created_at) values ($1, $2, $3, $4, now())',
      [programmeId, host.companyId, partner.companyId, host.actor.personId],
    )
  }
  const command = { programmeId, eventId, perParticipant: 5, minScore: 0, accepted: false }
  expect(granted(await requestFromMatches(platform, operator, command))).toEqual({ created: 2, skipped: 0, held: 1 })
  expect((await seenBy(operator, event)).toSorted()).toEqual(
    [
      [other.companyId, 'accepted', false],
      [guest.companyId, 'pending', true],
    ].toSorted(),
  )
  const stranger = await buildActor(platform, 'operator', {
    programmeId: (await buildPair(platform)).event.programmeId,
  })
  expect(await requestFromMatches(platform, stranger, command)).toMatchObject({ refusal: { code: 'meetings.absent' } })
})

test('an old list holds everybody: nothing is accepted by itself', async () => {
  const { event, host, other, operator } = await buildScreenedEvent()
  await platform.database.pool.query(
    `update watch_list_version set confirmed_at = confirmed_at - interval '31 days' where list_id in
      (select id from watch_list where programme_id = $1)`,
    [event.programmeId],
  )
  expect(granted(await ask(operator, event, host, other)).status).toBe('pending')
})
