import type { EntryDraft } from './build-entry.ts'
import { addIdentifier, addName, addTo, draftEntry, finishEntry, readDate, readDay } from './build-entry.ts'
import { readTable } from './read-csv.ts'
import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'
import type { ListEntry } from '../shapes.ts'

const REQUIRED = ['Entity_LogicalId', 'Entity_SubjectType', 'NameAlias_WholeName', 'Entity_Regulation_Programme']

/** In a row without the whole name. */
const NAME_PARTS = ['NameAlias_FirstName', 'NameAlias_MiddleName', 'NameAlias_LastName']

/** The consolidated list of the European Union (version 1.1 of its CSV): one row for each name, birth date, address or number of an entity. */
export function parseEu(text: string): { ok: true; entries: ListEntry[]; lastLine: number } | ListRefusal {
  const read = readTable(text, ';', REQUIRED)
  if (!read.ok) return read
  const drafts = new Map<string, EntryDraft>()
  for (const { line, get } of read.table.records) {
    const id = get('Entity_LogicalId')
    if (id === '') return refuseList('compliance.list-bad-row', line, 'Entity_LogicalId')
    const known = drafts.get(id)
    const type = get('Entity_SubjectType').toLowerCase()
    if (!/^(p|person|e|enterprise)$/.test(type))
      return refuseList('compliance.list-bad-row', line, 'Entity_SubjectType')
    const draft = known ?? draftEntry(id, line, type.startsWith('p') ? 'person' : 'organisation')
    drafts.set(id, draft)
    const isWeak =
      get('NameAlias_Strong').toLowerCase() === 'false' || /weak|low quality/i.test(get('NameAlias_Remark'))
    addName(draft, get('NameAlias_WholeName') || NAME_PARTS.map(get).join(' '), isWeak)
    addTo(draft.programmes, get('Entity_Regulation_Programme'))
    addTo(draft.birthDates, readDate(get('BirthDate_BirthDate') || get('BirthDate_Year')))
    for (const column of ['Citizenship_CountryIso2Code', 'Address_CountryIso2Code', 'BirthDate_CountryIso2Code']) {
      const code = get(column)
      if (code !== '00') addTo(draft.countries, code)
    }
    addIdentifier(draft, get('Identification_TypeCode') || 'number', get('Identification_Number'))
    draft.listedOn ??= readDay(get('Entity_DesignationDate') || get('Entity_Regulation_EntryIntoForceDate'))
  }
  const nameless = [...drafts.values()].find(({ names }) => names.length === 0)
  if (nameless) return refuseList('compliance.list-bad-row', nameless.line, nameless.id)
  return { ok: true, entries: [...drafts.values()].map(finishEntry), lastLine: read.table.lastLine }
}
