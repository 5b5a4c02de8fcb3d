import { addIdentifier, addName, addTo, draftEntry, finishEntry, readDate, readDay } from './build-entry.ts'
import { kindOfSchema } from './ftm-schemas.ts'
import { readTable } from './read-csv.ts'
import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'
import type { ListEntry } from '../shapes.ts'

const REQUIRED = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'identifiers']

const parts = (text: string): string[] => text.split(';').map((part) => part.trim())

/** The simple CSV of OpenSanctions: one row an entity, several values in a field parted by semicolons. */
export function parseSimple(text: string): { ok: true; entries: ListEntry[]; lastLine: number } | ListRefusal {
  const read = readTable(text, ',', REQUIRED)
  if (!read.ok) return read
  const seen = new Set<string>()
  const entries: ListEntry[] = []
  for (const { line, get } of read.table.records) {
    const id = get('id')
    const kind = kindOfSchema(get('schema'))
    if (id === '' || seen.has(id) || kind === null || get('name') === '') {
      return refuseList(
        'compliance.list-bad-row',
        line,
        id === '' || seen.has(id) ? 'id' : kind === null ? 'schema' : 'name',
      )
    }
    seen.add(id)
    const draft = draftEntry(id, line, kind)
    addName(draft, get('name'))
    for (const alias of parts(get('aliases'))) addName(draft, alias)
    for (const date of parts(get('birth_date'))) addTo(draft.birthDates, readDate(date))
    for (const country of parts(get('countries'))) addTo(draft.countries, country.toUpperCase())
    for (const number of parts(get('identifiers'))) addIdentifier(draft, '', number)
    for (const programme of parts(get('program_ids') || get('sanctions'))) addTo(draft.programmes, programme)
    draft.effect = [...draft.programmes].some((programme) => /sectoral|SSI\b/i.test(programme)) ? 'sectoral' : 'block'
    draft.listedOn = readDay(get('first_seen'))
    entries.push(finishEntry(draft))
  }
  return { ok: true, entries, lastLine: read.table.lastLine }
}
