import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { listInterpreters } from '../queries/list-interpreters.ts'
import { buildEvent, granted } from '../testing/build-event.ts'
import { buildInterpreter } from '../testing/build-interpreter.ts'
import { useInDraft } from '../testing/use-in-draft.ts'
import { addInterpreter } from './add-interpreter.ts'
import { removeInterpreter } from './remove-interpreter.ts'
import { updateInterpreter } from './update-interpreter.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const codeOf = (result: Result<unknown>) => (result.ok ? null : result.refusal.code)

const interpreter = {
  name: 'Kim Naru',
  email: 'kim@example.org',
  languagePairs: ['ru-ko'],
  maxConsecutiveMinutes: 90,
  availability: [{ startsAt: '2020-10-27T06:00:00.000Z', endsAt: '2020-10-27T08:00:00.000Z' }],
}

test('an interpreter is added with pairs in order and hours, changed, and removed', async () => {
  const event = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', event)
  const { id } = granted(await addInterpreter(platform, operator, { ...event, ...interpreter }))
  const stored = { ...interpreter, id, languagePairs: ['ko-ru'], synthetic: false }
  expect(granted(await listInterpreters(platform, operator, event)).rows).toEqual([stored])
  const change = { ...interpreter, languagePairs: ['en-ru', 'ko-ru'], maxConsecutiveMinutes: null, availability: [] }
  await updateInterpreter(platform, operator, { ...event, interpreterId: id, ...change })
  expect(granted(await listInterpreters(platform, operator, event)).rows).toEqual([{ ...stored, ...change }])
  await removeInterpreter(platform, operator, { ...event, interpreterId: id })
  expect(granted(await listInterpreters(platform, operator, event)).rows).toEqual([])
})

test('the journal keeps no name and no address', async () => {
  const event = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', event)
  const { id } = granted(await addInterpreter(platform, operator, { ...event, ...interpreter }))
  await updateInterpreter(platform, operator, { ...event, interpreterId: id, ...interpreter })
  const { rows } = await platform.database.pool.query<{ entry: string }>(
    'select e::text as entry from journal_entry e where subject_id = $1',
    [id],
  )
  expect(rows).toHaveLength(2)
  expect(rows.some(({ entry }) => entry.includes('Kim') || entry.includes('@'))).toBe(false)
})

test('an interpreter with no languages, of a taken name or in use is refused', async () => {
  const event = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', event)
  const { interpreterId } = await buildInterpreter(platform, event, { name: interpreter.name })
  const { interpreterId: second } = await buildInterpreter(platform, event)
  const add = async (change: object) =>
    codeOf(await addInterpreter(platform, operator, { ...event, ...interpreter, ...change }))
  expect(await add({ name: 'Other', languagePairs: [] })).toBe('events.interpreter-without-language-pair')
  expect(await add({ name: 'Other', languagePairs: ['ko-ko'] })).toBe('events.language-pair-of-one-language')
  expect(await add({})).toBe('events.interpreter-name-taken')
  expect(codeOf(await updateInterpreter(platform, operator, { ...event, interpreterId: second, ...interpreter }))).toBe(
    'events.interpreter-name-taken',
  )
  await useInDraft(platform, event, { timeslotId: event.timeslots[0]!.id, interpreterId })
  expect(codeOf(await removeInterpreter(platform, operator, { ...event, interpreterId }))).toBe(
    'events.interpreter-in-use',
  )
})

test('companies, interpreters and foreign operators neither see nor change interpreters', async () => {
  const event = await buildEvent(platform)
  const foreign = await buildEvent(platform)
  const { interpreterId } = await buildInterpreter(platform, event)
  const actors = [
    await buildActor(platform, 'company-representative', { ...event, scopeId: platform.newId() }),
    await buildActor(platform, 'interpreter', { ...event, scopeId: interpreterId }),
    await buildActor(platform, 'operator', foreign),
  ]
  for (const actor of actors) {
    expect([
      codeOf(await listInterpreters(platform, actor, event)),
      codeOf(await addInterpreter(platform, actor, { ...event, ...interpreter })),
      codeOf(await updateInterpreter(platform, actor, { ...event, interpreterId, ...interpreter })),
      codeOf(await removeInterpreter(platform, actor, { ...event, interpreterId })),
    ]).toEqual(['events.absent', 'events.absent', 'events.absent', 'events.absent'])
  }
  const foreignOperator = actors[2]!
  const mixed = { programmeId: foreign.programmeId, eventId: event.eventId }
  expect([
    codeOf(await listInterpreters(platform, foreignOperator, mixed)),
    codeOf(await addInterpreter(platform, foreignOperator, { ...mixed, ...interpreter })),
    codeOf(await updateInterpreter(platform, foreignOperator, { ...mixed, interpreterId, ...interpreter })),
    codeOf(await removeInterpreter(platform, foreignOperator, { ...mixed, interpreterId })),
  ]).toEqual(['events.absent', 'events.absent', 'events.absent', 'events.absent'])
})

test('interpreters are listed in two statements however many there are', async () => {
  const event = await buildEvent(platform)
  const operator = await buildActor(platform, 'operator', event)
  const list = async () => (await countStatements(() => listInterpreters(platform, operator, event))).statements.length
  await buildInterpreter(platform, event)
  const one = await list()
  await buildInterpreter(platform, event)
  await buildInterpreter(platform, event)
  expect([one, await list()]).toEqual([2, 2])
})
