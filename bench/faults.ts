/**
 * `npm run test:faults [-- --quick] [-- --kills 500] [-- --seed 1]`: kills a working process (`SIGKILL`) at moments of
 * chance, on the embedded database and, with TEST_DATABASE_URL, on a PostgreSQL server, and looks for what it had
 * acknowledged, for half states and for breaks in the journal. Prints figures and one summary line for each
 * database (goal: 500 kills, nothing lost; `ok` speaks of the kills that were made); exits 1 when one misses its goal.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { figurePrinter, quantile } from './figure.ts'
import { freshDatabases, killOverAndOver } from './faults/killing.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const GOAL = { kills: 500, lost: 0, half: 0, slowestMs: 5000 }
const kills = Number(values.kills ?? (values.quick ? 21 : 500))
if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills is a whole number')
const print = figurePrinter('faults')
const serverUrl = process.env.TEST_DATABASE_URL

for (const database of ['embedded', 'server'] as const) {
  if (values.only !== undefined && values.only !== database) continue
  if (database === 'server' && serverUrl === undefined) {
    process.stderr.write('Without TEST_DATABASE_URL nothing is killed on a PostgreSQL server.\n')
    continue
  }
  const onKill = (count: number) => {
    if (count % 25 === 0) process.stderr.write(`${database}: ${count} of ${kills} kills\n`)
  }
  const fresh = database === 'server' ? freshDatabases(serverUrl!) : null
  const result = await killOverAndOver(kills, Number(values.seed), fresh, onKill)
  for (const what of [...result.lost, ...result.half].slice(0, 20)) process.stderr.write(`${database}: ${what}\n`)
  const figure = { case: database, n: result.kills }
  print({ ...figure, metric: 'kills', value: result.kills, unit: 'kills' })
  print({ ...figure, metric: 'acknowledged writes', value: result.acknowledged, unit: 'writes' })
  print({
    ...figure,
    metric: 'acknowledged writes lost',
    value: result.lost.length,
    unit: 'writes',
    goal: { atMost: 0 },
  })
  print({ ...figure, metric: 'half states', value: result.half.length, unit: 'states', goal: { atMost: 0 } })
  print({ ...figure, metric: 'median restart', value: quantile(result.startsMs, 0.5), unit: 'ms' })
  const workMs = quantile(result.startsWorkMs, 0.5)
  print({ ...figure, metric: 'median restart, processor', value: workMs, unit: 'ms' })
  const slowest = Math.max(...result.startsMs)
  print({ ...figure, metric: 'slowest restart', value: slowest, unit: 'ms', goal: { atMost: 5000 } })
  const found = { lost: result.lost.length, half: result.half.length, slowestMs: Math.round(slowest) }
  const ok = found.lost <= GOAL.lost && found.half <= GOAL.half && slowest <= GOAL.slowestMs
  if (!ok) process.exitCode = 1
  const summary = { bench: 'faults', summary: database, kills: result.kills, ...found, goal: GOAL, ok }
  process.stdout.write(`${JSON.stringify({ ...summary, full: result.kills >= GOAL.kills })}\n`)
}
