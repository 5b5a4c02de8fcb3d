import { sql } from 'kysely'
import type { Id } from '../../src/kernel/id.ts'
import { buildActor, buildSession } from '../../src/modules/accounts/testing/build-person.ts'
import { buildCompany } from '../../src/modules/companies/testing/build-company.ts'
import { buildManyCompanies } from '../../src/modules/companies/testing/build-many-companies.ts'
import { buildProgramme } from '../../src/modules/programmes/testing/build-programme.ts'
import type { Platform } from '../../src/platform/context.ts'
import { type Figure, quantile } from '../figure.ts'
import { makeRandom } from '../matching/figures.ts'
import { withHands } from './client.ts'
import type { Running } from './installation.ts'

const GOAL_MS = 60
const HANDS = 2
const TIMES = 30
const WARM_UP = 3

interface Route {
  readonly name: string
  readonly path: string
  readonly by: 'operator' | 'representative' | 'anybody'
  /** A public page is made once a second for all who look: shown without a goal. */
  readonly isPage?: true
}

const q = (text: string) => `q=${encodeURIComponent(text)}`

const routesOf = (programmeId: Id, sideId: Id): readonly Route[] => {
  const companies = `/api/v1/programmes/${programmeId}/companies`
  const list = (name: string, query: string, by: Route['by'] = 'operator'): Route => ({
    name,
    path: `${companies}?${query}`,
    by,
  })
  return [
    list('by code', 'sort=code'),
    list('by name', 'sort=name'),
    list('newest first', 'sort=updated'),
    list('by name, representative', 'sort=name', 'representative'),
    list('page 400', 'sort=code&page=400'),
    list('of a side', `sort=code&sideId=${sideId}`),
    list('of a technology', 'sort=code&technology=lidar'),
    list('common technology', 'sort=code&technology=robot'),
    list('search rare', q('원심분리기')),
    list('search common, ko', q('로봇')),
    list('search common, ru', q('роботы')),
    list('search common, en', q('robots'), 'representative'),
    list('search one of many', q('nadora robot')),
    list('search misspelt', q('nadorra')),
    list('search code', q('B-000777')),
    list('counts of choices', 'pageSize=1&facets=true'),
    list('counts, common search', `pageSize=1&facets=true&${q('robot')}`),
    list('counts, representative', 'pageSize=1&facets=true', 'representative'),
    { name: 'overview', path: `/api/v1/programmes/${programmeId}`, by: 'operator' },
    { name: 'people', path: `/api/v1/programmes/${programmeId}/people`, by: 'operator' },
    { name: 'matches', path: `/api/v1/programmes/${programmeId}/matches`, by: 'operator' },
    { name: 'catalogue', path: '/catalogue', by: 'anybody', isPage: true },
    { name: 'catalogue search', path: `/catalogue?${q('로봇')}`, by: 'anybody', isPage: true },
  ]
}

/** Lists and searches of a programme of so many companies; a goal for the largest only. */
export async function measureLists(
  { platform, ask }: Running,
  sizes: readonly number[],
  print: (figure: Figure) => void,
): Promise<void> {
  const programme = await buildProgramme(platform)
  const { programmeId, sides } = programme
  const cookies = await signIn(platform, programmeId)
  let size = 0
  for (const next of sizes) {
    const startedMs = performance.now()
    await buildManyCompanies(platform, programme, { from: size, to: next, random: makeRandom(next) })
    if (size === 0) await openCatalogue(platform, programmeId)
    size = next
    const name = `${size} companies`
    print({ case: name, metric: 'written', value: (performance.now() - startedMs) / 1000, unit: 's' })
    print({ case: name, metric: 'stored a company', value: (await storedBytes(platform)) / size / 1000, unit: 'kB' })
    const worst = { list: '', ms: 0 }
    for (const { name: list, path, by, isPage } of routesOf(programmeId, sides[0].id)) {
      const from = by === 'anybody' ? {} : { cookie: cookies[by] }
      const answers = await withHands(Array.from({ length: WARM_UP + TIMES }), HANDS, () => ask(path, from))
      const wrong = answers.find(({ status }) => status !== 200)
      if (wrong) throw new Error(`${list}: ${wrong.status} ${wrong.body.slice(0, 200)}`)
      const times = answers.slice(WARM_UP).map(({ ms }) => ms)
      const p95 = quantile(times, 0.95)
      const goal = next === sizes.at(-1) && !isPage ? { goal: { atMost: GOAL_MS } } : {}
      print({ case: name, metric: list, value: p95, unit: 'ms p95', n: TIMES, ...goal })
      if (!isPage && p95 > worst.ms) Object.assign(worst, { list, ms: p95 })
    }
    print({ case: name, metric: `slowest: ${worst.list}`, value: worst.ms, unit: 'ms p95' })
  }
}

/** As the operator opens it: the newsroom's own table. */
const openCatalogue = ({ db, clock }: Platform, programmeId: Id) =>
  sql`insert into open_catalogue (programme_id, opened_at) values (${programmeId}, ${clock.now()})`.execute(db)

/** Companies with their profiles, and the indexes of both. */
async function storedBytes({ db }: Platform): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select sum(pg_total_relation_size(name)) as bytes
    from unnest(array['company', 'company_search', 'profile', 'profile_search']) as name`.execute(db)
  return rows[0]!.bytes
}

async function signIn(platform: Platform, programmeId: Id) {
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { companyId } = await buildCompany(platform, { programmeId })
  const facts = { programmeId, scopeId: companyId }
  const representative = await buildActor(platform, 'company-representative', facts)
  return {
    operator: await buildSession(platform, operator.personId),
    representative: await buildSession(platform, representative.personId),
  }
}
