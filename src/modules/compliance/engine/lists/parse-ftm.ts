import type { EntryDraft } from './build-entry.ts'
import { addIdentifier, addName, addTo, draftEntry, finishEntry, readDate, readDay } from './build-entry.ts'
import { isLinkSchema, kindOfSchema } from './ftm-schemas.ts'
import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'
import type { ListEntry } from '../shapes.ts'

interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly get: (property: string) => readonly string[]
}

const IDENTIFIERS = [
  'innCode',
  'ogrnCode',
  'kppCode',
  'okpoCode',
  'registrationNumber',
  'taxNumber',
  'vatCode',
  'idNumber',
  'passportNumber',
  'imoNumber',
  'mmsi',
  'leiCode',
  'dunsCode',
  'uscCode',
  'swiftBic',
  'callSign',
  'uniqueEntityId',
  'npiCode',
  'publicKey',
  'isin',
]

function readEntity(raw: unknown): FtmEntity | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { id, schema, properties } = raw as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || id === '' || typeof schema !== 'string') return null
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return null
  const table = new Map(Object.entries(properties))
  return {
    id,
    schema,
    get: (property) => {
      const values: unknown = table.get(property)
      return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
    },
  }
}

function draftParty(entity: FtmEntity, line: number): EntryDraft | null {
  const kind = kindOfSchema(entity.schema)
  if (kind === null) return null
  const draft = draftEntry(entity.id, line, kind)
  for (const name of entity.get('name')) addName(draft, name)
  for (const name of [...entity.get('alias'), ...entity.get('previousName')]) addName(draft, name)
  for (const name of [...entity.get('weakAlias'), ...entity.get('abbreviation')]) addName(draft, name, true)
  for (const property of IDENTIFIERS) for (const value of entity.get(property)) addIdentifier(draft, property, value)
  for (const property of ['country', 'jurisdiction', 'nationality', 'citizenship', 'flag']) {
    for (const value of entity.get(property)) addTo(draft.countries, value.toUpperCase())
  }
  for (const date of entity.get('birthDate')) addTo(draft.birthDates, readDate(date))
  for (const programme of [...entity.get('programId'), ...entity.get('program')]) addTo(draft.programmes, programme)
  const topics = entity.get('topics')
  if (topics.length > 0 && !topics.includes('sanction')) draft.effect = 'sectoral'
  return draft
}

/** A sanction that began dates the entry; entries all of whose sanctions ended are off the list from the last end. */
function dateEntries(drafts: ReadonlyMap<string, EntryDraft>, sanctions: readonly FtmEntity[]): void {
  const ends = new Map<EntryDraft, (string | null)[]>()
  for (const sanction of sanctions) {
    for (const id of sanction.get('entity')) {
      const draft = drafts.get(id)
      if (!draft) continue
      const start = sanction
        .get('startDate')
        .map(readDay)
        .filter((day) => day !== null)
        .sort()[0]
      if (start !== undefined && (draft.listedOn === null || start < draft.listedOn)) draft.listedOn = start
      ends.set(draft, [...(ends.get(draft) ?? []), sanction.get('endDate').map(readDay)[0] ?? null])
      for (const programme of [...sanction.get('programId'), ...sanction.get('program')])
        addTo(draft.programmes, programme)
    }
  }
  for (const [draft, days] of ends) {
    if (days.every((day) => day !== null)) draft.delistedOn = days.toSorted().at(-1) ?? null
  }
}

interface JsonRow {
  readonly line: number
  readonly value: unknown
}

/** One object a line, or one array of objects; in an array the line is that of the array. */
function readRows(text: string): { ok: true; rows: JsonRow[]; lastLine: number } | ListRefusal {
  const lines = text.replaceAll('\u001a', '').split(/\r\n|\n|\r/)
  const lastLine = lines.findLastIndex((line) => line.trim() !== '') + 1
  if (text.trimStart().startsWith('[')) {
    try {
      const value: unknown = JSON.parse(lines.join('\n'))
      return { ok: true, rows: (value as unknown[]).map((row) => ({ line: 1, value: row })), lastLine }
    } catch {
      return refuseList('compliance.list-truncated', lastLine)
    }
  }
  const rows: JsonRow[] = []
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    try {
      rows.push({ line: at + 1, value: JSON.parse(line) })
    } catch {
      return refuseList(at + 1 === lastLine ? 'compliance.list-truncated' : 'compliance.list-bad-row', at + 1)
    }
  }
  return { ok: true, rows, lastLine }
}

/** Entities of Follow the Money, as the entity exports of OpenSanctions and others hold them. */
export function parseFtm(text: string): { ok: true; entries: ListEntry[]; lastLine: number } | ListRefusal {
  const read = readRows(text)
  if (!read.ok) return read
  const drafts = new Map<string, EntryDraft>()
  const sanctions: FtmEntity[] = []
  for (const { line, value } of read.rows) {
    const entity = readEntity(value)
    if (!entity) return refuseList('compliance.list-missing-column', line, 'id, schema, properties')
    if (isLinkSchema(entity.schema)) {
      if (entity.schema.toLowerCase() === 'sanction') sanctions.push(entity)
      continue
    }
    const draft = draftParty(entity, line)
    if (!draft || draft.names.length === 0 || drafts.has(entity.id)) {
      return refuseList('compliance.list-bad-row', line, draft ? entity.id : entity.schema)
    }
    drafts.set(entity.id, draft)
  }
  dateEntries(drafts, sanctions)
  return { ok: true, entries: [...drafts.values()].map(finishEntry), lastLine: read.lastLine }
}
