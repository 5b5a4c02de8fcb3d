import type { Identifier, ListEntry, ListName, PartyKind } from '../shapes.ts'

/** An entry while its rows are read. */
export interface EntryDraft {
  readonly id: string
  readonly line: number
  kind: PartyKind
  effect: ListEntry['effect']
  listedOn: string | null
  delistedOn: string | null
  readonly names: ListName[]
  readonly identifiers: Identifier[]
  readonly countries: Set<string>
  readonly birthDates: Set<string>
  readonly programmes: Set<string>
}

export const draftEntry = (id: string, line: number, kind: PartyKind): EntryDraft => ({
  id,
  line,
  kind,
  effect: 'block',
  listedOn: null,
  delistedOn: null,
  names: [],
  identifiers: [],
  countries: new Set(),
  birthDates: new Set(),
  programmes: new Set(),
})

/** Adds a name once; a spelling that is also a full name is not weak. */
export function addName(draft: EntryDraft, text: string, weak = false): void {
  const name = text.replaceAll(/\s+/g, ' ').trim()
  if (name === '') return
  const at = draft.names.findIndex((known) => known.text === name)
  if (at < 0) draft.names.push({ text: name, weak })
  else if (!weak) draft.names[at] = { text: name, weak }
}

export function addIdentifier(draft: EntryDraft, kind: string, value: string): void {
  const trimmed = value.trim()
  if (trimmed !== '' && !draft.identifiers.some((known) => known.value === trimmed)) {
    draft.identifiers.push({ kind: kind.trim(), value: trimmed })
  }
}

export const addTo = (set: Set<string>, value: string): void => {
  if (value.trim() !== '') set.add(value.trim())
}

export const finishEntry = (draft: EntryDraft): ListEntry => ({
  id: draft.id,
  kind: draft.kind,
  names: draft.names,
  identifiers: draft.identifiers,
  countries: [...draft.countries],
  birthDates: [...draft.birthDates],
  programmes: [...draft.programmes],
  effect: draft.effect,
  listedOn: draft.listedOn,
  delistedOn: draft.delistedOn,
})

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** `12 Jan 1963`, `Jan 1963`, `1963-01-12` and ISO instants as a date; what else it may be as it stands. */
export function readDate(text: string): string {
  const iso = /^(\d{4}-\d{2}-\d{2})/.exec(text)
  if (iso) return iso[1] ?? text
  const words = /^(?:(\d{1,2}) )?([a-z]{3})[a-z]* (\d{4})$/i.exec(text.trim())
  const month = words ? MONTHS.indexOf((words[2] ?? '').toLowerCase()) + 1 : 0
  if (!words || month === 0) return text.trim()
  const day = words[1] === undefined ? '' : `-${words[1].padStart(2, '0')}`
  return `${words[3]}-${String(month).padStart(2, '0')}${day}`
}

/** A whole date or null, for the days on which an entry counts. */
export const readDay = (text: string): string | null => {
  const day = readDate(text)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null
}
