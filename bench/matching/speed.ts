import {
  type CandidatePair,
  type LanguageTools,
  type Thesaurus,
  allocate,
  buildIndex,
  insertParty,
  measureExposure,
  rankAll,
  rankPartners,
} from '../../src/modules/matching/engine/index.ts'
import { printFigure, quantile } from './figures.ts'
import { conceptsOfFields, makeCompanies } from './synthetic.ts'

const memoryMb = (): number => process.memoryUsage().rss / 1e6

/** One hundred thousand profiles (half offers, half requests) in the three languages, `--quick` a tenth of it. */
export function measureSpeed(thesaurus: Thesaurus, language: LanguageTools, quick: boolean): void {
  const companies = makeCompanies(thesaurus, quick ? 5_000 : 50_000, 11, 'c')
  const name = quick ? 'speed-10000' : 'speed-100000'
  const startedAt = performance.now()
  const index = buildIndex(companies, thesaurus, language)
  printFigure({
    case: name,
    metric: 'build',
    value: (performance.now() - startedAt) / 1000,
    unit: 's',
    goal: { atMost: 90 },
  })
  printFigure({ case: name, metric: 'memory', value: memoryMb(), unit: 'MB', goal: { atMost: 1000 } })
  const cpuMs: number[] = []
  const times = (count: number, act: (at: number) => void): number[] =>
    Array.from({ length: count }, (_, at) => {
      const cpuFrom = process.cpuUsage()
      const from = performance.now()
      act(at)
      const took = performance.now() - from
      const cpu = process.cpuUsage(cpuFrom)
      cpuMs.push((cpu.user + cpu.system) / 1000)
      return took
    })
  times(20, (at) => void rankPartners(index, `c${at}`, 10))
  const queries = times(200, (at) => void rankPartners(index, `c${(at * 37) % companies.length}`, 10))
  printFigure({ case: name, metric: 'query p50', value: quantile(queries, 0.5), unit: 'ms', n: 200 })
  printFigure({
    case: name,
    metric: 'query p95',
    value: quantile(queries, 0.95),
    unit: 'ms',
    goal: { atMost: 25 },
    n: 200,
  })
  const queryCpu = quantile(cpuMs.slice(-200), 0.95)
  printFigure({ case: name, metric: 'query p95, processor', value: queryCpu, unit: 'ms', n: 200 })
  const more = makeCompanies(thesaurus, 200, 12, 'new')
  const inserts = times(200, (at) => {
    const party = more[at]
    if (party) insertParty(index, party)
  })
  printFigure({
    case: name,
    metric: 'insert p95',
    value: quantile(inserts, 0.95),
    unit: 'ms',
    goal: { atMost: 10 },
    n: 200,
  })
}

/** Shortlists of ten for everyone on both sides, and how evenly they show the companies before and after allocation. */
export function measureShortlists(thesaurus: Thesaurus, language: LanguageTools, quick: boolean): void {
  const aSide = quick ? 400 : 2_000
  const companies = makeCompanies({ concepts: conceptsOfFields(thesaurus) }, 2 * aSide, 13, 's')
  const startedAt = performance.now()
  const index = buildIndex(companies, thesaurus, language)
  let reports = 0
  const rankings = rankAll(index, { limit: 10, onProgress: () => (reports += 1) })
  const seconds = (performance.now() - startedAt) / 1000
  const name = `shortlists-${aSide}x${aSide}`
  printFigure({ case: name, metric: 'time', value: seconds, unit: 's', goal: { atMost: 60 } })
  printFigure({ case: name, metric: 'progress reports', value: reports, unit: 'count', goal: { atLeast: 2 * aSide } })
  const ids = companies.map(({ id }) => id)
  const ranked = measureExposure(
    ids,
    rankings.map(({ matches }) => matches.map(({ b }) => b)),
  )
  const candidates = new Map<string, CandidatePair>()
  for (const { matches } of rankings) {
    for (const { a, b, score } of matches) candidates.set([a, b].toSorted().join(), { a, b, score })
  }
  const allocatedAt = performance.now()
  const { exposure } = allocate(ids, [...candidates.values()], { capacityOf: () => 6, exposureCap: 6 })
  printFigure({ case: name, metric: 'allocation', value: (performance.now() - allocatedAt) / 1000, unit: 's' })
  printFigure({
    case: name,
    metric: 'gini',
    value: exposure.gini,
    unit: '',
    peer: 'plain top ten',
    peerValue: ranked.gini,
  })
  printFigure({
    case: name,
    metric: 'shown to nobody',
    value: exposure.unseen.length,
    unit: 'companies',
    peer: 'plain top ten',
    peerValue: ranked.unseen.length,
  })
}
