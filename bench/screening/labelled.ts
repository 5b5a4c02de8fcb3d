import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { buildListIndex, DEFAULT_THRESHOLD, screenParty } from '../../src/modules/compliance/engine/index.ts'
import type { Hit, PartyKind } from '../../src/modules/compliance/engine/index.ts'
import { plainSimilarity } from './edit-distance.ts'
import { printFigure } from './figures.ts'

interface Row {
  readonly case_group: string
  readonly schema: string
  readonly name1: string
  readonly name2: string
  readonly is_match: string
  readonly quality: string
}

interface Judged {
  readonly group: string
  readonly quality: string
  readonly isMatch: boolean
  readonly hit: Hit | undefined
  readonly peer: number
}

const KINDS: Readonly<Record<string, PartyKind>> = { Person: 'person', Vessel: 'vessel', LegalEntity: 'other' }

/** The labelled pairs beside the repository; null when the file is not there. */
export function readLabelledPairs(file: string | undefined): readonly Row[] | null {
  try {
    const path = file ?? new URL('../../../shared/data/screening/names-dev.csv', import.meta.url)
    return parse(readFileSync(path), { columns: true, skip_empty_lines: true, bom: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Through the door of the engine: one party against a list of one. */
export function screenPair(a: string, b: string, kind: PartyKind): Hit | undefined {
  const index = buildListIndex([
    {
      id: 'entry',
      kind,
      names: [{ text: b, weak: false }],
      identifiers: [],
      countries: [],
      birthDates: [],
      programmes: [],
      effect: 'block',
      listedOn: null,
      delistedOn: null,
    },
  ])
  return screenParty(index, { kind, names: [a], identifiers: [], countries: [] })[0]
}

function f1(rows: readonly Judged[], says: (row: Judged) => boolean): number {
  let right = 0
  let wrong = 0
  for (const row of rows) {
    if (says(row) === row.isMatch) right += row.isMatch ? 1 : 0
    else wrong += 1
  }
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong)
}

/** The peer may choose the threshold that suits these very rows; the matcher has one for everything. */
const bestPeer = (rows: readonly Judged[]): number =>
  Math.max(...Array.from({ length: 60 }, (_, at) => f1(rows, ({ peer }) => peer >= 0.4 + at / 100)))

export function measureLabelled(rows: readonly Row[]): void {
  const judged = rows.map((row): Judged => ({
    group: row.case_group,
    quality: row.quality,
    isMatch: row.is_match === 'true',
    hit: screenPair(row.name1, row.name2, KINDS[row.schema] ?? 'organisation'),
    peer: plainSimilarity(row.name1, row.name2),
  }))
  const isHit = ({ hit }: Judged): boolean => hit !== undefined
  const parts: readonly [string, readonly Judged[], number | null][] = [
    ['all pairs', judged, 0.83],
    ['hand-curated', judged.filter(({ group }) => !group.startsWith('synth')), 0.9],
    ['made-up companies', judged.filter(({ group }) => group === 'synth_companies'), null],
    ['made-up people', judged.filter(({ group }) => group === 'synth_people'), null],
  ]
  for (const [name, some, least] of parts) {
    const goal = least === null ? {} : { goal: { atLeast: least } }
    printFigure({
      case: 'labelled-pairs',
      metric: `F1, ${name}`,
      value: f1(some, isHit),
      unit: 'F1',
      ...goal,
      peer: 'edit distance at its best',
      peerValue: bestPeer(some),
      n: some.length,
    })
  }
  const strongRows = judged.filter(({ quality }) => quality === 'STRONG')
  const wrong = strongRows.filter((row) => isHit(row) !== row.isMatch).length
  const strongHits = judged.filter(({ hit }) => hit?.tier === 'strong')
  printFigure({
    case: 'labelled-pairs',
    metric: 'errors in STRONG rows',
    value: wrong,
    unit: 'rows',
    goal: { atMost: 0 },
    n: strongRows.length,
  })
  printFigure({
    case: 'labelled-pairs',
    metric: 'strong hits that are wrong',
    value: strongHits.filter(({ isMatch }) => !isMatch).length,
    unit: 'rows',
    goal: { atMost: 0 },
    n: strongHits.length,
  })
  printFigure({ case: 'labelled-pairs', metric: 'threshold', value: DEFAULT_THRESHOLD, unit: '' })
}
