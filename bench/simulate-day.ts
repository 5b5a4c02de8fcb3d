/**
 * `npm run simulate:day [-- --days 1000] [-- --seed 1] [-- --case source-case|event-of-200]`: plays days with lateness,
 * no-shows, lost interpreters and cut networks. Prints for each case, as one JSON object, the meetings that repairs
 * saved; exits 1 when a rule was broken.
 */
import { parseArgs } from 'node:util'
import { ROUGH_DAY, drawFate, simulateDay } from '../src/modules/scheduling/testing/simulate-day.ts'
import { eventOf200, sourceCase } from './day/cases.ts'

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
  },
})
const CASES = { 'source-case': sourceCase, 'event-of-200': eventOf200 } as const
const days = Number(values.days)
const firstSeed = Number(values.seed)
if (!Number.isInteger(days) || days < 1 || !Number.isInteger(firstSeed)) {
  throw new Error('--days and --seed are whole numbers')
}

for (const [name, open] of Object.entries(CASES)) {
  if (values.case !== undefined && values.case !== name) continue
  const facts = open()
  const startedMs = performance.now()
  const played = Array.from({ length: days }, (_, n) => simulateDay(facts, drawFate(facts, firstSeed + n)))
  const sum = (of: (day: (typeof played)[number]) => number) => played.reduce((total, day) => total + of(day), 0)
  const [held, heldWithoutRepair] = [sum((day) => day.held), sum((day) => day.heldWithoutRepair)]
  const broken = played.flatMap((day, n) => day.broken.map((rule) => `day ${firstSeed + n}: ${rule}`))
  const result = {
    case: name,
    days,
    seed: firstSeed,
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
    seconds: Math.round((performance.now() - startedMs) / 100) / 10,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
  if (broken.length > 0) process.exitCode = 1
}
