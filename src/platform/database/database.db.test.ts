import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok, refuse } from '../../kernel/result.ts'
import { exclusionViolation, jsonb, tables, transaction, uniqueViolation } from './handle.ts'
import { MigrationError, migrate } from './migrate.ts'
import type { Database } from './open.ts'
import { asOwner } from './reach.ts'
import { countStatements } from './statement-count.ts'
import { openTestDatabase } from './testing.ts'

interface Tables {
  bookStock: {
    id: string
    shelfNo: number
    price: number
    addedAt: string
    boughtOn: string
    extraInfo: unknown
    tags: string[]
  }
  stay: { tableNo: number; during: string }
}

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await asOwner(() =>
    database.pool.query(`
    create table book_stock (id uuid primary key, shelf_no bigint, price numeric, added_at timestamptz, bought_on date,
      extra_info jsonb, tags text[], constraint shelf_taken unique (shelf_no));
    create table stay (table_no integer, during tstzrange,
      constraint table_taken exclude using gist (table_no with =, during with &&));`),
  )
})
afterAll(() => database.close())

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const book = (n: number) => ({
  id: id(n),
  shelfNo: n,
  price: 12.5,
  addedAt: '2020-10-26T06:00:00.123Z',
  boughtOn: '2020-10-26',
  extraInfo: jsonb({ snake_key: [1, 'два', '셋'], camelKey: null }) as never,
  tags: ['기술', 'с"кавычкой', 'a,b'],
})

test('values come back as the application has them', async () => {
  const db = tables<Tables>(database.db)
  const row = await db.insertInto('bookStock').values(book(1)).returningAll().executeTakeFirstOrThrow()
  expect(row).toEqual({ ...book(1), extraInfo: { snake_key: [1, 'два', '셋'], camelKey: null } })
})

test('arrays of instants and numbers too; a number that would lose digits is refused', async () => {
  const { rows } = await sql`select array['2020-10-26 15:00+09'::timestamptz, null] as moments,
    array[1, 2]::bigint[] as counts, avg(x) as mean from (values (1), (2)) as v(x)`.execute(database.db)
  expect(rows).toEqual([{ moments: ['2020-10-26T06:00:00.000Z', null], counts: [1, 2], mean: 1.5 }])
  await expect(sql`select 9007199254740993::bigint`.execute(database.db)).rejects.toThrow('without loss')
})

test('the pool of sign-in keeps the driver’s own types', async () => {
  const { rows } = await database.authPool.query(`select now() as at, 1::bigint as n`)
  expect([rows[0].at instanceof Date, rows[0].n]).toEqual([true, '1'])
})

test('violations are told by the name of their constraint', async () => {
  const db = tables<Tables>(database.db)
  const twice = await db
    .insertInto('bookStock')
    .values({ ...book(2), shelfNo: 1 })
    .execute()
    .catch((error: unknown) => error)
  expect([uniqueViolation(twice), exclusionViolation(twice)]).toEqual(['shelf_taken', null])
  const stay = (from: string) =>
    db
      .insertInto('stay')
      .values({ tableNo: 1, during: `[${from},2020-10-26 09:00Z)` })
      .execute()
  await stay('2020-10-26 07:00Z')
  const overlap = await stay('2020-10-26 08:00Z').catch((error: unknown) => error)
  expect([exclusionViolation(overlap), uniqueViolation(overlap)]).toEqual(['table_taken', null])
  expect(uniqueViolation(new Error('other'))).toBeNull()
})

describe('transaction', () => {
  const count = async () => Number((await database.pool.query('select count(*) from book_stock')).rows[0].count)

  test('a returned refusal and a thrown error leave nothing behind, a value commits', async () => {
    const before = await count()
    const insert = (n: number) => (trx: Parameters<Parameters<typeof transaction>[1]>[0]) =>
      tables<Tables>(trx).insertInto('bookStock').values(book(n)).execute()
    const refused = await transaction(database.db, async (trx) => {
      await insert(3)(trx)
      return refuse('conflict', 'books.no')
    })
    expect(refused).toEqual(refuse('conflict', 'books.no'))
    await expect(
      transaction(database.db, async (trx) => {
        await insert(4)(trx)
        throw new Error('defect')
      }),
    ).rejects.toThrow('defect')
    expect(await count()).toBe(before)
    const done = await transaction(database.db, (trx) =>
      transaction(trx, async (inner) => {
        await insert(5)(inner)
        return ok('inside')
      }),
    )
    expect([done, await count()]).toEqual([ok('inside'), before + 1])
  })

  test('a lost race is run again, three times at most', async () => {
    let runs = 0
    const work = async (trx: Parameters<Parameters<typeof transaction>[1]>[0]) => {
      runs++
      if (runs < 4) await sql`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`.execute(trx)
      return runs
    }
    expect(await transaction(database.db, work, { isolation: 'serializable' })).toBe(4)
    runs = -10
    await expect(transaction(database.db, work)).rejects.toThrow('lost')
    expect(runs).toBe(-6)
  })
})

test('statements are counted, without begin and commit, and only those of the one who counts', async () => {
  const [{ statements }] = await Promise.all([
    countStatements(() =>
      transaction(database.db, async (trx) => {
        await sql`select 1`.execute(trx)
        await sql`select 2`.execute(trx)
      }),
    ),
    sql`select 3`.execute(database.db),
  ])
  expect(statements).toEqual(['select 1', 'select 2'])
})

test('an error in one query does not disturb others at the same time', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, async (_, n) =>
      n % 4 === 0
        ? database.pool.query('select 1 / $1::int', [0]).catch(() => n)
        : (await database.pool.query('select $1::int as n', [n])).rows[0].n,
    ),
  )
  expect(outcomes).toEqual(Array.from({ length: 40 }, (_, n) => n))
})

test('clients at work side by side, some in transactions, each get their own answer', async () => {
  const ask = async (
    client: { query: (text: string, values: unknown[]) => Promise<{ rows: { n: number; tag: string }[] }> },
    n: number,
  ) => (await client.query(`select $1::int as n, ($2::text || '${'!'.repeat(n % 7)}') as tag`, [n, `t${n}`])).rows[0]
  const outcomes = await Promise.all(
    Array.from({ length: 240 }, async (_, n) => {
      if (n % 2) return ask(database.pool, n)
      const client = await database.pool.connect()
      try {
        await client.query('begin')
        const answer = await ask(client, n)
        await client.query(n % 4 ? 'commit' : 'rollback')
        return answer
      } finally {
        client.release()
      }
    }),
  )
  expect(outcomes).toEqual(Array.from({ length: 240 }, (_, n) => ({ n, tag: `t${n}${'!'.repeat(n % 7)}` })))
})

describe('migrate', () => {
  const migration = (name: string, text: string) => ({ name, sql: text, sha256: text })
  const known = async () => {
    const { rows } = await database.pool.query('select name, sha256 from schema_migration order by name')
    return rows.map((row) => ({ ...row, sql: '' })) as { name: string; sha256: string; sql: string }[]
  }

  test('adds what is new, each at once or not at all', async () => {
    const now = await known()
    const good = migration('9001_good', 'create table good (id int)')
    const bad = migration('9002_bad', 'create table half (id int); select nonsense')
    await expect(migrate(database.pool, [...now, good, bad])).rejects.toThrow(
      /^Migration 9002_bad failed: column "nonsense"/,
    )
    expect(await migrate(database.pool, [...now, good])).toEqual([])
    const { rows } = await database.pool.query(
      `select to_regclass('good') is not null as good, to_regclass('half') is not null as half`,
    )
    expect(rows).toEqual([{ good: true, half: false }])
  })

  test('refuses a changed and an unknown one', async () => {
    const [first, ...others] = await known()
    await expect(migrate(database.pool, [{ ...first!, sha256: 'other' }, ...others])).rejects.toThrow(
      'Migration 0001_platform was changed after it was applied; add a new one instead.',
    )
    await expect(migrate(database.pool, others)).rejects.toThrow(MigrationError)
  })
})
