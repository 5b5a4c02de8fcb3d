import { buildListIndex, screenParty } from '../../src/modules/compliance/engine/index.ts'
import type { Hit, ListEntry, ListIndex, Party } from '../../src/modules/compliance/engine/index.ts'
import { plainSimilarity } from './edit-distance.ts'
import { makeRandom, printFigure, quantile } from './figures.ts'
import { makeEntries, makeParties, makeWorld } from './world-names.ts'

const LISTED = 20_000

/** The same words on both sides but for the legal form: a namesake, which no comparison of names could tell apart. */
const isNamesake = ({ explanation }: Hit): boolean =>
  explanation.every(({ kind }) => kind === 'same' || kind === 'legal-form')

interface Made {
  readonly entries: readonly ListEntry[]
  readonly index: ListIndex
}

function measureFalseHits({ entries, index }: Made, parties: readonly Party[]): void {
  const times: number[] = []
  let wrong = 0
  let namesakes = 0
  for (const party of parties) {
    const start = performance.now()
    const hits = screenParty(index, party)
    times.push(performance.now() - start)
    if (hits.some((hit) => !isNamesake(hit))) wrong += 1
    else if (hits.length > 0) namesakes += 1
  }
  const n = parties.length
  const sample = parties.slice(0, 60)
  const names = entries.flatMap((entry) => entry.names.map(({ text }) => text))
  const peerWrong = sample.filter((party) =>
    party.names.some((own) =>
      names.some(
        (other) => Math.abs(own.length - other.length) <= 5 && own !== other && plainSimilarity(own, other) >= 0.7,
      ),
    ),
  ).length
  printFigure({
    case: 'large-list',
    metric: 'false hits',
    value: wrong / n,
    unit: 'share',
    goal: { atMost: 0.01 },
    peer: 'edit distance at 0.7, of 60',
    peerValue: peerWrong / sample.length,
    n,
  })
  printFigure({ case: 'large-list', metric: 'namesakes', value: namesakes / n, unit: 'share', n })
  printFigure({ case: 'large-list', metric: 'one screen, median', value: quantile(times, 0.5), unit: 'ms', n })
  printFigure({
    case: 'large-list',
    metric: 'one screen, p95',
    value: quantile(times, 0.95),
    unit: 'ms',
    goal: { atMost: 25 },
    n,
  })
}

/** Every letter changed places or fell out once: how many planted names come back. */
function measurePlanted({ entries, index }: Made, count: number): void {
  const random = makeRandom(5)
  let found = 0
  let tried = 0
  for (let at = 0; tried < count && at < entries.length; at += 7) {
    const entry = entries[at] as ListEntry
    const name = entry.names[0]?.text ?? ''
    const words = name.split(' ')
    const longest = words.reduce((best, word, place) => (word.length > (words[best] ?? '').length ? place : best), 0)
    const word = words[longest] ?? ''
    if (word.length < 6 || !/^[A-Za-z]+$/.test(word)) continue
    tried += 1
    const cut = 1 + Math.floor(random() * (word.length - 2))
    words[longest] =
      random() < 0.5
        ? word.slice(0, cut) + word.slice(cut + 1)
        : word.slice(0, cut) + (word[cut + 1] ?? '') + (word[cut] ?? '') + word.slice(cut + 2)
    const hits = screenParty(index, { kind: entry.kind, names: [words.join(' ')], identifiers: [], countries: [] })
    if (hits.some(({ entryId }) => entryId === entry.id)) found += 1
  }
  printFigure({
    case: 'large-list',
    metric: 'one slip found again',
    value: found / tried,
    unit: 'share',
    goal: { atLeast: 0.9 },
    n: tried,
  })
}

export function measureLargeList(quick: boolean): void {
  const entries = makeEntries(makeWorld(makeRandom(1), makeRandom(2)), LISTED)
  const parties = makeParties(makeWorld(makeRandom(1), makeRandom(3)), quick ? 1_500 : 50_000)
  const started = performance.now()
  const index = buildListIndex(entries)
  printFigure({
    case: 'large-list',
    metric: 'index of 20,000 entries',
    value: (performance.now() - started) / 1_000,
    unit: 's',
    n: LISTED,
  })
  for (const party of parties.slice(0, 200)) screenParty(index, party)
  measureFalseHits({ entries, index }, parties)
  measurePlanted({ entries, index }, quick ? 300 : 2_000)
  measureRescreen(entries, parties, quick)
}

/** A new list version with 400 new entries: the index is built anew and every party screened again. */
function measureRescreen(entries: readonly ListEntry[], parties: readonly Party[], quick: boolean): void {
  const added = makeEntries(makeWorld(makeRandom(1), makeRandom(9)), 400, 'new')
  const some = parties.slice(0, quick ? 1_000 : 5_000)
  const started = performance.now()
  const index = buildListIndex([...entries, ...added])
  const built = performance.now()
  const before = process.cpuUsage()
  for (const party of some) screenParty(index, party)
  const ended = performance.now()
  const used = process.cpuUsage(before)
  const perScreen = (used.user + used.system) / 1_000 / some.length
  const seconds = (built - started + ((ended - built) * 5_000) / some.length) / 1_000
  printFigure({
    case: 're-screen',
    metric: '5,000 parties',
    value: seconds,
    unit: 's',
    goal: { atMost: 30 },
    n: some.length,
  })
  // What a screen costs whatever else the machine does.
  printFigure({ case: 're-screen', metric: 'processor time a screen', value: perScreen, unit: 'ms', n: some.length })
}

/** 58 words against 200 aliases, which a careless comparison takes seconds for. */
export function measureLongName(): void {
  const random = makeRandom(13)
  const word = (): string =>
    Array.from(
      { length: 7 },
      (_, at) => 'bdfgklmnprst aeiou'[at % 2 === 0 ? Math.floor(random() * 12) : 13 + Math.floor(random() * 5)],
    ).join('')
  const words = Array.from({ length: 58 }, word)
  const names = Array.from({ length: 200 }, () => ({
    text: words.toSorted(() => random() - 0.5).join(' '),
    weak: false,
  }))
  const index = buildListIndex([
    {
      id: 'long',
      kind: 'organisation',
      names,
      identifiers: [],
      countries: [],
      birthDates: [],
      programmes: [],
      effect: 'block',
      listedOn: null,
      delistedOn: null,
    },
  ])
  const party: Party = { kind: 'organisation', names: [words.join(' ')], identifiers: [], countries: [] }
  const started = performance.now()
  screenParty(index, party)
  printFigure({
    case: 'long-name',
    metric: '58 words, 200 aliases',
    value: performance.now() - started,
    unit: 'ms',
    goal: { atMost: 100 },
  })
}
