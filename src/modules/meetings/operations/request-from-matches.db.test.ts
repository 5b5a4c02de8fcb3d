import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { granted } from '../../events/testing/build-event.ts'
import { listMeetingRequests } from '../queries/list-meeting-requests.ts'
import { buildMeetingRequest } from '../testing/build-meeting-request.ts'
import { type Speaker, buildPair, buildSpeaker } from '../testing/build-pair.ts'
import { requestFromMatches } from './request-from-matches.ts'
import { setNeverMeet } from './set-never-meet.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

async function rank(programmeId: string, scores: readonly (readonly [Speaker, Speaker, number])[]) {
  const run = platform.newId()
  const { pool } = platform.database
  await pool.query(`insert into match_run (id, programme_id, status, created_at) values ($1, $2, 'done', now())`, [
    run,
    programmeId,
  ])
  for (const [a, b, score] of scores) {
    await pool.query(
      `insert into match (programme_id, company_a, company_b, score, forward, backward, reasons, run_id)
       values ($1, $2, $3, $4, $4, $4, '[]', $5)`,
      [programmeId, a.companyId, b.companyId, score, run],
    )
  }
}

test('best matches and shortlists become requests on behalf; live and never pairs are left alone', async () => {
  const { event, host, guest } = await buildPair(platform)
  const operator = await buildActor(platform, 'operator', event)
  const { programmeId, eventId } = event
  const [second, third] = [
    await buildSpeaker(platform, event, { side: 1 }),
    await buildSpeaker(platform, event, { side: 1 }),
  ]
  const other = await buildSpeaker(platform, event)
  await rank(programmeId, [
    [host, guest, 90],
    [host, second, 80],
    [other, guest, 70],
    [other, third, 20],
  ])
  await platform.database.pool.query(
    'insert into shortlist_entry (programme_id, company_id, partner_id, added_by, created_at) values ($1, $2, $3, $4, now())',
    [programmeId, other.companyId, third.companyId, operator.personId],
  )
  await buildMeetingRequest(platform, { ...event, hostId: guest.participantId, guestId: host.participantId })
  await setNeverMeet(platform, operator, {
    programmeId,
    eventId,
    participantId: guest.participantId,
    unwantedId: other.participantId,
    never: true,
  })
  const command = { programmeId, eventId, perParticipant: 2, minScore: 50, accepted: true }
  const { value, statements } = await countStatements(() => requestFromMatches(platform, operator, command))
  expect(granted(value)).toEqual({ created: 2, skipped: 2, held: 0 })
  expect(statements.length).toBeLessThanOrEqual(9)
  const { rows } = granted(
    await listMeetingRequests(platform, operator, { programmeId, eventId, page: 1, pageSize: 10 }),
  )
  const made = rows.filter(({ onBehalf }) => onBehalf)
  expect(
    made.map((row) => [row.host.companyId, row.guest.companyId, row.wish, row.status, row.may.decline]).toSorted(),
  ).toEqual(
    [
      [other.companyId, third.companyId, 'must', 'accepted', false],
      [host.companyId, second.companyId, 'want', 'accepted', false],
    ].toSorted(),
  )
  expect(granted(await requestFromMatches(platform, operator, command)).created).toBe(0)
})

test('it is for the operator of the programme, in an event that is not closed', async () => {
  const { event, host } = await buildPair(platform)
  const foreign = await buildPair(platform)
  const closed = await buildPair(platform, { status: 'closed' })
  const operator = await buildActor(platform, 'operator', event)
  const run = async (actor: typeof operator, { programmeId, eventId }: { programmeId: string; eventId: string }) =>
    codeOf(
      await requestFromMatches(platform, actor, {
        programmeId,
        eventId,
        perParticipant: 1,
        minScore: 0,
        accepted: false,
      }),
    )
  expect([
    await run(host.actor, event),
    await run(await buildActor(platform, 'official', event), event),
    await run(operator, foreign.event),
    await run(operator, { programmeId: event.programmeId, eventId: foreign.event.eventId }),
    await run(await buildActor(platform, 'operator', closed.event), closed.event),
  ]).toEqual([...Array(4).fill('meetings.absent'), 'meetings.event-not-open'])
})
