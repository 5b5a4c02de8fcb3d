/**
 * `npm run bench:public [-- --quick] [-- --case NAME]`: how many public pages a second the server gives on PostgreSQL.
 * Needs a server it may make a database on: `TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres`. One JSON
 * object a line on stdout, a table for people on stderr.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { type PublicSite, openPublicSite } from './public/site.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, case: { type: 'string' } } })

const GOAL_PER_S = 1000
const CONNECTIONS = 50
const SECONDS = values.quick ? 3 : 10
/** Before it is measured: the pages are compiled and the pool is open. */
const WARM_UP_S = 2

interface Case {
  readonly name: string
  readonly addresses: (site: PublicSite) => readonly string[]
}

const CASES: readonly Case[] = [
  { name: 'hot-article', addresses: ({ slugs }) => [`/news/${slugs[0]}`] },
  { name: 'fifty-articles', addresses: ({ slugs }) => slugs.map((slug) => `/news/${slug}`) },
  { name: 'news-list', addresses: () => ['/news', '/news?page=2', '/news?lang=ko', '/news?lang=ru'] },
  {
    name: 'catalogue-search',
    addresses: () =>
      ['라이다', 'laser', 'лазер', '로봇', 'inspection'].map((q) => `/catalogue?q=${encodeURIComponent(q)}`),
  },
]

const databaseUrl = process.env.TEST_DATABASE_URL
if (databaseUrl === undefined) {
  process.stderr.write('SKIPPED: set TEST_DATABASE_URL to a PostgreSQL server on which a database may be made\n')
} else {
  const site = await openPublicSite(databaseUrl, { articles: 50 })
  try {
    for (const one of CASES) if (values.case === undefined || one.name === values.case) await measure(site, one)
    if (values.case === undefined || values.case === 'article-size') await measureSize(site)
  } finally {
    await site.close()
  }
}

async function measure(site: PublicSite, { name, addresses }: Case): Promise<void> {
  const requests = addresses(site).map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } }))
  const run = (duration: number) => autocannon({ url: site.url, connections: CONNECTIONS, duration, requests })
  await run(WARM_UP_S)
  const { requests: given, latency, non2xx, errors } = await run(SECONDS)
  if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} answers were no page, ${errors} requests failed`)
  report({
    case: name,
    metric: 'pages',
    value: given.average,
    unit: '1/s',
    goal: GOAL_PER_S,
    ok: given.average >= GOAL_PER_S,
    n: given.total,
  })
  report({ case: name, metric: 'p99', value: latency.p99, unit: 'ms', n: given.total })
}

/** Without photographs, as it is written and as it travels. */
async function measureSize(site: PublicSite): Promise<void> {
  const response = await fetch(`${site.url}/news/${site.slugs[0]}`, { headers: { 'accept-encoding': 'identity' } })
  const kilobytes = (await response.arrayBuffer()).byteLength / 1000
  report({ case: 'article-size', metric: 'html', value: kilobytes, unit: 'kB', goal: 50, ok: kilobytes <= 50 })
}

interface Figure {
  readonly case: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  readonly goal?: number
  readonly ok?: boolean
  readonly n?: number
}

function report({ value, ...figure }: Figure): void {
  const rounded = Math.round(value * 10) / 10
  process.stdout.write(`${JSON.stringify({ bench: 'public', ...figure, value: rounded, cores: cpus().length })}\n`)
  const verdict = figure.ok === undefined ? '' : figure.ok ? '  ok' : `  MISSED (goal ${figure.goal})`
  process.stderr.write(
    `${figure.case.padEnd(20)} ${figure.metric.padEnd(8)} ${String(rounded).padStart(9)} ${figure.unit}${verdict}\n`,
  )
}
