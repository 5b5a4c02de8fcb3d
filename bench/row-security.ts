/**
 * `TEST_DATABASE_URL=… npm run bench:row-security`: what row-level security would cost here, on a PostgreSQL server. One
 * JSON object a line on stdout. The role it needs is made for the run and dropped after it.
 */
import process from 'node:process'
import type pg from 'pg'
import { openTestDatabase } from '../src/platform/database/testing.ts'
import { figurePrinter, quantile } from './figure.ts'

const ROLE = 'naru_bench_row_security'
const COMPANIES = 20_000
const REPEATS = 2000
const print = figurePrinter('row-security')
const POINT = 'select name from company where id = $1 and programme_id = $2'
/** As the company search asks: by pairs of letters, then by the word itself. */
const SEARCH = 'select id from company where grams @> $1::text[] and search_text like $2 and programme_id = $3 limit 30'

if (!process.env.TEST_DATABASE_URL)
  throw new Error('TEST_DATABASE_URL names no server: the embedded database has one session')

const database = await openTestDatabase()
const client = await database.pool.connect()
try {
  const programmeId = await fill(client)
  await countTables(client)
  await client.query(`drop role if exists ${ROLE}`)
  await client.query(`create role ${ROLE} nologin`)
  await client.query(`grant select on all tables in schema public to ${ROLE}`)
  await client.query(`set role ${ROLE}`)
  const point = await oneCompany(client, programmeId)
  await measure('no policy', point, programmeId)
  await client.query('reset role')
  await addPolicy(client)
  await client.query(`set role ${ROLE}`)
  await client.query(`select set_config('naru.programmes', $1, false)`, [programmeId])
  await measure('policy', point, programmeId)
  await measureSetting(client, programmeId, point)
} finally {
  await client.query('reset role')
  await client.query(`drop owned by ${ROLE}`).catch(() => {})
  await client.query(`drop role if exists ${ROLE}`)
  client.release()
  await database.close()
}

/** Ten programmes, the first with most of the companies; gives its id. */
async function fill(to: pg.PoolClient): Promise<string> {
  const { rows } = await to.query<{ id: string }>(
    `insert into programme (id, slug, name, description, host_name, operator_name, created_at)
     select gen_random_uuid(), 'bench-' || n, '{"en": "Bench"}', '{}', '{"en": "Host"}', '{"en": "Operator"}', now()
     from generate_series(1, 10) n returning id`,
  )
  await to.query(
    `insert into side (id, programme_id, code, name, country, time_zone, languages, position)
     select gen_random_uuid(), id, 'kr', '{"en": "Side"}', 'KR', 'Asia/Seoul', '{ko}', 0 from programme`,
  )
  await to.query(
    `insert into company (id, programme_id, side_id, code, kind, name, country, search_text, grams, created_at, updated_at)
     select gen_random_uuid(), p.id, s.id, 'C-' || n, 'company', jsonb_build_object('en', word), 'KR', word,
       (select array_agg(distinct substr(word, i, 2)) from generate_series(1, 15) i), now(), now()
     from generate_series(1, $1::integer) n
     cross join lateral (select substr(translate(md5(n::text), '0123456789', 'ghijklmnop'), 1, 16) as word) w
     join programme p on p.slug = 'bench-' || case when n % 10 < 8 then 1 else 2 + n % 9 end
     join side s on s.programme_id = p.id`,
    [COMPANIES],
  )
  await to.query('analyze')
  return rows[0]!.id
}

/** Tables that a policy can read the programme from, and those where it would have to look into another table. */
async function countTables(to: pg.PoolClient): Promise<void> {
  const { rows } = await to.query<{ own: number; other: number }>(
    `select count(*) filter (where has_it)::integer as own, count(*) filter (where not has_it)::integer as other from (
       select bool_or(a.attname = 'programme_id') as has_it from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.oid) t`,
  )
  print({ case: 'tables', metric: 'with programme_id', value: rows[0]!.own, unit: 'tables' })
  print({ case: 'tables', metric: 'without', value: rows[0]!.other, unit: 'tables' })
}

/** As in the decision record: everything for the system, else the programmes of the caller; no setting, no rows. */
async function addPolicy(to: pg.PoolClient): Promise<void> {
  await to.query('alter table company enable row level security')
  await to.query(
    `create policy own_programme on company using (
       current_setting('naru.programmes', true) = '*'
       or programme_id = any (string_to_array(current_setting('naru.programmes', true), ',')::uuid[]))`,
  )
}

async function oneCompany(to: pg.PoolClient, programmeId: string): Promise<{ id: string; word: string }> {
  const { rows } = await to.query<{ id: string; word: string }>(
    'select id, search_text as word from company where programme_id = $1 order by code limit 1 offset 100',
    [programmeId],
  )
  return rows[0]!
}

async function measure(name: string, { id, word }: { id: string; word: string }, programmeId: string): Promise<void> {
  const part = word.slice(3, 9)
  const grams = [...part].slice(1).map((letter, at) => `${part[at]}${letter}`)
  const ask = { point: [POINT, [id, programmeId]], search: [SEARCH, [grams, `%${part}%`, programmeId]] } as const
  for (const [kind, [text, values]] of Object.entries(ask)) {
    const times = await timesOf(() => client.query(text, [...values]), kind === 'point' ? REPEATS : 200)
    print({ case: name, metric: `${kind} p50`, value: quantile(times, 0.5), unit: 'ms', n: times.length })
  }
}

/** The setting sent before a statement on the same connection, as a pool has to when another caller had it last. */
async function measureSetting(to: pg.PoolClient, programmeId: string, { id }: { id: string }): Promise<void> {
  const times = await timesOf(async () => {
    await to.query(`select set_config('naru.programmes', $1, false)`, [programmeId])
    await to.query(POINT, [id, programmeId])
  }, REPEATS)
  print({ case: 'policy and setting', metric: 'point p50', value: quantile(times, 0.5), unit: 'ms', n: times.length })
}

async function timesOf(work: () => Promise<unknown>, repeats: number): Promise<number[]> {
  for (let warm = 0; warm < 50; warm++) await work()
  const times: number[] = []
  for (let at = 0; at < repeats; at++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times
}
