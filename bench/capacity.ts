/**
 * `npm run capacity [-- --measured FILE] [-- --programmes 1000]`: what so many programmes need on their busiest day, played
 * minute by minute with the costs that benches measured (bench/capacity/measured.jsonl unless FILE says otherwise), how
 * far one machine goes, and what breaks first. One JSON object a line on stdout, a table for people on stderr.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ASSUMPTIONS, UNITS, breakingPoints, demandsOf } from './capacity/model.ts'
import { readCosts } from './capacity/read-costs.ts'
import { figurePrinter } from './figure.ts'
import { makeRandom } from './matching/figures.ts'

const { values } = parseArgs({
  options: {
    measured: { type: 'string', default: join(import.meta.dirname, 'capacity/measured.jsonl') },
    programmes: { type: 'string', default: '1000' },
  },
})
const most = Number(values.programmes)
const MACHINES = [2, 8, 32]
/** Of a machine's cores that may be busy while people still do not wait. */
const BUSY = 0.6

const print = figurePrinter('capacity')
const costs = readCosts(values.measured)
const seeded = () => makeRandom(1)
const sumOf = ({ server, worker, database }: (typeof costs)['visit']) => server + worker + database
process.stdout.write(`${JSON.stringify({ bench: 'capacity', assumptions: ASSUMPTIONS, units: UNITS, costs })}\n`)

for (const programmes of [1, 10, 100, 1000].filter((each) => each <= most)) {
  const name = `${programmes} programmes`
  const { companies, meetingsAtOnce } = ASSUMPTIONS
  print({ case: name, metric: 'companies', value: programmes * companies, unit: '' })
  print({ case: name, metric: 'meetings at once', value: programmes * meetingsAtOnce, unit: '' })
  for (const { resource, needed, perUnit, unit, canBeAdded } of demandsOf(costs, programmes, seeded())) {
    const share = needed / perUnit
    const units = canBeAdded ? `, ${Math.max(1, Math.ceil(share))} of them` : share > 1 ? ', TOO MUCH FOR ONE' : ''
    print({ case: name, metric: resource, value: needed, unit: `${unit}${units}`, n: programmes })
  }
}

for (const cores of MACHINES) {
  const visit = sumOf(costs.visit)
  print({
    case: `${cores} cores, all on them`,
    metric: 'opening minute',
    value: (cores * BUSY * 60_000) / visit,
    unit: 'people',
  })
  const booking = sumOf(costs.request) + sumOf(costs.acceptance)
  print({
    case: `${cores} cores, all on them`,
    metric: 'asked and accepted',
    value: (cores * BUSY * 60_000) / booking,
    unit: '1/min',
  })
  print({
    case: `${cores} cores, all on them`,
    metric: 'article views',
    value: (cores * costs.pagesPerSecond) / costs.cores,
    unit: '1/s',
  })
  // On one server; each further one holds as many.
  const byProcessor = (UNITS.serverUse * 1000) / costs.seat.restMs
  const byMemory = (UNITS.serverMemoryMb * 1000) / costs.seat.memoryKb
  print({
    case: `${cores} cores, all on them`,
    metric: 'people in rooms',
    value: Math.min(byProcessor, byMemory),
    unit: '',
  })
}

for (const [at, { resource, programmes }] of breakingPoints(costs, most, seeded).slice(0, 3).entries())
  print({ case: `breaks ${['first', 'second', 'third'][at]}`, metric: resource, value: programmes, unit: 'programmes' })
