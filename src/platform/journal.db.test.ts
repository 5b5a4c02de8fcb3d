import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from './database/handle.ts'
import { asOwner } from './database/reach.ts'
import {
  type JournalEntry,
  type NewJournalEntry,
  appendJournal,
  appendJournalEntries,
  continueJournal,
  journalInsert,
  readJournal,
} from './journal.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from './testing.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await asOwner(() => platform.database.pool.query('create table lamp (id uuid primary key, lit boolean not null)'))
})
afterAll(() => platform.close())

const LAMP = '00000000-0000-4000-8000-000000000001'
const entry = (action: string): NewJournalEntry => ({
  at: '2020-10-26T06:00:00.000Z',
  programmeId: null,
  actorKind: 'person',
  actorId: null,
  action,
  subjectKind: 'lamp',
  subjectId: LAMP,
})

/** A reader that remembers what it was given. */
const collect = (reader: string, limit?: number) => {
  const seen: JournalEntry[] = []
  return {
    seen,
    reader: {
      reader,
      ...(limit === undefined ? {} : { limit }),
      handle: async (entries: readonly JournalEntry[]) => {
        seen.push(...entries)
      },
    },
  }
}

test('the change and its entry are one statement, and no change means no entry', async () => {
  const light = async (lit: boolean) => {
    const { rows } = await sql`
      with changed as (update lamp set lit = ${lit} where id = ${LAMP} and lit <> ${lit} returning *),
        logged as (${journalInsert({ ...entry(lit ? 'lamp.lit' : 'lamp.put-out'), before: { lit: !lit }, after: { lit }, requestId: 'r1' })})
      select lit from changed`.execute(platform.db)
    return rows.length
  }
  await platform.database.pool.query('insert into lamp values ($1, false)', [LAMP])
  expect([await light(true), await light(true), await light(false)]).toEqual([1, 0, 1])
  const { seen, reader } = collect('one-statement')
  await drainJournal(platform, reader)
  expect(seen.map(({ seq: _, ...rest }) => rest)).toEqual([
    { ...entry('lamp.lit'), before: { lit: false }, after: { lit: true }, requestId: 'r1' },
    { ...entry('lamp.put-out'), before: { lit: true }, after: { lit: false }, requestId: 'r1' },
  ])
})

test('entries are never changed or removed', async () => {
  await appendJournal(platform.db, entry('lamp.bought'))
  for (const statement of [
    'update journal_entry set action = action',
    'delete from journal_entry',
    'truncate journal_entry cascade',
  ]) {
    await expect(asOwner(() => platform.database.pool.query(statement))).rejects.toThrow(
      'journal entries are only ever added',
    )
  }
})

test('each reader gets each entry once and in order, whatever the portion', async () => {
  const actions = Array.from({ length: 7 }, (_, n) => `step.${n}`)
  await appendJournalEntries(platform.db, actions.map(entry))
  const [a, b] = [collect('portions', 3), collect('at-once')]
  await drainJournal(platform, a.reader)
  await Promise.all([drainJournal(platform, b.reader), drainJournal(platform, b.reader)])
  expect(a.seen).toEqual(b.seen)
  expect(a.seen.slice(-7).map(({ action }) => action)).toEqual(actions)
  expect(await drainJournal(platform, a.reader)).toBe(0)
})

test('a handler that fails gets the same entries again, and what it wrote is gone', async () => {
  await drainJournal(platform, collect('careless').reader)
  await appendJournal(platform.db, entry('lamp.broken'))
  const failing = {
    reader: 'careless',
    handle: async (_: unknown, trx: typeof platform.db) => {
      await sql`delete from lamp`.execute(trx)
      throw new Error('defect')
    },
  }
  await expect(drainJournal(platform, failing)).rejects.toThrow('defect')
  const again = collect('careless')
  await drainJournal(platform, again.reader)
  expect(again.seen.map(({ action }) => action)).toEqual(['lamp.broken'])
  expect((await platform.database.pool.query('select count(*) as n from lamp')).rows).toEqual([{ n: 1 }])
})

test('an entry written early but committed late is not skipped', async () => {
  const { seen, reader } = collect('patient')
  await drainJournal(platform, reader)
  seen.length = 0
  if (platform.database.kind === 'embedded') {
    // One session: nothing can overlap, so order is all there is to see.
    await transaction(platform.db, (trx) => appendJournal(trx, entry('slow')))
    await appendJournal(platform.db, entry('quick'))
  } else {
    const slow = await platform.database.pool.connect()
    await slow.query('begin')
    await slow.query(
      `insert into journal_entry (actor_kind, action, subject_kind, subject_id) values ('person', 'slow', 'lamp', $1)`,
      [LAMP],
    )
    await appendJournal(platform.db, entry('quick'))
    expect(await readJournal(platform, reader)).toBe(0)
    await slow.query('commit')
    slow.release()
  }
  await drainJournal(platform, reader)
  expect(seen.map(({ action }) => action)).toEqual(['slow', 'quick'])
})

test('after a restore from a server with higher transaction numbers, new entries still come last', async () => {
  const restored = collect('restored')
  await platform.database.pool.query(
    `insert into journal_entry (tx, actor_kind, action, subject_kind, subject_id)
     values ('123456789012', 'person', 'elsewhere', 'lamp', $1)`,
    [LAMP],
  )
  await asOwner(() => continueJournal(platform.db))
  await asOwner(() => continueJournal(platform.db))
  await appendJournal(platform.db, entry('here'))
  await drainJournal(platform, restored.reader)
  expect(restored.seen.slice(-2).map(({ action }) => action)).toEqual(['elsewhere', 'here'])
  expect((await platform.database.pool.query('select current_journal_era() as era')).rows).toEqual([{ era: 2 }])
})
