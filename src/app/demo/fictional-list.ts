import type { ListEntry } from '../../modules/compliance/index.ts'

const entry = (id: string, kind: ListEntry['kind'], names: readonly string[], more: Partial<ListEntry>): ListEntry => ({
  id,
  kind,
  names: names.map((text) => ({ text, weak: false })),
  identifiers: [],
  countries: [],
  birthDates: [],
  programmes: ['DEMO'],
  effect: 'block',
  listedOn: '2020-01-15',
  delistedOn: null,
  ...more,
})

/** Nobody on it exists, and it is marked so wherever it is shown. Naru ships no entry of a real list. */
export const FICTIONAL_ENTRIES: readonly ListEntry[] = [
  entry('F-1', 'organisation', ['Вымысел-Оптроника', 'Vymysel Optronika', '비미셀옵트로니카'], {
    countries: ['RU'],
    identifiers: [{ kind: 'inn', value: '0000000000' }],
  }),
  entry('F-2', 'organisation', ['가공의나라무역', 'Gagonguinara Trading'], { countries: ['KR'] }),
  entry('F-3', 'organisation', ['Небывалинский завод', 'Nebyvalinsky Zavod'], {
    countries: ['RU'],
    effect: 'sectoral',
    listedOn: '2014-09-12',
  }),
  entry('F-4', 'person', ['Примеров Иван Небылович', 'Primerov Ivan Nebylovich'], { birthDates: ['1960'] }),
  entry('F-5', 'vessel', ['Skazochny Fregat'], { identifiers: [{ kind: 'imo', value: '0000000' }] }),
  entry('F-6', 'organisation', ['Sewerny Mirazh', 'Северный Мираж'], {
    countries: ['RU'],
    delistedOn: '2021-03-01',
  }),
]
