/**
 * `npm run bench:server [-- --quick] [-- --case opening-minute|hot-event|one-winner|operations|background|lists]`: what `naru server`
 * and `naru worker`, each a process of its own, carry on PostgreSQL. Needs a server it may make a database on:
 * `TEST_DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres`. One JSON object a line on stdout, a table for people on
 * stderr; exits 1 when a goal is missed.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { type Figure, figurePrinter } from './figure.ts'
import { measureBackground } from './server/background.ts'
import { measureHotEvent } from './server/hot-event.ts'
import { type Running, openRunning } from './server/installation.ts'
import { measureLists } from './server/lists.ts'
import { measureOneWinner } from './server/one-winner.ts'
import { measureOpeningMinute } from './server/opening-minute.ts'
import { measureRandomOperations } from './server/random-operations.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, case: { type: 'string' } } })
const { quick } = values

const printLine = figurePrinter('server')
function print(figure: Figure): void {
  printLine(figure)
  const { goal, value } = figure
  if (goal && ('atLeast' in goal ? value < goal.atLeast : value > goal.atMost)) process.exitCode = 1
}

/** In the order in which a database grows. */
const CASES: Readonly<Record<string, (running: Running) => Promise<void>>> = {
  'opening-minute': (running) =>
    measureOpeningMinute(running, quick ? { people: 100, seconds: 20 } : { people: 1000, seconds: 60 }, print),
  'hot-event': (running) => measureHotEvent(running, quick ? 300 : 3000, print),
  'one-winner': (running) => measureOneWinner(running, quick ? 100 : 500, print),
  operations: (running) => measureRandomOperations(running, quick ? 600 : 20_000, print),
  background: (running) =>
    measureBackground(
      running,
      quick ? { entries: 3000, messages: 2000 } : { entries: 30_000, messages: 20_000 },
      print,
    ),
  lists: (running) => measureLists(running, quick ? [1000, 5000] : [1000, 10_000, 100_000], print),
}

const databaseUrl = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
const chosen = Object.entries(CASES).filter(([name]) => values.case === undefined || values.case === name)
if (chosen.length === 0) throw new Error(`--case is one of ${Object.keys(CASES).join(', ')}`)
if (databaseUrl === undefined) {
  process.stderr.write('SKIPPED: set TEST_DATABASE_URL to a PostgreSQL server on which a database may be made\n')
} else {
  // Others on the machine make every figure worse: without a look at this one nobody could tell.
  print({ case: 'machine', metric: 'load before', value: loadavg()[0]!, unit: '' })
  const running = await openRunning(databaseUrl)
  try {
    for (const [, measure] of chosen) await measure(running)
  } finally {
    await running.close()
  }
}
