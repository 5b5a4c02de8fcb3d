import type { EntryDraft } from './build-entry.ts'
import { addIdentifier, addName, addTo, draftEntry, finishEntry, readDate } from './build-entry.ts'
import type { CsvRow } from './read-csv.ts'
import { readCsv } from './read-csv.ts'
import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'
import type { ListEntry, PartyKind } from '../shapes.ts'

/**
 * The CSV files of the Office of Foreign Assets Control have no header. Twelve columns are a party (SDN.CSV,
 * CONS_PRIM.CSV). The alias file (five columns) and the address file (six) may be appended to it, as the office
 * publishes them; each of their rows belongs to a party before it.
 */
const PARTY_COLUMNS = 12
const ALIAS_COLUMNS = 5
const ADDRESS_COLUMNS = 6

const value = (row: CsvRow, at: number): string => {
  const text = (row.fields[at] ?? '').trim()
  return text === '-0-' ? '' : text
}

const KINDS: Readonly<Record<string, PartyKind>> = {
  individual: 'person',
  vessel: 'vessel',
  aircraft: 'other',
  '': 'organisation',
}

const NUMBERED =
  /^(?:alt\. )?(Passport|National ID No\.|Tax ID No\.|Registration Number|Registration ID|Company Number|Identification Number|D-U-N-S Number|Business Registration Number|Government Gazette Number|SWIFT\/BIC|Trade License No\.|C\.R\. No\.|Chinese Commercial Code|Digital Currency Address - \w+|Unified Social Credit Code \(USCC\)|Legal Entity Number)\s+([^\s(;]+)/i

function readRemark(draft: EntryDraft, remark: string): void {
  const born = /^(?:alt\. )?DOB (?:circa )?(.+)$/i.exec(remark)
  if (born) addTo(draft.birthDates, readDate(born[1] ?? ''))
  const imo = /\bIMO\s+(\d{7})\b/.exec(remark)
  if (imo) addIdentifier(draft, 'imo', imo[1] ?? '')
  const numbered = NUMBERED.exec(remark)
  if (numbered) addIdentifier(draft, numbered[1] ?? '', (numbered[2] ?? '').replace(/\.$/, ''))
  const nation = /^(?:alt\. )?(?:nationality|citizen|Nationality of Registration) (.+)$/i.exec(remark)
  if (nation) addTo(draft.countries, nation[1] ?? '')
  const alias = /^(a\.k\.a\.|f\.k\.a\.) '([^']+)'/i.exec(remark)
  // Spellings the office keeps in the remarks only are its weak ones.
  if (alias) addName(draft, alias[2] ?? '', true)
}

function readParty(row: CsvRow, effect: ListEntry['effect']): EntryDraft | null {
  const id = value(row, 0)
  const name = value(row, 1)
  const kind = KINDS[value(row, 2).toLowerCase()]
  if (!/^\d+$/.test(id) || name === '' || kind === undefined) return null
  const draft = draftEntry(id, row.line, kind)
  draft.effect = effect
  addName(draft, name)
  for (const programme of value(row, 3).split(/\]\s*\[|;/)) addTo(draft.programmes, programme.replaceAll(/[[\]]/g, ''))
  addTo(draft.countries, value(row, 9))
  if (value(row, 5) !== '') addIdentifier(draft, 'call sign', value(row, 5))
  for (const remark of value(row, 11).split(';')) readRemark(draft, remark.trim().replace(/\.$/, ''))
  return draft
}

export function parseOfac(
  text: string,
  effect: ListEntry['effect'],
): { ok: true; entries: ListEntry[]; lastLine: number } | ListRefusal {
  const read = readCsv(text, ',')
  if (!read.ok) return read
  const drafts = new Map<string, EntryDraft>()
  for (const [at, row] of read.rows.entries()) {
    const width = row.fields.length
    const owner = drafts.get(value(row, 0))
    if (width === PARTY_COLUMNS) {
      const draft = readParty(row, effect)
      if (!draft || owner) return refuseList('compliance.list-bad-row', row.line, row.fields[0])
      drafts.set(draft.id, draft)
    } else if (width === ALIAS_COLUMNS && owner) {
      if (value(row, 3) === '') return refuseList('compliance.list-bad-row', row.line, row.fields[0])
      addName(owner, value(row, 3), /weak/i.test(value(row, 4)))
    } else if (width === ADDRESS_COLUMNS && owner) addTo(owner.countries, value(row, 4))
    else if (at === read.rows.length - 1 && at > 0) return refuseList('compliance.list-truncated', row.line, `${width}`)
    else
      return refuseList(at === 0 ? 'compliance.list-missing-column' : 'compliance.list-bad-row', row.line, `${width}`)
  }
  return { ok: true, entries: [...drafts.values()].map(finishEntry), lastLine: read.lastLine }
}
