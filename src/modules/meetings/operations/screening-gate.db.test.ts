import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildEntry, buildScreening } from '../../compliance/testing/build-watch-list.ts'
import { buildMeetingRequest } from '../testing/build-meeting-request.ts'
import { buildPair, buildSpeaker } from '../testing/build-pair.ts'
import { acceptMeetingRequest } from './accept-meeting-request.ts'

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
