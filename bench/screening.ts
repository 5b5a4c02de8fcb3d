/**
 * `npm run bench:screening [-- --quick] [-- --case PREFIX] [-- --file PAIRS.csv]`: the name matcher beside a plain
 * edit distance. One JSON object a line on stdout, a table for people on stderr. `--file` takes other labelled pairs
 * in the columns of names-dev.csv.
 */
import { parseArgs } from 'node:util'
import { measureCrossScript } from './screening/cross-script.ts'
import { measureLabelled, readLabelledPairs } from './screening/labelled.ts'
import { measureLargeList, measureLongName } from './screening/scale.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, case: { type: 'string' }, file: { type: 'string' } },
})
const wants = (...names: string[]): boolean =>
  values.case === undefined || names.some((name) => name.startsWith(values.case ?? ''))

if (wants('labelled-pairs')) {
  const rows = readLabelledPairs(values.file)
  if (rows) measureLabelled(rows)
  else {
    process.stderr.write(
      `SKIPPED: the labelled pairs are not in ${values.file ?? '../shared/data/screening/names-dev.csv'}; F1 is not measured\n`,
    )
  }
}
if (wants('hangul-latin', 'cyrillic-latin')) measureCrossScript(values.quick)
if (wants('long-name')) measureLongName()
if (wants('large-list', 're-screen')) measureLargeList(values.quick)
