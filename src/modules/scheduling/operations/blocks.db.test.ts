import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import { readBoard } from '../queries/read-board.ts'
import { loadFacts } from '../store/facts-store.ts'
import { buildSchedulableEvent } from '../testing/build-schedulable-event.ts'
import { solveNow } from '../testing/solve-now.ts'
import { placeMeeting } from './edit-draft.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** Two short slots, and from the end of the second on two long ones: 0–20, 25–45 | 45–75, 85–115. */
async function buildTouchingBlocks() {
  const start = addMinutes(platform.clock.now(), 24 * 60)
  const at = (from: number, to: number) => ({ startsAt: addMinutes(start, from), endsAt: addMinutes(start, to) })
  const blocks = [
    { ...at(0, 45), slotMinutes: 20, bufferMinutes: 5 },
    { ...at(45, 115), slotMinutes: 30, bufferMinutes: 10 },
  ]
  const event = await buildSchedulableEvent(platform, { blocks })
  await sql`update interpreter set max_consecutive_minutes = 30 where event_id = ${event.eventId}`.execute(platform.db)
  await sql`update company set size = 'small'
    where id in (select company_id from participant where event_id = ${event.eventId})`.execute(platform.db)
  return { event, operator: await buildActor(platform, 'operator', { programmeId: event.programmeId }) }
}

/** Minutes between consecutive bookings of one delegate, place or interpreter, with the buffer the earlier one wants. */
async function pauses(scheduleId: string | null) {
  const { rows } = await sql<{ minutes: number; buffer: number }>`
    select extract(epoch from lower(later.during) - upper(b.during))::integer / 60 as minutes, bl.buffer_minutes as buffer
    from booking b
      join scheduled_meeting m on m.schedule_id = b.schedule_id and m.request_id = b.request_id
      join timeslot t on t.id = m.timeslot_id join event_block bl on bl.id = t.block_id
      join booking later on later.schedule_id = b.schedule_id and later.resource_id = b.resource_id
        and later.seat = b.seat and lower(later.during) >= upper(b.during)
    where b.schedule_id = ${scheduleId}`.execute(platform.db)
  return rows
}

test('blocks of different lengths: what the engine plans the database takes, and every buffer is kept', async () => {
  const { event, operator } = await buildTouchingBlocks()
  await solveNow(platform, operator, event)
  const board = await readBoard(platform, operator, event)
  if (!board.ok) throw new Error(board.refusal.code)
  const { draft } = board.value.facts
  expect([draft.outcome.value?.held, draft.outcome.value?.shortfall]).toEqual([4, 0])
  const found = await pauses(draft.scheduleId)
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(({ minutes, buffer }) => minutes < buffer)).toEqual([])
})

test('the event tells the engine its buffers, its interpreters’ minutes and who is small', async () => {
  const { event } = await buildTouchingBlocks()
  const facts = await loadFacts(platform.db, event.programmeId, event.eventId)
  if (!facts) throw new Error('The event is gone')
  const problem = problemOfEvent(facts)
  expect(problem.slots.map(({ bufferMinutes }) => bufferMinutes)).toEqual([5, 5, 10, 10])
  expect(problem.interpreters.map((i) => [i.maxConsecutiveMinutes, i.restMinutes])).toEqual([
    [30, 10],
    [30, 10],
  ])
  expect(problem.participants.map(({ minMeetings }) => minMeetings)).toEqual([2, 2, 2, 2])
})

test('a hand is told of the buffer that another block wants', async () => {
  const { event, operator } = await buildTouchingBlocks()
  const { programmeId, eventId, requests, timeslots } = event
  const place = (requestId: string, slot: number, revision: number) =>
    placeMeeting(platform, operator, {
      programmeId,
      eventId,
      requestId,
      timeslotId: timeslots[slot]!.id,
      revision,
    })
  expect((await place(requests[0], 1, 0)).ok).toBe(true)
  expect(await place(requests[1], 2, 1)).toMatchObject({
    ok: false,
    refusal: { kind: 'conflict', code: 'scheduling.participant-busy' },
  })
  expect((await place(requests[1], 3, 1)).ok).toBe(true)
})
