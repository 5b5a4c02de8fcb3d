import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import type { Column, Columns, InEveryLocale, Sheet } from './sheet.ts'

/** Words that the framework itself writes into and understands in every sheet. */
export interface SheetTexts {
  /** "Korean" … as it stands in brackets behind a heading: by the language of the text. */
  readonly languages: Readonly<Record<Locale, InEveryLocale>>
  readonly yes: InEveryLocale
  readonly no: InEveryLocale
  /** "[Example]": a row that begins with it is only there to be looked at. */
  readonly exampleMark: InEveryLocale
}

/** A column as it stands in the file; a localized text has one for each language. */
export interface FileColumn {
  readonly key: string
  readonly column: Column
  /** Of the text in it; null for everything but localized texts. */
  readonly locale: Locale | null
}

/** `code`, or `name.ko` for one language of a text: how issues name a column. */
export const columnName = ({ key, locale }: Pick<FileColumn, 'key' | 'locale'>): string =>
  locale === null ? key : `${key}.${locale}`

export const fileColumns = ({ columns }: Sheet): FileColumn[] =>
  Object.entries(columns).flatMap(([key, column]): FileColumn[] =>
    column.kind === 'localized-text'
      ? LOCALES.map((locale) => ({ key, column, locale }))
      : [{ key, column, locale: null }],
  )

/** The heading of a column for readers of `reader`. */
export const headingOf = ({ column, locale }: FileColumn, reader: Locale, texts: SheetTexts): string =>
  locale === null ? column.headings[reader] : `${column.headings[reader]} (${texts.languages[locale][reader]})`

/** Case, spaces, signs and the star of required columns do not make another heading. */
export const foldLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}+]/gu, '')

interface KnownHeading {
  readonly name: FileColumn
  /** The language the heading is written in; null for aliases and keys. */
  readonly reader: Locale | null
}

/** Every heading under which a column of the sheet may arrive, folded. */
function knownHeadings(sheet: Sheet<Columns>, texts: SheetTexts): Map<string, KnownHeading> {
  const known = new Map<string, KnownHeading>()
  const add = (heading: string, name: FileColumn, reader: Locale | null) => {
    const folded = foldLabel(heading)
    if (!known.has(folded)) known.set(folded, { name, reader })
  }
  for (const name of fileColumns(sheet)) {
    for (const reader of LOCALES) add(headingOf(name, reader, texts), name, reader)
    const { key, column, locale } = name
    for (const plain of [key, ...(column.aliases ?? []), ...Object.values(column.headings)]) {
      add(locale === null ? plain : `${plain} ${locale}`, name, null)
    }
  }
  for (const name of fileColumns(sheet)) {
    const { column, locale } = name
    // A heading that names no language: the text is in the language of the heading; of an alias, in English.
    if (locale === null) continue
    add(column.headings[locale], name, locale)
    if (locale === 'en') for (const alias of column.aliases ?? []) add(alias, name, null)
  }
  return known
}

export interface Header {
  /** 0-based index of the row that holds the headings. */
  readonly at: number
  /** By position in the row; null where the heading is unknown or empty. */
  readonly columns: readonly (FileColumn | null)[]
  readonly cells: readonly string[]
  /** The language that most headings are written in. */
  readonly locale: Locale
}

/** Titles and notes may stand above the headings. */
const ROWS_SEARCHED = 10

/** The row among the first ones that has most of the sheet's headings; null when none has one. */
export function findHeader(
  sheet: Sheet<Columns>,
  rows: readonly (readonly string[])[],
  texts: SheetTexts,
): Header | null {
  const known = knownHeadings(sheet, texts)
  let best: Header | null = null
  let bestCount = 0
  rows.slice(0, ROWS_SEARCHED).forEach((cells, at) => {
    const found = cells.map((cell) => known.get(foldLabel(cell)) ?? null)
    const count = found.filter((heading) => heading !== null).length
    if (count <= bestCount) return
    bestCount = count
    best = { at, cells, columns: found.map((heading) => heading?.name ?? null), locale: commonLocale(found) }
  })
  return best
}

function commonLocale(found: readonly (KnownHeading | null)[]): Locale {
  const count = (locale: Locale) => found.filter((heading) => heading?.reader === locale).length
  return LOCALES.reduce((best, next) => (count(next) > count(best) ? next : best), 'en')
}

/** Names of required columns that the header lacks. */
export const missingColumns = (sheet: Sheet<Columns>, header: Header): string[] =>
  Object.entries(sheet.columns)
    .filter(([key, column]) => column.required && !header.columns.some((found) => found?.key === key))
    .map(([key]) => key)

/**
 * Finds out which sheet a table is: by its title in any language, else by its headings, which must then include
 * all required ones; of several the one with most headings.
 */
export function matchTable(
  table: { readonly title: string; readonly rows: readonly (readonly string[])[] },
  sheets: readonly Sheet<Columns>[],
  texts: SheetTexts,
): Sheet<Columns> | null {
  const title = foldLabel(table.title)
  const isNamed = (names: readonly string[]) => names.some((name) => foldLabel(name) === title)
  const named =
    sheets.find(({ key, titles }) => isNamed([key, ...Object.values(titles)])) ??
    sheets.find(({ aliases = [] }) => isNamed(aliases))
  if (named) return named
  let best: Sheet<Columns> | null = null
  let bestCount = 1
  for (const sheet of sheets) {
    const header = findHeader(sheet, table.rows, texts)
    if (!header || missingColumns(sheet, header).length > 0) continue
    const count = header.columns.filter((column) => column !== null).length
    if (count > bestCount) [best, bestCount] = [sheet, count]
  }
  return best
}
