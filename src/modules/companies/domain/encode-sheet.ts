import { type Locale, LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import type { Column, Columns, ExportRow, InEveryLocale, Sheet } from './sheet.ts'
import { type FileColumn, type SheetTexts, fileColumns, headingOf } from './sheet-columns.ts'

type Cell = string | number | null

/** Headings and cells of a sheet for readers of one language. */
export interface EncodedSheet {
  readonly columns: readonly {
    readonly heading: string
    readonly required: boolean
    readonly suggestions: readonly string[]
  }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The inverse of `decodeSheet`. Without `personal`, columns about people are left out. */
export function encodeSheet<C extends Columns>(
  sheet: Sheet<C>,
  rows: readonly ExportRow<C>[],
  reader: Locale,
  texts: SheetTexts,
  { personal }: { readonly personal: boolean },
): EncodedSheet {
  const names = fileColumns(sheet as unknown as Sheet).filter(({ column }) => personal || !column.personal)
  return {
    columns: names.map((name) => ({
      heading: headingOf(name, reader, texts),
      required: name.column.required ?? false,
      suggestions: suggestionsOf(name.column, reader, texts),
    })),
    rows: rows.map((row) => names.map((name) => encodeCell(name, row[name.key], reader, texts))),
  }
}

function suggestionsOf(column: Column, reader: Locale, { yes, no }: SheetTexts): string[] {
  if (column.kind === 'flag') return [yes[reader], no[reader]]
  return column.kind === 'choice' ? Object.values(column.choices).map((labels) => labels[reader]) : []
}

function encodeCell({ column, locale }: FileColumn, value: unknown, reader: Locale, texts: SheetTexts): Cell {
  if (value === null || value === undefined) return null
  if (locale !== null) return (value as LocalizedText)[locale] ?? null
  switch (column.kind) {
    case 'integer':
      return value as number
    case 'flag':
      return (value ? texts.yes : texts.no)[reader]
    case 'choice':
      return column.choices[value as string]?.[reader] ?? (value as string)
    case 'choices':
      return (value as string[]).map((choice) => column.choices[choice]?.[reader] ?? choice).join('; ') || null
    case 'list':
      return (value as string[]).join('; ') || null
    default:
      return value as string
  }
}

/** The example row of the template; it begins with the mark by which an import leaves it out. */
export function exampleRow(sheet: Sheet, reader: Locale, texts: SheetTexts): Cell[] {
  return fileColumns(sheet).map(({ column, locale }, at) => {
    const example = exampleText(column.example, locale ?? reader)
    return at === 0 ? `${texts.exampleMark[reader]} ${example ?? ''}`.trim() : example
  })
}

const exampleText = (example: string | InEveryLocale | undefined, locale: Locale): string | null =>
  example === undefined ? null : typeof example === 'string' ? example : example[locale]

/** One line for each column of the notes: heading, required, what to write, allowed values. */
export function columnNotes(sheet: Sheet, reader: Locale, texts: SheetTexts): Cell[][] {
  const seen = new Set<string>()
  return fileColumns(sheet).flatMap((name): Cell[][] => {
    if (seen.has(name.key)) return []
    seen.add(name.key)
    const { column } = name
    const allowed = column.kind === 'choice' || column.kind === 'choices' ? Object.values(column.choices) : []
    const heading =
      column.kind === 'localized-text' ? localizedHeadings(column, reader, texts) : column.headings[reader]
    return [
      [
        sheet.titles[reader],
        heading,
        column.required ? texts.yes[reader] : null,
        column.note?.[reader] ?? null,
        allowed.map((labels) => labels[reader]).join('; ') || null,
      ],
    ]
  })
}

const localizedHeadings = (column: Column, reader: Locale, texts: SheetTexts): string =>
  `${column.headings[reader]} (${LOCALES.map((locale) => texts.languages[locale][reader]).join(' / ')})`
