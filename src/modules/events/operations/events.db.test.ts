import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { listEvents } from '../queries/list-events.ts'
import { readEvent } from '../queries/read-event.ts'
import { summariseEvents } from '../queries/summarise-events.ts'
import { buildEvent, granted } from '../testing/build-event.ts'
import { addBlock } from './add-block.ts'
import { createEvent } from './create-event.ts'
import { removeBlock } from './remove-block.ts'
import { setPlaces } from './set-places.ts'
import { updateEvent } from './update-event.ts'
import { useInDraft } from '../testing/use-in-draft.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

const rules = {
  name: { en: 'Consultation' },
  requestMode: 'opt-in',
  requestExpiryHours: 48,
  maxRequestsPerParticipant: 10,
  whoMayMeet: 'across-sides',
} as const

const block = {
  startsAt: '2020-10-28T06:00:00.000Z',
  endsAt: '2020-10-28T07:00:00.000Z',
  slotMinutes: 25,
  bufferMinutes: 5,
}

test('an event is created in setup, opened, and journalled with what changed', async () => {
  const { programmeId } = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { id: eventId } = granted(await createEvent(platform, operator, { programmeId, ...rules }))
  const opened = await updateEvent(platform, operator, { programmeId, eventId, ...rules, status: 'open', revision: 1 })
  expect(opened).toEqual({ ok: true, value: { revision: 2 } })
  const { rows } = await platform.database.pool.query(
    'select actor_id, action, before, after from journal_entry where subject_id = $1 order by seq',
    [eventId],
  )
  const journalled = {
    name: rules.name,
    requestMode: 'opt-in',
    requestExpiryHours: 48,
    maxRequestsPerParticipant: 10,
    whoMayMeet: 'across-sides',
  }
  expect(rows).toEqual([
    { actor_id: operator.personId, action: 'event.created', before: null, after: journalled },
    {
      actor_id: operator.personId,
      action: 'event.updated',
      before: { ...journalled, status: 'setup' },
      after: { ...journalled, status: 'open' },
    },
  ])
})

test('of two editors who saw the same revision the second is refused', async () => {
  const { programmeId, eventId } = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const change = { programmeId, eventId, ...rules, status: 'open', revision: 2 } as const
  const outcomes = await Promise.all([updateEvent(platform, operator, change), updateEvent(platform, operator, change)])
  expect(outcomes.map(codeOf).toSorted()).toEqual(['events.changed-meanwhile', null])
})

test('a block is cut into its timeslots at once', async () => {
  const { programmeId, eventId } = await buildEvent(platform, { blocks: [] })
  const operator = await buildActor(platform, 'operator', { programmeId })
  const added = granted(await addBlock(platform, operator, { programmeId, eventId, ...block }))
  const event = granted(await readEvent(platform, operator, { programmeId, eventId }))
  expect(event.blocks).toEqual([{ id: added.id, ...block }])
  expect(event.timeslots.map(({ id: _, ...slot }) => slot)).toEqual([
    { blockId: added.id, startsAt: '2020-10-28T06:00:00.000Z', endsAt: '2020-10-28T06:25:00.000Z' },
    { blockId: added.id, startsAt: '2020-10-28T06:30:00.000Z', endsAt: '2020-10-28T06:55:00.000Z' },
  ])
  expect([added.timeslots, event.may]).toEqual([2, { edit: true }])
})

test('a block that ends before it starts, overlaps, or holds no slot is refused', async () => {
  const { programmeId, eventId } = await buildEvent(platform, { blocks: [block] })
  const operator = await buildActor(platform, 'operator', { programmeId })
  const add = async (change: object) =>
    codeOf(await addBlock(platform, operator, { programmeId, eventId, ...block, ...change }))
  const later = { startsAt: '2020-10-28T08:00:00.000Z', endsAt: '2020-10-28T09:00:00.000Z' }
  expect([
    await add({ startsAt: block.endsAt, endsAt: block.startsAt }),
    await add({ startsAt: '2020-10-28T06:59:00.000Z', endsAt: '2020-10-28T08:00:00.000Z' }),
    await add({ ...later, slotMinutes: 61 }),
    await add(later),
  ]).toEqual(['events.block-ends-before-it-starts', 'events.block-overlaps', 'events.block-without-slot', null])
})

test('of two blocks added at once that overlap one is refused', async () => {
  const { programmeId, eventId } = await buildEvent(platform, { blocks: [] })
  const operator = await buildActor(platform, 'operator', { programmeId })
  const add = () => addBlock(platform, operator, { programmeId, eventId, ...block })
  expect((await Promise.all([add(), add()])).map(codeOf).toSorted()).toEqual(['events.block-overlaps', null])
})

test('a block, a place and an event that a schedule uses stay', async () => {
  const event = await buildEvent(platform, { blocks: [block], tables: 2, online: 1 })
  const operator = await buildActor(platform, 'operator', event)
  const table = event.places.find(({ kind, position }) => kind === 'table' && position === 2)!
  await useInDraft(platform, event, { timeslotId: event.timeslots[0]!.id, placeId: table.id })
  const blockId = event.timeslots[0]!.blockId
  expect(codeOf(await removeBlock(platform, operator, { ...event, blockId }))).toBe('events.block-in-use')
  expect(codeOf(await setPlaces(platform, operator, { ...event, tables: 1, online: 1 }))).toBe('events.place-in-use')
  const { places } = granted(await setPlaces(platform, operator, { ...event, tables: 3, online: 0 }))
  expect(places.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['table 1', 'table 2', 'table 3'])
})

test('an unused block goes with its timeslots; a second time it is absent', async () => {
  const event = await buildEvent(platform, { blocks: [block] })
  const operator = await buildActor(platform, 'operator', event)
  const command = { ...event, blockId: event.timeslots[0]!.blockId }
  expect([
    await removeBlock(platform, operator, command),
    codeOf(await removeBlock(platform, operator, command)),
  ]).toEqual([{ ok: true, value: null }, 'events.absent'])
  expect(granted(await readEvent(platform, operator, event)).timeslots).toEqual([])
})

test('numbers of places set by two people at once leave no hole', async () => {
  const event = await buildEvent(platform, { online: 0, tables: 5 })
  const operator = await buildActor(platform, 'operator', event)
  await Promise.all([2, 7].map((tables) => setPlaces(platform, operator, { ...event, tables, online: 0 })))
  const { places } = granted(await readEvent(platform, operator, event))
  expect([2, 7]).toContain(places.length)
  expect(places.map(({ position }) => position)).toEqual(places.map((_, index) => index + 1))
})

test('a foreign programme, a foreign event and another role find nothing to change', async () => {
  const own = await buildEvent(platform)
  const foreign = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', own)
  const official = await buildActor(platform, 'official', own)
  const mixed = { programmeId: own.programmeId, eventId: foreign.eventId }
  for (const [actor, key] of [
    [operator, foreign],
    [operator, mixed],
    [official, own],
  ] as const) {
    const { programmeId, eventId } = key
    const at = { programmeId, eventId }
    expect(codeOf(await addBlock(platform, actor, { ...at, ...block }))).toBe('events.absent')
    expect(codeOf(await setPlaces(platform, actor, { ...at, tables: 1, online: 1 }))).toBe('events.absent')
    expect(codeOf(await updateEvent(platform, actor, { ...at, ...rules, status: 'closed', revision: 2 }))).toBe(
      'events.absent',
    )
    const blockId = foreign.timeslots[0]!.blockId
    expect(codeOf(await removeBlock(platform, actor, { ...at, blockId }))).toBe('events.absent')
  }
  expect(codeOf(await createEvent(platform, operator, { programmeId: foreign.programmeId, ...rules }))).toBe(
    'events.absent',
  )
  expect(codeOf(await readEvent(platform, operator, foreign))).toBe('events.absent')
  expect(codeOf(await readEvent(platform, operator, mixed))).toBe('events.absent')
  expect(codeOf(await listEvents(platform, operator, foreign))).toBe('events.absent')
  expect(granted(await readEvent(platform, official, own)).may).toEqual({ edit: false })
})

test('events are listed with their span and counts, in one statement however many there are', async () => {
  const first = await buildEvent(platform, { blocks: [block] })
  const operator = await buildActor(platform, 'operator', first)
  const one = await countStatements(() => listEvents(platform, operator, first))
  await buildEvent(platform, { programme: first, status: 'setup', blocks: [] })
  await buildEvent(platform, { programme: first })
  const three = await countStatements(() => listEvents(platform, operator, first))
  const row = {
    name: { en: 'Test event', ko: '시험 행사', ru: 'Пробное мероприятие' },
    participants: 0,
    interpreters: 0,
  }
  const { rows } = granted(three.value)
  expect(rows.map(({ id: _, ...rest }) => rest)).toEqual([
    { ...row, status: 'open', startsAt: '2020-10-27T06:00:00.000Z', endsAt: '2020-10-27T09:00:00.000Z', timeslots: 6 },
    { ...row, status: 'open', startsAt: block.startsAt, endsAt: block.endsAt, timeslots: 2 },
    { ...row, status: 'setup', startsAt: null, endsAt: null, timeslots: 0 },
  ])
  expect([one.statements.length, three.statements.length]).toEqual([1, 1])
})

test('the overview says in one statement what there is and what is due', async () => {
  const event = await buildEvent(platform, { blocks: [] })
  const operator = await buildActor(platform, 'operator', event)
  const { value, statements } = await countStatements(() => summariseEvents(platform, operator, event.programmeId))
  expect(value).toEqual({
    stage: 'events',
    built: true,
    count: 1,
    attention: 1,
    facts: { events: 1, open: 1, timeslots: 0, participants: 0, interpreters: 0 },
    nextSteps: [
      { code: 'set-up-event', count: 1 },
      { code: 'register-participants', count: 1 },
    ],
  })
  expect(statements).toHaveLength(1)
})

test('the database itself keeps blocks of one event apart', async () => {
  const event = await buildEvent(platform, { blocks: [block] })
  const copy = sql`insert into event_block select gen_random_uuid(), programme_id, event_id, starts_at, ends_at,
    slot_minutes, buffer_minutes from event_block where event_id = ${event.eventId}`
  await expect(copy.execute(platform.db)).rejects.toThrow('event_block_apart')
})
