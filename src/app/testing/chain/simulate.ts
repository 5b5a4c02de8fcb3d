/**
 * `npm run simulate [-- --seeds 1000] [-- --from 1] [-- --seed 17]`: plays seeded programmes through the whole chain
 * with faults and holds each against the laws of the product. On PostgreSQL with TEST_DATABASE_URL, else embedded.
 * Prints one JSON object on one line with its goal: no broken run in 1,000 seeds (`ok` speaks of those that were played); a broken run is told with its seed and its steps, and exits 1. `--seed 17` plays one run
 * and tells every step.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { type Run, openSimulator } from './simulate-chain.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
})
const GOAL = { seeds: 1000, broken: 0 }
const from = Number(values.seed ?? values.from)
const seeds = values.seed === undefined ? Number(values.seeds) : 1
if (!Number.isInteger(from) || !Number.isInteger(seeds) || seeds < 1) throw new Error('Seeds are whole numbers')

const simulator = await openSimulator()
const startedMs = performance.now()
const totals: Record<string, number> = {}
const brokenSeeds: number[] = []
try {
  for (let seed = from; seed < from + seeds; seed++) {
    const run = await simulator.play(seed)
    for (const [name, count] of Object.entries(run.counts)) totals[name] = (totals[name] ?? 0) + count
    if (run.broken.length > 0) brokenSeeds.push(seed)
    if (run.broken.length > 0 || values.seed !== undefined) tell(run)
    const played = seed - from + 1
    if (played % 50 === 0) process.stderr.write(`${played} of ${seeds} seeds\n`)
  }
} finally {
  await simulator.close()
}

const seconds = Math.round((performance.now() - startedMs) / 100) / 10
process.stdout.write(
  `${JSON.stringify({ bench: 'simulate', seeds, from, ...totals, broken: brokenSeeds.length, brokenSeeds, goal: GOAL, ok: brokenSeeds.length <= GOAL.broken, full: seeds >= GOAL.seeds, seconds, perSecond: Math.round((10 * seeds) / seconds) / 10 })}\n`,
)
if (brokenSeeds.length > 0) process.exitCode = 1

function tell({ seed, steps, broken }: Run): void {
  for (const step of steps) process.stderr.write(`  ${step}\n`)
  for (const law of broken) process.stderr.write(`seed ${seed}: ${law}\n`)
  if (broken.length > 0) process.stderr.write(`Play it again: npm run simulate -- --seed ${seed}\n`)
}
