/**
 * `npm run simulate:day [-- --days 1000] [-- --seed 1] [-- --case source-case|event-of-200] [-- --steps 20]
 * [-- --workers 2]`: plays days with lateness, no-shows, lost interpreters and cut networks. Prints for each case, as one
 * JSON object, the meetings that repairs saved; exits 1 when a rule was broken. The same seeds give the same days,
 * whatever the number of workers.
 */
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { ROUGH_DAY, type SimulatedDay } from '../src/modules/scheduling/testing/simulate-day.ts'
import { CASES, type CaseName } from './day/cases.ts'
import type { DaysToPlay } from './day/play-days.ts'

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
    steps: { type: 'string', default: '20' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
})
const [days, firstSeed, searchSteps, workers] = [values.days, values.seed, values.steps, values.workers].map(
  Number,
) as [number, number, number, number]
if (![days, firstSeed, searchSteps, workers].every(Number.isInteger) || days < 1 || workers < 1) {
  throw new Error('--days, --seed, --steps and --workers are whole numbers')
}

/** Every so many days one learns on stderr how far it is. */
const TOLD_EVERY = 50

for (const name of Object.keys(CASES) as CaseName[]) {
  if (values.case !== undefined && values.case !== name) continue
  const startedMs = performance.now()
  const played = await playAll(name)
  const result = summarise(name, played, (performance.now() - startedMs) / 1000)
  process.stdout.write(`${JSON.stringify(result)}\n`)
  if (result.broken > 0) process.exitCode = 1
}

/** In the order of their seeds. */
async function playAll(name: CaseName): Promise<readonly SimulatedDay[]> {
  const played = new Map<number, SimulatedDay>()
  const seeds = Array.from({ length: days }, (_, n) => firstSeed + n)
  const startedMs = performance.now()
  const shares = Array.from({ length: Math.min(workers, days) }, (_, worker) =>
    seeds.filter((_seed, n) => n % workers === worker),
  )
  await Promise.all(
    shares.map((share) =>
      playShare({ name, seeds: share, searchSteps }, (seed, day) => {
        played.set(seed, day)
        if (played.size % TOLD_EVERY > 0) return
        const seconds = (performance.now() - startedMs) / 1000
        process.stderr.write(`${name}: ${played.size} of ${days} days, ${Math.round(seconds)} s\n`)
      }),
    ),
  )
  return seeds.map((seed) => played.get(seed)!)
}

function playShare(task: DaysToPlay, onDay: (seed: number, day: SimulatedDay) => void): Promise<void> {
  const worker = new Worker(new URL('./day/play-days.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.on('message', ({ seed, day }: { seed: number; day: SimulatedDay }) => onDay(seed, day))
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The thread ended with ${code}`))))
  })
}

function summarise(name: CaseName, played: readonly SimulatedDay[], seconds: number) {
  const facts = CASES[name]()
  const sum = (of: (day: SimulatedDay) => number) => played.reduce((total, day) => total + of(day), 0)
  const [held, heldWithoutRepair] = [sum((day) => day.held), sum((day) => day.heldWithoutRepair)]
  const broken = played.flatMap((day, n) => day.broken.map((rule) => `day ${firstSeed + n}: ${rule}`))
  return {
    case: name,
    days,
    seed: firstSeed,
    searchSteps,
    rates: ROUGH_DAY,
    participants: facts.participants.length,
    interpreters: facts.interpreters.length,
    meetings: facts.draft.meetings.length,
    planned: sum((day) => day.planned),
    held,
    heldWithoutRepair,
    saved: held - heldWithoutRepair,
    savedPerDay: Math.round(((held - heldWithoutRepair) / days) * 100) / 100,
    savedShareOfLost:
      Math.round(((held - heldWithoutRepair) / (sum((day) => day.planned) - heldWithoutRepair)) * 1000) / 1000,
    daysWorseThanWithout: played.filter((day) => day.held < day.heldWithoutRepair).length,
    disturbances: sum((day) => day.disturbances),
    reconnects: sum((day) => day.reconnects),
    moved: sum((day) => day.moved),
    dropped: sum((day) => day.dropped),
    added: sum((day) => day.added),
    told: sum((day) => day.told),
    broken: broken.length,
    firstBroken: broken.slice(0, 5),
    seconds: Math.round(seconds * 10) / 10,
  }
}
