import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '../kernel/id.ts'
import { buildCommitments } from '../modules/commitments/testing/build-commitment.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import { acrossProgrammes, asOwner, reaching } from '../platform/database/reach.ts'
import { journalChain } from '../platform/journal-chain/seal-journal.ts'
import { signHeads } from '../platform/journal-chain/sign-heads.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../platform/testing.ts'
import { addFurtherRows, buildForeignWorlds } from './testing/foreign-world.ts'

/**
 * Tables without a policy, with the reason. A new table has a policy or stands here, or the first test fails.
 */
const EXEMPT: Readonly<Record<string, string>> = {
  api_token: 'of a person, who may be in several programmes',
  consent: 'of a person',
  credential: 'of a person',
  passkey: 'of a person',
  passkey_challenge: 'of a person',
  person: 'a person may be in several programmes',
  session: 'of a person: read before it is known which programme is asked for',
  verification: 'sign-in links',
  rate_limit: 'counts callers, whoever they are',
  visitor_use: 'counts what visitors of the public pages do, on all of them',
  journal_cursor: 'how far each reader has come',
  mail: 'the outbox: written to people, read by the delivery alone',
  room_holder: 'says which server has a room, by a number alone: also of meetings that do not exist',
  schema_migration: 'of the program',
  stored_file: 'found by the rows that name it, which have a policy; the same contents may be of several programmes',
}

/** Anybody may read these, and write within reach: what a search looks through, which shows nothing by itself. */
const OPEN_TO_SEARCH: ReadonlySet<string> = new Set(['company_search', 'profile_search'])

const platform: TestPlatform = await openTestPlatform()
const { pool, kind } = platform.database
interface Held {
  readonly name: string
  readonly columns: readonly string[]
}

const tablesWith = async (hasPolicy: boolean): Promise<Held[]> => {
  const { rows } = await pool.query<Held>(
    `select c.relname as name, (select json_agg(a.attname order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and (c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid)) = $1
     order by 1`,
    [hasPolicy],
  )
  return rows
}

const held = (await tablesWith(true)).filter(({ name }) => !OPEN_TO_SEARCH.has(name))
const programmes: Id[] = []
/** Of each table, how many rows there are. */
const filled = new Map<string, number>()

beforeAll(async () => {
  if (kind === 'embedded') return
  for (const { programmeId } of await buildForeignWorlds(platform)) {
    await addFurtherRows(platform, programmeId)
  }
  await buildCommitments(platform)
  await drainJournal(platform, journalChain)
  await signHeads(platform)
  const { rows } = await asOwner(() => pool.query<{ id: Id }>('select id from programme'))
  programmes.push(...rows.map(({ id }) => id))
  for (const { name } of held) filled.set(name, await asOwner(() => countOf(name)))
  for (let left = 1; left > 0;) left = await asOwner(fillEmpty)
}, 120_000)
afterAll(() => platform.close())

async function countOf(table: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`select count(*) as count from ${table}`)
  return rows[0]!.count
}

/**
 * A row in tables for which no test makes one, as far as the row it belongs to is there; gives how many were filled. What a
 * row has to be otherwise does not matter here, so the table forgets it.
 */
async function fillEmpty(): Promise<number> {
  let done = 0
  for (const { name, columns } of held.filter((each) => filled.get(each.name) === 0)) {
    const belongs = await ownerOf(name, columns)
    if (belongs === null) continue
    await pool.query(`
      do $$ declare c record; begin
        for c in select conname from pg_constraint where conrelid = '${name}'::regclass
          and contype in ('c', 'f', 'u', 'x', 'p') order by contype <> 'f' loop
          execute format('alter table ${name} drop constraint %I cascade', c.conname);
        end loop;
        for c in select attname from pg_attribute where attrelid = '${name}'::regclass and attnum > 0 and attnotnull loop
          execute format('alter table ${name} alter column %I drop not null', c.attname);
        end loop;
      end $$;
      alter table ${name} disable trigger user`)
    const row = columns.includes('id') ? { id: platform.newId(), ...belongs } : belongs
    const names = Object.keys(row)
    await pool.query(
      `insert into ${name} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
    filled.set(name, 1)
    done += 1
  }
  return done
}

/** The column that says whose a row is, with the programme or with a row that there is of the table the policy looks into. */
async function ownerOf(table: string, columns: readonly string[]): Promise<Record<string, string> | null> {
  if (columns.includes('programme_id')) return { programme_id: programmes[0]! }
  const { rows } = await pool.query<{ condition: string }>(
    `select pg_get_expr(polqual, polrelid) as condition from pg_policy where polrelid = $1::regclass`,
    [table],
  )
  const [, parent, column] = /FROM (\w+) parent\s+WHERE \(parent\.id = \w+\.(\w+)\)/.exec(rows[0]!.condition)!
  const found = await pool.query<{ id: string }>(`select id from ${parent} limit 1`)
  return found.rows[0] ? { [column!]: found.rows[0].id } : null
}

/** Inside a transaction that is rolled back, with the reach of `among`. */
async function tried<T>(among: readonly Id[], work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return reaching(among, async () => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      return await work(client)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
}

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'failed',
  )

const REFUSED = '42501'

test('every table has a policy that holds its owner too, or a reason for none', async () => {
  expect((await tablesWith(false)).map(({ name }) => name)).toEqual(Object.keys(EXEMPT).toSorted())
})

// The embedded database has one session and one user for all: there is no net to be tested (docs/adr/0006).
describe.runIf(kind === 'server')('the application', () => {
  test('works under a role that cannot take the net away', async () => {
    const { rows } = await pool.query(
      'select rolname, rolsuper, rolbypassrls, current_setting($1) as reach from pg_roles where rolname = current_user',
      ['naru.reach'],
    )
    expect(rows).toEqual([{ rolname: 'naru_application', rolsuper: false, rolbypassrls: false, reach: '*' }])
    const asked = (statement: string) => codeOf(tried([], (client) => client.query(statement)))
    expect(await asked('alter table company disable row level security')).toBe(REFUSED)
    expect(await asked('drop policy within_reach on company')).toBe(REFUSED)
    expect(await asked('truncate company cascade')).toBe(REFUSED)
    expect(await asked('alter table journal_entry disable trigger all')).toBe(REFUSED)
    expect(await asked('alter role naru_application bypassrls')).toBe(REFUSED)
    const off = (client: pg.PoolClient) =>
      client.query('set local row_security = off').then(() => client.query('select from company'))
    expect(await codeOf(tried([], off))).toBe(REFUSED)
  })

  test('with no reach finds nothing', async () => {
    for (const { name } of held) expect(`${name} ${await reaching('none', () => countOf(name))}`).toBe(`${name} 0`)
  })

  test('finds in each programme its rows, and in all together every row once', async () => {
    const found = new Map<string, number>()
    for (const programmeId of programmes) {
      for (const { name } of held) {
        const count = await reaching([programmeId], () => countOf(name))
        found.set(name, (found.get(name) ?? 0) + count)
      }
    }
    // What concerns the installation is nobody's.
    const { rows } = await pool.query<{ count: number }>(
      `select (select count(*) from journal_entry where programme_id is null) as count`,
    )
    const { rows: chained } = await pool.query<{ count: number }>(
      `select count(*) as count from journal_link where chain_id not in (select id from programme)`,
    )
    const { rows: signed } = await pool.query<{ count: number }>(
      `select count(*) as count from journal_head where chain_id not in (select id from programme)`,
    )
    found.set('journal_entry', found.get('journal_entry')! + rows[0]!.count)
    found.set('journal_link', found.get('journal_link')! + chained[0]!.count)
    found.set('journal_head', found.get('journal_head')! + signed[0]!.count)
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(filled))
  })

  test('in one programme reads, changes, removes and adds nothing of another', async () => {
    const { programmeId: home } = await buildProgramme(platform)
    const told = { tables: 0, empty: [] as string[] }
    for (const { name, columns } of held) {
      const before = await reaching([home], () => countOf(name))
      expect(`${name} ${before}`).toBe(`${name} ${['programme', 'journal_entry', 'side'].includes(name) ? before : 0}`)
      const foreign = await asOwner(() => oneRow(name))
      if (foreign === null) {
        told.empty.push(name)
        continue
      }
      told.tables += 1
      // Entries of the journal are changed by nobody: a trigger refuses before any row is looked for.
      if (!name.startsWith('journal_')) {
        const self = `"${columns[0]}" = "${columns[0]}"`
        await tried([home], async (client) => {
          const changed = await client.query(`update ${name} set ${self} where to_jsonb(${name}) = $1::jsonb`, [
            foreign,
          ])
          const removed = await client.query(`delete from ${name} where to_jsonb(${name}) = $1::jsonb`, [foreign])
          expect(`${name} ${changed.rowCount} ${removed.rowCount}`).toBe(`${name} 0 0`)
        })
      }
      const list = columns.map((column) => `"${column}"`).join(', ')
      const added = tried([home], (client) =>
        client.query(
          `insert into ${name} (${list}) overriding system value
           select ${list} from jsonb_populate_record(null::${name}, $1::jsonb)`,
          [foreign],
        ),
      )
      expect(`${name} ${await codeOf(added)}`).toBe(`${name} ${REFUSED}`)
    }
    console.log(`${told.tables} of ${held.length} tables held rows of others and gave none of them`)
    expect(told.empty).toEqual([])
  })

  test('a condition on the programme that was forgotten shows nothing foreign', async () => {
    const { programmeId: home } = await buildProgramme(platform)
    const { rows } = await acrossProgrammes(() =>
      pool.query<{ id: Id; programme_id: Id }>('select id, programme_id from company limit 1'),
    )
    const { id, programme_id: theirs } = rows[0]!
    const forgotten = () => pool.query('select name from company where id = $1', [id])
    expect((await reaching([home], forgotten)).rows).toEqual([])
    expect((await reaching([theirs], forgotten)).rows).toHaveLength(1)
    expect((await reaching([home, theirs], forgotten)).rows).toHaveLength(1)
  })
})

async function oneRow(table: string): Promise<string | null> {
  const { rows } = await pool.query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${table} t
     ${table === 'journal_entry' ? 'where programme_id is not null' : ''} limit 1`,
  )
  return rows[0]?.row ?? null
}
