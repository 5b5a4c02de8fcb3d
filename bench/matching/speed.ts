import {
  type CandidatePair,
  type LanguageTools,
  type Thesaurus,
  allocate,
  buildIndex,
  insertParty,
  measureExposure,
  rankPairs,
  rankPartners,
} from '../../src/modules/matching/engine/index.ts'
import { printFigure, quantile } from './figures.ts'
import { conceptsOfFields, makeCompanies } from './synthetic.ts'

const memoryMb = (): number => process.memoryUsage().rss / 1e6

/** Processor time of this process so far, in milliseconds: other programs on the machine do not lengthen it. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Took {
  readonly wallMs: number
  readonly cpuMs: number
}

function time<T>(act: () => T): Took & { readonly value: T } {
  const cpuFrom = processorMs()
  const from = performance.now()
  const value = act()
  return { value, wallMs: performance.now() - from, cpuMs: processorMs() - cpuFrom }
}

const times = (count: number, act: (at: number) => void): Took[] =>
  Array.from({ length: count }, (_, at) => time(() => act(at)))

function printSeconds(name: string, metric: string, { wallMs, cpuMs }: Took, atMost: number): void {
  printFigure({ case: name, metric, value: wallMs / 1000, unit: 's', goal: { atMost } })
  printFigure({ case: name, metric: `${metric}, processor`, value: cpuMs / 1000, unit: 's' })
}

function printQuantiles(name: string, metric: string, took: readonly Took[], atMost: number): void {
  const [wall, cpu] = [took.map(({ wallMs }) => wallMs), took.map(({ cpuMs }) => cpuMs)]
  const [unit, n] = ['ms', took.length]
  printFigure({ case: name, metric: `${metric} p50`, value: quantile(wall, 0.5), unit, n })
  printFigure({ case: name, metric: `${metric} p95`, value: quantile(wall, 0.95), unit, n, goal: { atMost } })
  printFigure({ case: name, metric: `${metric} p95, processor`, value: quantile(cpu, 0.95), unit, n })
}

/** One hundred thousand profiles (half offers, half requests) in the three languages, `--quick` a tenth of it. */
export function measureSpeed(thesaurus: Thesaurus, language: LanguageTools, quick: boolean): void {
  const companies = makeCompanies(thesaurus, quick ? 5_000 : 50_000, 11, 'c')
  const name = quick ? 'speed-10000' : 'speed-100000'
  const build = time(() => buildIndex(companies, thesaurus, language))
  const index = build.value
  printSeconds(name, 'build', build, 90)
  printFigure({ case: name, metric: 'memory', value: memoryMb(), unit: 'MB', goal: { atMost: 1000 } })
  const ask = (at: number): void => void rankPartners(index, `c${(at * 37) % companies.length}`, 10)
  times(50, (at) => ask(at + 1000))
  printQuantiles(name, 'query', times(200, ask), 25)
  const more = makeCompanies(thesaurus, 200, 12, 'new')
  const insert = (at: number): void => insertParty(index, more[at]!)
  printQuantiles(name, 'insert', times(more.length, insert), 10)
}

/** As many partners as the product keeps of each company of a large programme. */
const KEPT = 50
const SHORTLIST = 10

/** The best of every company among the pairs, as a plain list would show them. */
function plainShortlists(ids: readonly string[], pairs: readonly CandidatePair[]): string[][] {
  const partners = new Map<string, { id: string; score: number }[]>(ids.map((id) => [id, []]))
  for (const { a, b, score } of pairs) {
    partners.get(a)?.push({ id: b, score })
    partners.get(b)?.push({ id: a, score })
  }
  return [...partners.values()].map((list) =>
    list
      .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, SHORTLIST)
      .map(({ id }) => id),
  )
}

/**
 * Ranks both sides as the product does, with the account of every kept pair, then shortlists of ten and how evenly they
 * show the companies before and after allocation.
 */
export function measureShortlists(thesaurus: Thesaurus, language: LanguageTools, quick: boolean): void {
  const aSide = quick ? 400 : 2_000
  const companies = makeCompanies({ concepts: conceptsOfFields(thesaurus) }, 2 * aSide, 13, 's')
  let reports = 0
  const ranked = time(() => {
    const index = buildIndex(companies, thesaurus, language)
    const pairs = rankPairs(index, { limit: KEPT, onProgress: () => (reports += 1) })
    return Array.from(pairs, ({ a, b, score }): CandidatePair => ({ a, b, score }))
  })
  const name = `shortlists-${aSide}x${aSide}`
  printSeconds(name, 'time', ranked, 60)
  printFigure({ case: name, metric: 'pairs with account', value: ranked.value.length, unit: 'count' })
  printFigure({ case: name, metric: 'progress reports', value: reports, unit: 'count', goal: { atLeast: 2 * aSide } })
  const ids = companies.map(({ id }) => id)
  const shortlists = plainShortlists(ids, ranked.value)
  const plain = measureExposure(ids, shortlists)
  const candidates = new Map<string, CandidatePair>()
  const listed = new Map(ids.map((id, at) => [id, new Set(shortlists[at])]))
  for (const pair of ranked.value) {
    const { a, b } = pair
    if (listed.get(a)?.has(b) || listed.get(b)?.has(a)) candidates.set([a, b].toSorted().join(), pair)
  }
  const allocation = time(() => allocate(ids, [...candidates.values()], { capacityOf: () => 6, exposureCap: 6 }))
  const { exposure } = allocation.value
  printFigure({ case: name, metric: 'allocation', value: allocation.wallMs / 1000, unit: 's' })
  printFigure({
    case: name,
    metric: 'gini',
    value: exposure.gini,
    unit: '',
    peer: 'plain top ten',
    peerValue: plain.gini,
  })
  printFigure({
    case: name,
    metric: 'shown to nobody',
    value: exposure.unseen.length,
    unit: 'companies',
    peer: 'plain top ten',
    peerValue: plain.unseen.length,
  })
}
