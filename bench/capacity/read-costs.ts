import { readFileSync } from 'node:fs'
import type { Costs } from './model.ts'

interface Line {
  readonly bench: string
  readonly case: string
  readonly metric: string
  readonly value: number
  readonly cores?: number
}

/** Costs from what `bench:server`, `bench:live` and `bench:public` print, one JSON object a line; the last one counts. */
export function readCosts(path: string): Costs {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
  const find = (bench: string, name: RegExp, metric: string): Line => {
    const found = lines.findLast((line) => line.bench === bench && name.test(line.case) && line.metric === metric)
    if (!found) throw new Error(`${path} does not say "${metric}" of ${name} by bench:${bench}`)
    return found
  }
  const value = (...what: Parameters<typeof find>): number => find(...what).value
  const hot = (metric: string) => value('server', /^hot-event$/, metric)
  const visit = (metric: string) => value('server', /^opening-minute/, `${metric} a visit`)
  return {
    visit: { server: visit('server time'), worker: visit('worker time'), database: visit('database time') },
    request: {
      server: hot('server time a request'),
      worker: hot('worker time a request'),
      database: hot('database time a request'),
      storedKb: hot('stored a request'),
    },
    acceptance: {
      server: hot('server time an acceptance'),
      worker: hot('worker time an acceptance'),
      database: hot('database time an acceptance'),
      storedKb: hot('stored an acceptance'),
    },
    companyStoredKb: value('server', /companies$/, 'stored a company'),
    journalPerSecond: value('server', /^background$/, 'journal entries heard by all'),
    livePerSecond: value('server', /^background$/, 'live messages heard'),
    seat: {
      memoryKb: value('live', /people$/, 'memory of a person'),
      restMs: value('live', /people$/, 'processor of one'),
      joinMs: value('live', /people$/, 'join, processor'),
    },
    pagesPerSecond: value('public', /^hot-article$/, 'pages'),
    cores: find('public', /^hot-article$/, 'pages').cores ?? 1,
  }
}
