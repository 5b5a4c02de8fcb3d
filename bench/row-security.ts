/**
 * `TEST_DATABASE_URL=… npm run bench:row-security [-- --companies 20000]`: what holding every statement to its reach
 * costs, on a PostgreSQL server. The same rows are asked for past the net and through it, in turns, so that a busy machine
 * weighs on both alike. One JSON object a line on stdout.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { buildActor } from '../src/modules/accounts/testing/build-person.ts'
import { type ListCompanies, listCompanies } from '../src/modules/companies/index.ts'
import { buildManyCompanies } from '../src/modules/companies/testing/build-many-companies.ts'
import { buildProgramme } from '../src/modules/programmes/testing/build-programme.ts'
import { reaching } from '../src/platform/database/reach.ts'
import { openTestPlatform } from '../src/platform/testing.ts'
import { figurePrinter, quantile } from './figure.ts'
import { makeRandom } from './matching/figures.ts'

const { values } = parseArgs({ options: { companies: { type: 'string', default: '20000' } } })
const COMPANIES = Number(values.companies)
const ROUNDS = 40
const POINTS = 500
const print = figurePrinter('row-security')

if (!process.env.TEST_DATABASE_URL)
  throw new Error('TEST_DATABASE_URL names no server: on the embedded database no net is spread')

const platform = await openTestPlatform()
try {
  const programme = await buildProgramme(platform)
  const other = await buildProgramme(platform)
  await buildManyCompanies(platform, programme, { from: 0, to: COMPANIES, random: makeRandom(1) })
  const { programmeId } = programme
  const actor = await buildActor(platform, 'operator', { programmeId })
  await countTables()
  const list = (more: Partial<ListCompanies>) => () =>
    listCompanies(platform, actor, { programmeId, sort: 'code', locale: 'en', page: 1, pageSize: 50, ...more })
  await compare('list by code', list({}))
  await compare('list by name', list({ sort: 'name' }))
  await compare('list of a technology', list({ technology: 'lidar' }))
  await compare('search rare', list({ q: '원심분리기' }))
  await compare('search common, ko', list({ q: '로봇' }))
  await compare('search common, ru', list({ q: 'роботы' }))
  await compare('search one of many', list({ q: 'nadora robot' }))
  await compare('search misspelt', list({ q: 'nadorra' }))
  await compare('search code', list({ q: 'B-000777' }))
  await compare('counts, common search', list({ pageSize: 1, facets: true, q: 'robot' }))
  const { rows } = await platform.database.pool.query<{ id: string }>('select id from company limit 1')
  const point = () => platform.database.pool.query('select name from company where id = $1', [rows[0]!.id])
  await compare('one company by its id', point, POINTS)
  let turn = 0
  const alternating = () => reaching([[programmeId, other.programmeId][turn++ % 2]!], point)
  print({
    case: 'one company, reach changed before',
    metric: 'p50',
    value: quantile(await timesOf(alternating, POINTS), 0.5),
    unit: 'ms',
  })

  /** Past the net and through it by turns. */
  async function compare(name: string, ask: () => Promise<unknown>, rounds = ROUNDS): Promise<void> {
    const times = { past: [] as number[], through: [] as number[] }
    for (let round = -5; round < rounds; round++) {
      for (const way of ['past', 'through'] as const) {
        platform.database.net.state = way === 'past' ? 'open' : 'spread'
        // Only the second counts: the first says anew for whom the connection works.
        const [, ms] = await timesOf(() => reaching([programmeId], ask), 2)
        if (round >= 0) times[way].push(ms!)
      }
    }
    for (const [way, all] of Object.entries(times)) {
      print({ case: name, metric: `${way} the net p50`, value: quantile(all, 0.5), unit: 'ms', n: rounds })
      print({ case: name, metric: `${way} the net p95`, value: quantile(all, 0.95), unit: 'ms', n: rounds })
    }
  }
} finally {
  platform.database.net.state = 'spread'
  await platform.close()
}

async function countTables(): Promise<void> {
  const { rows } = await platform.database.pool.query<{ held: number; all: number }>(
    `select count(*) filter (where relforcerowsecurity) as held, count(*) as all from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  print({ case: 'tables', metric: `of ${rows[0]!.all} held to a reach`, value: rows[0]!.held, unit: 'tables' })
}

async function timesOf(work: () => Promise<unknown>, repeats: number): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < repeats; at++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times
}
