import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { granted } from '../../events/testing/build-event.ts'
import { acceptMeetingRequest } from '../operations/accept-meeting-request.ts'
import { declineMeetingRequest } from '../operations/decline-meeting-request.ts'
import { requestMeeting } from '../operations/request-meeting.ts'
import { buildPair } from '../testing/build-pair.ts'
import { tellMatching } from './tell-matching.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const tell = (reader: string) =>
  drainJournal(platform, { reader, handle: (entries, trx) => tellMatching.handle(within(platform, trx), entries) })

test('answers become facts of the pair, once each, however often they are read', async () => {
  const answered = async (answer: 'accepted' | 'declined') => {
    const pair = await buildPair(platform)
    const { programmeId, eventId } = pair.event
    const parties = { hostId: pair.host.participantId, guestId: pair.guest.participantId }
    const command = { programmeId, eventId, ...parties, wish: 'want', note: null } as const
    const { id: requestId } = granted(await requestMeeting(platform, pair.host.actor, command))
    const key = { programmeId, eventId, requestId }
    if (answer === 'accepted') granted(await acceptMeetingRequest(platform, pair.guest.actor, key))
    else granted(await declineMeetingRequest(platform, pair.guest.actor, { ...key, reason: null }))
    return requestId
  }
  const accepted = await answered('accepted')
  const declined = await answered('declined')
  await tell('meetings.tell-matching')
  await tell('meetings.tell-matching-again')
  const { rows } = await platform.database.pool.query(
    `select f.source_id, f.kind, f.company_id = h.company_id as host_first, f.partner_id = g.company_id as guest_second
     from match_fact f join meeting_request r on r.id = f.source_id join participant h on h.id = r.host_id
       join participant g on g.id = r.guest_id order by f.kind`,
  )
  const sides = { host_first: true, guest_second: true }
  expect(rows).toEqual([
    { source_id: accepted, kind: 'accepted', ...sides },
    { source_id: declined, kind: 'declined', ...sides },
  ])
})
