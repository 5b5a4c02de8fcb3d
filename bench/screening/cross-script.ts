import { changeRussianName, CYRILLIC_SCHEMES, makeRussianName, spellRussian, writeRussian } from './cyrillic-names.ts'
import { plainSimilarity } from './edit-distance.ts'
import { makeRandom, printFigure } from './figures.ts'
import { screenPair } from './labelled.ts'
import { changeKoreanName, KOREAN_SCHEMES, makeKoreanName, plainSpellings, spellKorean } from './korean-names.ts'

interface Pair {
  readonly a: string
  readonly b: string
  readonly isMatch: boolean
  readonly scheme: string
}

const isHit = (a: string, b: string): boolean => screenPair(a, b, 'person') !== undefined

function shares(pairs: readonly Pair[], says: (pair: Pair) => boolean): { recall: number; precision: number } {
  let found = 0
  let wrong = 0
  let all = 0
  for (const pair of pairs) {
    if (pair.isMatch) all += 1
    if (!says(pair)) continue
    if (pair.isMatch) found += 1
    else wrong += 1
  }
  return { recall: found / all, precision: found + wrong === 0 ? 1 : found / (found + wrong) }
}

/** For each name one pair that is the same name and one that is another; names with one spelling in common are left out. */
function makeKoreanPairs(count: number): Pair[] {
  const random = makeRandom(7)
  const pairs: Pair[] = []
  for (let at = 0; at < count; at += 1) {
    const name = makeKoreanName(random)
    const scheme = KOREAN_SCHEMES[at % KOREAN_SCHEMES.length] as (typeof KOREAN_SCHEMES)[number]
    const a = name.surname + name.given
    pairs.push({ a, b: spellKorean(name, scheme, random), isMatch: true, scheme })
    const own = plainSpellings(name)
    let other = changeKoreanName(name, random)
    while (!own.isDisjointFrom(plainSpellings(other))) other = changeKoreanName(name, random)
    pairs.push({ a, b: spellKorean(other, scheme, random), isMatch: false, scheme })
  }
  return pairs
}

function makeRussianPairs(count: number): Pair[] {
  const random = makeRandom(11)
  const pairs: Pair[] = []
  for (let at = 0; at < count; at += 1) {
    const name = makeRussianName(random)
    const scheme = CYRILLIC_SCHEMES[at % CYRILLIC_SCHEMES.length] as string
    const a = writeRussian(name, random)
    pairs.push({ a, b: spellRussian(name, scheme, random), isMatch: true, scheme })
    pairs.push({ a, b: spellRussian(changeRussianName(name, random), scheme, random), isMatch: false, scheme })
  }
  return pairs
}

const PEER_THRESHOLD = 0.7

function measure(name: string, pairs: readonly Pair[], leastRecall: number): void {
  const own = shares(pairs, ({ a, b }) => isHit(a, b))
  const peer = shares(pairs, ({ a, b }) => plainSimilarity(a, b) >= PEER_THRESHOLD)
  const n = pairs.length
  printFigure({
    case: name,
    metric: 'recall',
    value: own.recall,
    unit: 'share',
    goal: { atLeast: leastRecall },
    peer: 'edit distance',
    peerValue: peer.recall,
    n,
  })
  printFigure({
    case: name,
    metric: 'precision',
    value: own.precision,
    unit: 'share',
    goal: { atLeast: 0.95 },
    peer: 'edit distance',
    peerValue: peer.precision,
    n,
  })
  for (const scheme of new Set(pairs.map((pair) => pair.scheme))) {
    const some = pairs.filter((pair) => pair.scheme === scheme)
    printFigure({
      case: name,
      metric: `recall, ${scheme}`,
      value: shares(some, ({ a, b }) => isHit(a, b)).recall,
      unit: 'share',
      n: some.length,
    })
  }
}

/** Generated names across scripts, none of which any table of given names holds. */
export function measureCrossScript(quick: boolean): void {
  measure('hangul-latin', makeKoreanPairs(quick ? 2_000 : 10_000), 0.95)
  measure('cyrillic-latin', makeRussianPairs(quick ? 2_000 : 10_000), 0.99)
}
