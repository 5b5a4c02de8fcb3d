import { LOCALES, type Locale, type LocalizedText } from '../../../kernel/locale.ts'

/** One sentence or label in every language. */
export type InEveryLocale = Readonly<Record<Locale, string>>

/** The values a cell may hold, with what it is called in each language; the bare value is understood too. */
export type Choices<V extends string = string> = Readonly<Record<V, InEveryLocale>>

interface ColumnTexts {
  readonly headings: InEveryLocale
  /** Further headings under which people send the column, in any language. */
  readonly aliases?: readonly string[]
  /** What to write into it: shown in the notes of the template. */
  readonly note?: InEveryLocale
  /** Cell of the example row of the template, in the form a person would type it. */
  readonly example?: string | InEveryLocale
  /** Names, addresses and numbers of people: the column is left out of an export without contacts. */
  readonly personal?: boolean
}

/**
 * What stands in a cell.
 * - `localized-text` takes three columns of the sheet, one a language: "Name (Korean)" …; a heading without a
 *   language means the language the heading is written in.
 * - `choices` and `list` separate their items with `;`.
 * - `date` is 2020-10-26, `time` 15:00, both as a clock on the wall shows them; cells that the spreadsheet
 *   formats as date or time are read as such.
 */
export type ColumnKind =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'localized-text'; readonly max: number }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: Choices }
  | { readonly kind: 'choices'; readonly choices: Choices; readonly maxItems: number }
  | { readonly kind: 'list'; readonly max: number; readonly maxItems: number; readonly pattern?: RegExp }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }

export type Column = ColumnTexts & ColumnKind & { readonly required?: boolean }
export type Columns = Readonly<Record<string, Column>>

/** One table that can be imported and exported. The order of `columns` is the order in the file. */
export interface Sheet<C extends Columns = Columns> {
  /** `companies`: stable, in the API and in decisions. */
  readonly key: string
  readonly titles: InEveryLocale
  readonly aliases?: readonly string[]
  /** What one row is: first line of the notes of the template. */
  readonly note: InEveryLocale
  /** The whole table is about people: left out of an export without contacts. */
  readonly personal?: boolean
  /** What only its author and the operator may know: an official's export leaves it out. */
  readonly confidential?: boolean
  readonly columns: C
}

/** Keeps the exact column types, from which `RowValues` follows. */
export const defineSheet = <const C extends Columns>(sheet: Sheet<C>): Sheet<C> => sheet

/** Per language: a text, null for an empty cell, absent when the file has no such column. */
export type LocalizedPatch = Readonly<Partial<Record<Locale, string | null>>>

type Filled<C extends Column> = C extends { kind: 'localized-text' }
  ? LocalizedPatch
  : C extends { kind: 'integer' }
    ? number
    : C extends { kind: 'flag' }
      ? boolean
      : C extends { kind: 'choice'; choices: Choices<infer V> }
        ? V
        : C extends { kind: 'choices'; choices: Choices<infer V> }
          ? readonly V[]
          : C extends { kind: 'list' }
            ? readonly string[]
            : string

type CellValue<C extends Column> = C extends { required: true }
  ? Filled<C>
  : C extends { kind: 'choices' | 'list' | 'localized-text' }
    ? Filled<C> | undefined
    : Filled<C> | null | undefined

/**
 * A row as understood. `undefined`: the file has no such column, so what is stored stays. `null`, an empty list:
 * the cell is empty, so what is stored is cleared. Required columns always have a value.
 */
export type RowValues<C extends Columns> = { readonly [K in keyof C]: CellValue<C[K]> }

export interface SheetRow<C extends Columns> {
  /** 1-based, as the spreadsheet shows it. */
  readonly row: number
  readonly values: RowValues<C>
}

type Written<C extends Column> = C extends { kind: 'localized-text' } ? LocalizedText : Exclude<CellValue<C>, undefined>

/** A row for export: every column has a value, or null where there is none. */
export type ExportRow<C extends Columns> = { readonly [K in keyof C]: Written<C[K]> | null }

/** A remark on a cell, a row (`column` null) or the whole sheet (`row` null). */
export interface SheetIssue {
  readonly row: number | null
  /** Key of the column; for one language of a localized text `name.ko`. */
  readonly column: string | null
  /** Key of `importIssues` in the messages of this module. */
  readonly code: string
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  /** An error keeps the whole import from being applied. */
  readonly severity: 'error' | 'warning'
}

/** What a row did, or would do. */
export type RowEffect = 'create' | 'update' | 'unchanged'

/** What the user said about a row that looks like a known company. */
export interface RowDecision {
  readonly sheet: string
  readonly row: number
  readonly is: 'same' | 'another'
}

/** What is stored, changed by what the file says. */
export function patchText(stored: LocalizedText, patch: LocalizedPatch | undefined): LocalizedText {
  const text: Partial<Record<Locale, string>> = {}
  for (const locale of LOCALES) {
    const said = patch?.[locale]
    const value = said === undefined ? stored[locale] : said
    if (value) text[locale] = value
  }
  return text
}

/** The value of the file, or what is stored when the file has no such column. */
export const orStored = <T>(said: T | undefined, stored: T): T => (said === undefined ? stored : said)

/** One text of typed messages in every language: `inEveryLocale(messages, (m) => m.sheets.companies.title)`. */
export const inEveryLocale = <M>(messages: Readonly<Record<Locale, M>>, pick: (m: M) => string): InEveryLocale => ({
  ko: pick(messages.ko),
  ru: pick(messages.ru),
  en: pick(messages.en),
})

/** Choices from the labels of an enum in the messages: `choicesOf(messages, (m) => m.kinds)`. */
export function choicesOf<M, V extends string>(
  messages: Readonly<Record<Locale, M>>,
  pick: (m: M) => Readonly<Record<V, string>>,
): Choices<V> {
  const values = Object.keys(pick(messages.en)) as V[]
  return Object.fromEntries(
    values.map((value) => [value, inEveryLocale(messages, (m) => pick(m)[value])]),
  ) as Choices<V>
}
