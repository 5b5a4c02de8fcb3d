import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildEntry, buildScreening, buildWatchList } from '../../compliance/testing/build-watch-list.ts'
import { readAgenda } from '../queries/read-agenda.ts'
import { compareWithReleased } from '../queries/compare-with-released.ts'
import { type SchedulableEvent, buildSchedulableEvent } from '../testing/build-schedulable-event.ts'
import { solveNow } from '../testing/solve-now.ts'
import { removeMeeting } from './edit-draft.ts'
import { releaseSchedule } from './release-schedule.ts'

const LISTED = 'Vymysel Optronika'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** A solved event of which the first guest bears a listed name. */
async function buildListedEvent() {
  const event = await buildSchedulableEvent(platform)
  const { programmeId } = event
  const operator = await buildActor(platform, 'operator', { programmeId })
  await platform.database.pool.query(`update company set name = $2 where id = $1`, [
    event.guests[0].companyId,
    JSON.stringify({ en: LISTED }),
  ])
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: LISTED })] })
  await solveNow(platform, operator, event)
  return { event, operator }
}

const release = (actor: Actor, { programmeId, eventId }: SchedulableEvent, revision: number) =>
  releaseSchedule(platform, actor, { programmeId, eventId, revision, note: null })

const entriesOf = async (actor: Actor, { programmeId, eventId }: SchedulableEvent) => {
  const agenda = await readAgenda(platform, actor, { programmeId, eventId })
  return agenda.ok ? agenda.value.entries.length : agenda.refusal.code
}

test('a release leaves out who is not cleared, says so, and brings them in once they are', async () => {
  const { event, operator } = await buildListedEvent()
  const listed = [event.requests[0], event.requests[2]].toSorted()
  expect(await release(operator, event, 1)).toEqual({ ok: true, value: { number: 1, heldBack: listed } })
  expect([await entriesOf(event.guests[1].actor, event), await entriesOf(event.hosts[0].actor, event)]).toEqual([2, 1])
  // They stand in the draft, and the next release would add them.
  const compared = await compareWithReleased(platform, operator, event)
  expect(compared.ok && compared.value.rows.map(({ requestId, kind }) => [requestId, kind])).toEqual(
    listed.map((id) => [id, 'added']),
  )
  expect(await release(operator, event, 1)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'scheduling.all-held-back', detail: { count: 2 } },
  })
  await buildWatchList(platform, { programmeId: event.programmeId, entries: [buildEntry({ id: '2', name: 'Other' })] })
  expect(await release(operator, event, 1)).toEqual({ ok: true, value: { number: 2, heldBack: [] } })
  expect([await entriesOf(event.guests[0].actor, event), await entriesOf(event.hosts[0].actor, event)]).toEqual([2, 2])
})

test('what is released already stays when a list names a company later', async () => {
  const event = await buildSchedulableEvent(platform)
  const { programmeId, eventId } = event
  const operator = await buildActor(platform, 'operator', { programmeId })
  await solveNow(platform, operator, event)
  expect(await release(operator, event, 1)).toMatchObject({ ok: true, value: { heldBack: [] } })
  await platform.database.pool.query(`update company set name = $2 where id = $1`, [
    event.guests[0].companyId,
    JSON.stringify({ en: LISTED }),
  ])
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: LISTED })] })
  const requestId = event.requests[3]
  expect(await removeMeeting(platform, operator, { programmeId, eventId, requestId, revision: 1 })).toMatchObject({
    ok: true,
  })
  expect(await release(operator, event, 2)).toMatchObject({ ok: true, value: { number: 2, heldBack: [] } })
  expect(await entriesOf(event.guests[0].actor, event)).toBe(2)
})

test('an operator of another programme learns nothing of who is held', async () => {
  const { event } = await buildListedEvent()
  const foreign = await buildListedEvent()
  const told = await releaseSchedule(platform, foreign.operator, {
    programmeId: foreign.event.programmeId,
    eventId: event.eventId,
    revision: 1,
    note: null,
  })
  expect(told).toEqual({ ok: false, refusal: { kind: 'absent', code: 'scheduling.absent' } })
})
