import { LOCALES } from '../../../kernel/locale.ts'
import type { Choices, Column } from './sheet.ts'
import { type SheetTexts, foldLabel } from './sheet-columns.ts'

export type Decoded = string | number | boolean | readonly string[] | null

interface CellIssue {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

type CellResult = { readonly value: Decoded } | { readonly issue: CellIssue }

const value = (decoded: Decoded): CellResult => ({ value: decoded })
const issue = (code: string, values: CellIssue['values'] = {}): CellResult => ({ issue: { code, values } })

/** As much of a cell as fits into a sentence about it. */
export const quoted = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)

/** What the text of a cell means in its column. */
export function decodeCell(column: Column, text: string, texts: SheetTexts): CellResult {
  if (text === '') return value(column.kind === 'choices' || column.kind === 'list' ? [] : null)
  switch (column.kind) {
    case 'text':
    case 'localized-text':
      return text.length > column.max ? issue('text-too-long', { length: text.length, max: column.max }) : value(text)
    case 'integer':
      return decodeInteger(text, column.min, column.max)
    case 'flag':
      return decodeFlag(text, texts)
    case 'choice': {
      const found = findChoice(column.choices, text)
      return found === null ? unknownChoice(text) : value(found)
    }
    case 'choices':
      return decodeChoices(column.choices, text, column.maxItems)
    case 'list':
      return decodeList(column, text)
    case 'date':
      return decodeDate(text)
    case 'time':
      return decodeTime(text)
  }
}

function decodeInteger(text: string, min: number, max: number): CellResult {
  const plain = text.replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '')
  if (!/^-?\d{1,15}$/.test(plain)) return issue('number-invalid', { value: quoted(text) })
  const number = Number(plain)
  return number < min || number > max ? issue('number-out-of-range', { value: number, min, max }) : value(number)
}

const TRUE_WORDS = ['true', '1', 'y', 'yes', 'o', '예', '네', 'да']
const FALSE_WORDS = ['false', '0', 'n', 'no', 'x', '아니오', '아니요', 'нет']

function decodeFlag(text: string, { yes, no }: SheetTexts): CellResult {
  const folded = foldLabel(text)
  const means = (words: readonly string[]) => words.some((word) => foldLabel(word) === folded)
  if (means([...TRUE_WORDS, ...Object.values(yes)])) return value(true)
  return means([...FALSE_WORDS, ...Object.values(no)]) ? value(false) : issue('flag-invalid', { value: quoted(text) })
}

/** The bare value or its label in any language. */
function findChoice(choices: Choices, text: string): string | null {
  const folded = foldLabel(text)
  const found = Object.entries(choices).find(
    ([choice, labels]) =>
      foldLabel(choice) === folded || LOCALES.some((locale) => foldLabel(labels[locale]) === folded),
  )
  return found?.[0] ?? null
}

const unknownChoice = (text: string) => issue('value-unknown', { value: quoted(text) })

const itemsOf = (text: string, separators: RegExp): string[] => [
  ...new Set(
    text
      .split(separators)
      .map((item) => item.trim())
      .filter(Boolean),
  ),
]

function decodeChoices(choices: Choices, text: string, maxItems: number): CellResult {
  const found = new Set<string>()
  for (const item of itemsOf(text, /[;；\n]/)) {
    const whole = findChoice(choices, item)
    // A label may hold a comma itself; otherwise a comma separates, too.
    for (const part of whole === null ? itemsOf(item, /,/) : [item]) {
      const choice = whole ?? findChoice(choices, part)
      if (choice === null) return unknownChoice(part)
      found.add(choice)
    }
  }
  return found.size > maxItems ? issue('list-too-long', { max: maxItems }) : value([...found])
}

function decodeList(column: Column & { kind: 'list' }, text: string): CellResult {
  const items = itemsOf(text, column.pattern ? /[;；,\n]/ : /[;；\n]/)
  if (items.length > column.maxItems) return issue('list-too-long', { max: column.maxItems })
  const wrong = items.find((item) => item.length > column.max || (column.pattern && !column.pattern.test(item)))
  return wrong === undefined ? value(items) : issue('item-invalid', { value: quoted(wrong) })
}

/** Year first (2020-10-26, 2020.10.26, 2020. 10. 26., 2020년 10월 26일) or day first with points (26.10.2020). */
const DATES = [
  /^(?<year>\d{4})(?:[-./]\s?|년\s?)(?<month>\d{1,2})(?:[-./]\s?|월\s?)(?<day>\d{1,2})(?:\.|일)?$/,
  /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
]

function decodeDate(text: string): CellResult {
  for (const pattern of DATES) {
    const parts = pattern.exec(text)?.groups
    if (!parts) continue
    const date = `${parts.year}-${parts.month!.padStart(2, '0')}-${parts.day!.padStart(2, '0')}`
    // 31 February is carried over by Date and comes back as another day.
    const real = new Date(`${date}T00:00:00Z`)
    if (!Number.isNaN(real.getTime()) && real.toISOString().startsWith(date)) return value(date)
  }
  return issue('date-invalid', { value: quoted(text) })
}

const TIME = /^(?<before>오전|오후|am|pm)?\s?(?<hour>\d{1,2}):(?<minute>[0-5]\d)(?::[0-5]\d)?\s?(?<after>am|pm)?$/i

function decodeTime(text: string): CellResult {
  const parts = TIME.exec(text)?.groups
  if (!parts) return issue('time-invalid', { value: quoted(text) })
  const half = (parts.before ?? parts.after)?.toLowerCase()
  const said = Number(parts.hour)
  const valid = half === undefined ? said <= 24 : said >= 1 && said <= 12
  const hour = half === undefined ? said : (said % 12) + (half === 'pm' || half === '오후' ? 12 : 0)
  if (!valid || (hour === 24 && parts.minute !== '00')) return issue('time-invalid', { value: quoted(text) })
  return value(`${String(hour).padStart(2, '0')}:${parts.minute}`)
}
