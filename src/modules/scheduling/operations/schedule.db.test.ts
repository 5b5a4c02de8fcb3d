import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { exclusionViolation } from '../../../platform/database/handle.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { acceptMeetingRequest, cancelMeetingRequest } from '../../meetings/index.ts'
import { dropFromDraft } from '../jobs/drop-from-draft.ts'
import { announceRelease } from '../jobs/announce-release.ts'
import { runSolveSchedule } from '../jobs/solve-schedule.ts'
import { compareWithReleased } from '../queries/compare-with-released.ts'
import { readAgenda, readMeetingAgenda } from '../queries/read-agenda.ts'
import { readBoard } from '../queries/read-board.ts'
import { readLandings } from '../queries/read-landings.ts'
import { type SchedulableEvent, buildSchedulableEvent } from '../testing/build-schedulable-event.ts'
import { solveNow } from '../testing/solve-now.ts'
import { calendarOfFeed } from '../queries/calendar-of-feed.ts'
import { createCalendarFeed } from './create-calendar-feed.ts'
import { pinMeeting, placeMeeting, removeMeeting } from './edit-draft.ts'
import { releaseSchedule } from './release-schedule.ts'
import { startRun } from './start-run.ts'
import { stopRun } from './stop-run.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const operatorOf = ({ programmeId }: SchedulableEvent) => buildActor(platform, 'operator', { programmeId })
const boardOf = async (event: SchedulableEvent, actor: Actor) => {
  const board = await readBoard(platform, actor, event)
  if (!board.ok) throw new Error(board.refusal.code)
  return board.value.facts
}
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)
const release = (actor: Actor, { programmeId, eventId }: SchedulableEvent, revision: number) =>
  releaseSchedule(platform, actor, { programmeId, eventId, revision, note: null })
const hear = ({ reader, handle }: typeof announceRelease) =>
  drainJournal(platform, { reader, handle: (entries, trx) => handle(within(platform, trx), entries) })
const mailsTo = async (since: number) => {
  const { rows } = await sql<{
    toAddress: string
    subject: string
  }>`select to_address, subject from mail order by created_at, id`.execute(platform.db)
  return rows.slice(since)
}

test('a run makes the draft: all four meetings, proven best, nobody and nothing booked twice', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  await solveNow(platform, operator, event)
  const { draft, solving } = await boardOf(event, operator)
  expect([draft.meetings.length, draft.revision, solving]).toEqual([4, 1, false])
  expect(draft.outcome.value).toMatchObject({ held: 4, requested: 4, breaks: 0 })
  expect([draft.outcome.bound?.provenBest, draft.outcome.unmet]).toEqual([true, []])
  const { rows } = await sql<{
    n: number
  }>`select count(*)::integer as n from booking where schedule_id = ${draft.scheduleId}`.execute(platform.db)
  expect(rows).toEqual([{ n: 16 }])
})

describe('a run', () => {
  test('is one at a time, can be asked to stop, and gives its best so far', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId } = event
    const started = await startRun(platform, operator, { programmeId, eventId, budgetMs: 60_000, seed: 1 })
    if (!started.ok) throw new Error(started.refusal.code)
    expect(code(await startRun(platform, operator, { programmeId, eventId, budgetMs: 100, seed: 1 }))).toBe(
      'scheduling.already-solving',
    )
    const { runId } = { runId: started.value.id }
    expect(code(await stopRun(platform, operator, { programmeId, eventId, runId }))).toBe('ok')
    await runSolveSchedule(platform, { runId, programmeId, eventId })
    expect(code(await stopRun(platform, operator, { programmeId, eventId, runId }))).toBe('scheduling.not-solving')
    expect((await boardOf(event, operator)).draft.meetings.length).toBe(4)
  })

  test('whose process died is done again from the start; done twice it changes nothing', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId } = event
    const started = await startRun(platform, operator, { programmeId, eventId, budgetMs: 100, seed: 1 })
    if (!started.ok) throw new Error(started.refusal.code)
    await sql`update schedule_run set status = 'running' where id = ${started.value.id}`.execute(platform.db)
    const reference = { runId: started.value.id, programmeId, eventId }
    await runSolveSchedule(platform, reference)
    await runSolveSchedule(platform, reference)
    expect((await boardOf(event, operator)).draft.revision).toBe(1)
  })

  test('of an unknown event, or one of another programme, is absent', async () => {
    const [event, other] = [await buildSchedulableEvent(platform), await buildSchedulableEvent(platform)]
    const operator = await operatorOf(event)
    const command = { programmeId: event.programmeId, eventId: other.eventId, budgetMs: 100, seed: 1 }
    expect(code(await startRun(platform, operator, command))).toBe('scheduling.absent')
  })
})

describe('a hand on the draft', () => {
  test('moves, pins and takes out; a pin survives the next run', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId, timeslots } = event
    const last = timeslots.at(-1)!.id
    const key = { programmeId, eventId, requestId: event.requests[0] }
    const placed = await placeMeeting(platform, operator, { ...key, revision: 0, timeslotId: last })
    expect(placed).toMatchObject({
      ok: true,
      value: { revision: 1, meeting: { timeslotId: last, pinned: false }, outcome: { value: { held: 1 } } },
    })
    expect(code(await pinMeeting(platform, operator, { ...key, revision: 1, pinned: true }))).toBe('ok')
    await solveNow(platform, operator, event)
    const { draft } = await boardOf(event, operator)
    expect(draft.meetings.length).toBe(4)
    expect(draft.meetings.find(({ requestId }) => requestId === key.requestId)).toMatchObject({
      timeslotId: last,
      pinned: true,
    })
    expect(code(await removeMeeting(platform, operator, { ...key, revision: draft.revision }))).toBe('ok')
    expect(code(await removeMeeting(platform, operator, { ...key, revision: draft.revision + 1 }))).toBe(
      'scheduling.not-in-draft',
    )
  })

  test('that saw an older draft changes nothing: of two at once one wins', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId, timeslots, requests } = event
    const put = (n: number) =>
      placeMeeting(platform, operator, {
        programmeId,
        eventId,
        requestId: requests[n]!,
        revision: 0,
        timeslotId: timeslots[n]!.id,
      })
    const both = await Promise.all([put(0), put(3)])
    expect(both.map(code).toSorted()).toEqual(['ok', 'scheduling.draft-changed'])
    expect((await boardOf(event, operator)).draft.meetings.length).toBe(1)
  })

  test('waits while a run owns the draft', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId, timeslots, requests } = event
    await startRun(platform, operator, { programmeId, eventId, budgetMs: 100, seed: 1 })
    const put = await placeMeeting(platform, operator, {
      programmeId,
      eventId,
      requestId: requests[0],
      revision: 0,
      timeslotId: timeslots[0]!.id,
    })
    expect(code(put)).toBe('scheduling.solving')
  })

  test('cannot book anyone twice, not even past the program', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId, timeslots, requests } = event
    const at = { programmeId, eventId, timeslotId: timeslots[0]!.id }
    await placeMeeting(platform, operator, { ...at, requestId: requests[0], revision: 0 })
    expect(code(await placeMeeting(platform, operator, { ...at, requestId: requests[1], revision: 1 }))).toBe(
      'scheduling.participant-busy',
    )
    const { draft } = await boardOf(event, operator)
    const error = await sql`
      insert into scheduled_meeting (schedule_id, programme_id, request_id, timeslot_id)
      values (${draft.scheduleId}, ${programmeId}, ${requests[1]}, ${at.timeslotId})`
      .execute(platform.db)
      .catch((thrown: unknown) => thrown)
    expect(exclusionViolation(error)).toBe('booking_once')
    const landings = await readLandings(platform, operator, { programmeId, eventId, requestId: requests[1] })
    expect(landings.ok && landings.value.map(({ state }) => state)).toEqual([
      'taken',
      'free',
      'free',
      'free',
      'free',
      'free',
    ])
  })
})

describe('a release', () => {
  test('freezes a version, tells both sides and both interpreters once, then only those whose day changed', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId } = event
    await solveNow(platform, operator, event)
    expect(await release(operator, event, 1)).toEqual({ ok: true, value: { number: 1, heldBack: [] } })
    const before = (await mailsTo(0)).length
    await hear(announceRelease)
    const told = (await mailsTo(before)).map(({ toAddress }) => toAddress)
    expect(told.length).toBe(4)
    await hear(announceRelease)
    expect((await mailsTo(before)).length).toBe(4)

    const { draft, timeslots } = await boardOf(event, operator)
    const used = new Set(draft.meetings.map(({ timeslotId }) => timeslotId))
    const free = timeslots.find(({ id }) => !used.has(id))!
    const moved = await placeMeeting(platform, operator, {
      programmeId,
      eventId,
      requestId: event.requests[0],
      revision: 1,
      timeslotId: free.id,
    })
    expect(code(moved)).toBe('ok')
    const compared = await compareWithReleased(platform, operator, event)
    expect(compared.ok && [compared.value.rows.map(({ kind }) => kind), compared.value.toldParticipants]).toEqual([
      ['moved'],
      [event.hosts[0].participantId, event.guests[0].participantId].toSorted(),
    ])
    expect(code(await release(operator, event, 1))).toBe('scheduling.draft-changed')
    expect(await release(operator, event, 2)).toEqual({ ok: true, value: { number: 2, heldBack: [] } })
    expect(code(await release(operator, event, 2))).toBe('scheduling.nothing-to-release')
    await hear(announceRelease)
    expect((await mailsTo(before + 4)).length).toBe(2)
  })

  test('of two at the same instant happens once', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    await solveNow(platform, operator, event)
    const both = await Promise.all([release(operator, event, 1), release(operator, event, 1)])
    expect(both.map(code).toSorted()).toEqual(['ok', 'scheduling.nothing-to-release'])
  })

  test('without a draft is refused', async () => {
    const event = await buildSchedulableEvent(platform)
    expect(code(await release(await operatorOf(event), event, 0))).toBe('scheduling.no-draft')
  })
})

test('a request taken back leaves the draft at once and the calendars with the next release', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  const { programmeId, eventId, hosts, requests } = event
  await solveNow(platform, operator, event)
  await release(operator, event, 1)
  expect(
    code(await cancelMeetingRequest(platform, hosts[0].actor, { programmeId, eventId, requestId: requests[0] })),
  ).toBe('ok')
  expect((await boardOf(event, operator)).draft.meetings.length).toBe(3)
  await hear(dropFromDraft)
  const { draft } = await boardOf(event, operator)
  expect(await release(operator, event, draft.revision)).toEqual({ ok: true, value: { number: 2, heldBack: [] } })
  const agenda = await readAgenda(platform, hosts[0].actor, { programmeId, eventId })
  expect(
    agenda.ok &&
      agenda.value.entries.map(({ requestId, cancelled, sequence }) => [requestId, cancelled, sequence]).toSorted(),
  ).toEqual(
    [
      [requests[0], true, 1],
      [requests[1], false, 0],
    ].toSorted(),
  )
})

describe('an agenda', () => {
  test('is read by its company and its interpreter; for another company it does not exist', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId, hosts, guests, interpreters, requests } = event
    const key = { programmeId, eventId }
    expect(code(await readAgenda(platform, hosts[0].actor, key))).toBe('scheduling.absent')
    await solveNow(platform, operator, event)
    await release(operator, event, 1)
    const own = await readAgenda(platform, hosts[0].actor, key)
    expect(own.ok && [own.value.entries.length, own.value.holder.participantId]).toEqual([2, hosts[0].participantId])
    const interpreter = await buildActor(platform, 'interpreter', { programmeId, scopeId: interpreters[0] })
    const ownDay = await readAgenda(platform, interpreter, key)
    expect(ownDay.ok && ownDay.value.holder.interpreterId).toBe(interpreters[0])
    const outsider = await buildActor(platform, 'operator', {
      programmeId: (await buildSchedulableEvent(platform)).programmeId,
    })
    const answers = [
      await readAgenda(platform, hosts[0].actor, { ...key, participantId: guests[0].participantId }),
      await readAgenda(platform, hosts[0].actor, { ...key, interpreterId: interpreters[0] }),
      await readAgenda(platform, interpreter, { ...key, interpreterId: interpreters[1] }),
      await readAgenda(platform, outsider, { ...key, participantId: hosts[0].participantId }),
      await readAgenda(platform, hosts[0].actor, { ...key, participantId: platform.newId() }),
      await readMeetingAgenda(platform, hosts[1].actor, { ...key, requestId: requests[0] }),
      await readBoard(platform, hosts[0].actor, key),
      await createCalendarFeed(platform, hosts[0].actor, { ...key, participantId: guests[0].participantId }),
    ]
    expect(answers.map(code)).toEqual(answers.map(() => 'scheduling.absent'))
  })

  test('is subscribed to at a secret address; a new one stops the old', async () => {
    const event = await buildSchedulableEvent(platform)
    const operator = await operatorOf(event)
    const { programmeId, eventId, hosts } = event
    await solveNow(platform, operator, event)
    await release(operator, event, 1)
    const subscribe = async () => {
      const feed = await createCalendarFeed(platform, hosts[0].actor, { programmeId, eventId })
      if (!feed.ok) throw new Error(feed.refusal.code)
      return /\/calendar\/([\w-]{32})\.ics$/.exec(feed.value.url)?.[1] ?? ''
    }
    const first = await subscribe()
    expect((await calendarOfFeed(platform, first))?.match(/BEGIN:VEVENT/g)?.length).toBe(2)
    const second = await subscribe()
    expect([await calendarOfFeed(platform, first), await calendarOfFeed(platform, 'x'.repeat(32))]).toEqual([
      null,
      null,
    ])
    expect(await calendarOfFeed(platform, second)).toContain('TZID:Asia/Seoul')
  })
})

test('accepting after the draft was made leaves the new request unmet until it is placed', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  const { programmeId, eventId, guests, requests } = event
  await sql`update meeting_request set status = 'pending' where id = ${requests[3]}`.execute(platform.db)
  await solveNow(platform, operator, event)
  expect(
    code(await acceptMeetingRequest(platform, guests[1].actor, { programmeId, eventId, requestId: requests[3] })),
  ).toBe('ok')
  const { draft, requests: counted } = await boardOf(event, operator)
  expect([draft.meetings.length, counted.length]).toEqual([3, 4])
})
