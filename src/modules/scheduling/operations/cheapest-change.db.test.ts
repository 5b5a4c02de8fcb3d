import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { runSolveSchedule } from '../jobs/solve-schedule.ts'
import { runStudySchedule } from '../jobs/study-schedule.ts'
import { listStudies } from '../queries/list-studies.ts'
import { readBoard } from '../queries/read-board.ts'
import { type SchedulableEvent, buildSchedulableEvent } from '../testing/build-schedulable-event.ts'
import { solveNow } from '../testing/solve-now.ts'
import { applyCheapestChange } from './apply-cheapest-change.ts'
import { findCheapestChange } from './find-cheapest-change.ts'
import { startStudy } from './start-study.ts'
import { stopStudy } from './stop-study.ts'

/** A quarter of it is for the changes, enough on a busy machine too; a run ends as soon as its answer is proven. */
const BUDGET_MS = 4_000

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)
const keyOf = ({ programmeId, eventId }: SchedulableEvent) => ({ programmeId, eventId })
const operatorOf = ({ programmeId }: SchedulableEvent) => buildActor(platform, 'operator', { programmeId })

async function factsOf(event: SchedulableEvent, actor: Actor) {
  const board = await readBoard(platform, actor, event)
  if (!board.ok) throw new Error(board.refusal.code)
  return board.value.facts
}

/** Finds the change of the one unmet request, applies it, does the run, and tells the kind and how many are held. */
async function applyOnly(event: SchedulableEvent, operator: Actor, interpreterName: string | null = null) {
  const { draft, requests } = await factsOf(event, operator)
  const held = new Set(draft.meetings.map(({ requestId }) => requestId))
  const unmet = requests.find(({ id }) => !held.has(id))!
  const command = { ...keyOf(event), requestId: unmet.id, revision: draft.revision }
  const found = await findCheapestChange(platform, operator, command)
  if (!found.ok) throw new Error(found.refusal.code)
  const applied = await applyCheapestChange(platform, operator, { ...command, interpreterName })
  if (!applied.ok) return { found: found.value, code: applied.refusal.code, held: draft.meetings.length }
  await runSolveSchedule(platform, { ...keyOf(event), runId: applied.value.id })
  return { found: found.value, code: 'ok', held: (await factsOf(event, operator)).draft.meetings.length }
}

test('a slot is opened for the participant who has too few hours', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  const [slot] = event.timeslots
  await sql`insert into availability (id, programme_id, event_id, participant_id, starts_at, ends_at)
    values (gen_random_uuid(), ${event.programmeId}, ${event.eventId}, ${event.hosts[0].participantId}, ${slot!.startsAt}, ${slot!.endsAt})`.execute(
    platform.db,
  )
  await solveNow(platform, operator, event, BUDGET_MS)
  const { found, code: answer, held } = await applyOnly(event, operator)
  expect([found.change?.code, answer, held]).toEqual(['open-slot', 'ok', 4])
})

test('the own limit is raised', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  await sql`update participant set max_meetings = 1 where id = ${event.hosts[0].participantId}`.execute(platform.db)
  await solveNow(platform, operator, event, BUDGET_MS)
  const { found, code: answer, held } = await applyOnly(event, operator)
  expect([found.change?.code, answer, held]).toEqual(['raise-limit', 'ok', 4])
})

test('one more interpreter needs a name', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  const [first] = event.timeslots
  // Both interpreters are there for one timeslot only, so two of four meetings are held.
  for (const interpreterId of event.interpreters) {
    await sql`insert into availability (id, programme_id, event_id, interpreter_id, starts_at, ends_at)
      values (gen_random_uuid(), ${event.programmeId}, ${event.eventId}, ${interpreterId}, ${first!.startsAt}, ${first!.endsAt})`.execute(
      platform.db,
    )
  }
  await solveNow(platform, operator, event, BUDGET_MS)
  const unnamed = await applyOnly(event, operator)
  expect([unnamed.found.change?.code, unnamed.code, unnamed.held]).toEqual([
    'add-interpreter',
    'scheduling.interpreter-name-needed',
    2,
  ])
  const { code: answer, held } = await applyOnly(event, operator, 'Vera')
  expect([answer, held]).toEqual(['ok', 3])
})

test('of two who apply the same change at once, one does; strangers find nothing', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  await sql`update participant set max_meetings = 1 where id = ${event.hosts[0].participantId}`.execute(platform.db)
  await solveNow(platform, operator, event, BUDGET_MS)
  const { draft, requests } = await factsOf(event, operator)
  const held = new Set(draft.meetings.map(({ requestId }) => requestId))
  const command = { ...keyOf(event), requestId: requests.find(({ id }) => !held.has(id))!.id, revision: draft.revision }
  const elsewhere = await buildSchedulableEvent(platform)
  const stranger = await operatorOf(elsewhere)
  const named = { ...command, interpreterName: null }
  const foreign = [
    await findCheapestChange(platform, stranger, command),
    await applyCheapestChange(platform, stranger, named),
    await findCheapestChange(platform, event.hosts[0].actor, command),
    await applyCheapestChange(platform, operator, { ...named, requestId: elsewhere.requests[0] }),
  ]
  expect(foreign.map(code)).toEqual(foreign.map(() => 'scheduling.absent'))
  const both = await Promise.all([
    applyCheapestChange(platform, operator, named),
    applyCheapestChange(platform, operator, named),
  ])
  expect(both.map(code).toSorted()).toEqual(['ok', expect.stringMatching(/solving$/)])
  const { rows } = await sql<{
    n: number
  }>`select max_meetings as n from participant where id = ${event.hosts[0].participantId}`.execute(platform.db)
  expect(rows).toEqual([{ n: 2 }])
})

test('what if there were fewer or more interpreters: a curve that never falls', async () => {
  const event = await buildSchedulableEvent(platform)
  const operator = await operatorOf(event)
  const question = { code: 'interpreters', languagePair: 'ko-ru', most: 2 } as const
  expect(code(await startStudy(platform, operator, { ...keyOf(event), question }))).toBe('scheduling.nothing-to-repair')
  await solveNow(platform, operator, event, BUDGET_MS)
  const started = await startStudy(platform, operator, { ...keyOf(event), question })
  if (!started.ok) throw new Error(started.refusal.code)
  expect(code(await startStudy(platform, operator, { ...keyOf(event), question }))).toBe('scheduling.already-studying')
  await runStudySchedule(platform, { ...keyOf(event), studyId: started.value.id })
  const [study] = await listStudies(platform, event)
  expect([study?.status, study?.points.map(({ step, held }) => [step, held])]).toEqual([
    'done',
    [
      [-2, 0],
      [-1, 4],
      [0, 4],
      [1, 4],
      [2, 4],
    ],
  ])
  const places = await startStudy(platform, operator, {
    ...keyOf(event),
    question: { code: 'places', kind: 'online', most: 2 },
  })
  if (!places.ok) throw new Error(places.refusal.code)
  const stop = { ...keyOf(event), studyId: places.value.id }
  const stranger = await operatorOf(await buildSchedulableEvent(platform))
  expect(code(await startStudy(platform, stranger, { ...keyOf(event), question }))).toBe('scheduling.absent')
  expect(code(await stopStudy(platform, operator, { ...stop, eventId: platform.newId() }))).toBe(
    'scheduling.not-studying',
  )
  expect(code(await stopStudy(platform, operator, stop))).toBe('ok')
  await runStudySchedule(platform, { ...keyOf(event), studyId: places.value.id })
  expect((await listStudies(platform, event))[0]?.status).toBe('stopped')
})
