/**
 * `npm run bench:scheduling [-- --quick] [-- --case PREFIX]`: the scheduling engine beside HiGHS, clingo and
 * first-come booking. One JSON object a line on stdout, a table for people on stderr. A full run takes about 20
 * minutes on two quiet cores; with `--budget-ms 60000 --peer-ms 60000` nearly an hour, most of it the peers' time.
 */
import { parseArgs } from 'node:util'
import { readInstances } from './scheduling/instances.ts'
import { measureGrowth } from './scheduling/large.ts'
import { measureQuality } from './scheduling/quality.ts'
import { eventOf500, fullCase, measureExplanations, measureRepair } from './scheduling/repairs.ts'
import { note } from './scheduling/report.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    case: { type: 'string' },
    'budget-ms': { type: 'string' },
    'peer-ms': { type: 'string' },
  },
})
const { quick } = values
const wants = (name: string): boolean => values.case === undefined || name.startsWith(values.case)

// First, so that the memory of the process is that of the solver alone.
if (wants('growth')) {
  const seconds = (participants: number): number =>
    participants >= 10_000 ? 60_000 : participants >= 2_000 ? 30_000 : 10_000
  await measureGrowth(quick ? [60, 200] : [10_000, 60, 200, 500, 2_000], (participants) =>
    quick ? 3_000 : seconds(participants),
  )
}
/** The small files until they are proven, the large ones as long as their goals say. */
const budgetOf = (name: string): number => (name.startsWith('p2000') ? 30_000 : name.startsWith('p') ? 10_000 : 60_000)
const QUICK_FILES = ['case22x18-60-10-s2', 'case22x18-90-12-s1', 'like-tic12-s1']
const found = readInstances(values.case ?? '')
if (found === null)
  note('SKIPPED: the instance files are not in ../shared/data/scheduling; only generated events are measured')
const instances = (found ?? []).filter(
  (instance) => !quick || values.case !== undefined || QUICK_FILES.includes(instance.name),
)
if (instances.length > 0)
  await measureQuality(instances, {
    budgetMs: (name) => Number(values['budget-ms'] ?? (quick ? 4_000 : budgetOf(name))),
    peerMs: Number(values['peer-ms'] ?? (quick ? 4_000 : 18_000)),
  })
if (wants('repair')) {
  measureRepair('repair 22 x 18', fullCase(1), quick ? 20 : 100, 200_000)
  if (!quick) measureRepair('repair 500', eventOf500(), 100, 1_000_000)
}
if (wants('explanations')) measureExplanations(quick ? 60 : 1_000)
process.exit(0)
