import type { Locale } from '../../../kernel/locale.ts'
import { type TableToWrite, writeXlsx } from '../../../platform/tables/write-tables.ts'
import { columnNotes, encodeSheet, exampleRow } from '../domain/encode-sheet.ts'
import { messages } from '../messages.ts'
import type { SheetImporter } from '../operations/sheet-importer.ts'
import { workbookTexts } from '../operations/workbook-texts.ts'

export interface FileToSend {
  readonly name: string
  readonly mediaType: string
  readonly contents: Buffer
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An empty workbook in one language: how to fill it in, then every table with its headings and an example row. */
export async function writeImportTemplate(importers: readonly SheetImporter[], locale: Locale): Promise<FileToSend> {
  const tables = importers.map(({ sheet }): TableToWrite => {
    const { columns } = encodeSheet(sheet, [], locale, workbookTexts, { personal: true })
    return { title: sheet.titles[locale], columns, rows: [exampleRow(sheet, locale, workbookTexts)], exampleRows: 1 }
  })
  return {
    name: `naru-${messages[locale].workbook.templateName}.xlsx`,
    mediaType: XLSX,
    contents: await writeXlsx([notes(importers, locale), ...tables]),
  }
}

function notes(importers: readonly SheetImporter[], locale: Locale): TableToWrite {
  const { notesTitle, notes: headings, aboutRows, aboutLists, aboutEmpty } = messages[locale].workbook
  return {
    title: notesTitle,
    columns: [headings.sheet, headings.column, headings.required, headings.whatToWrite, headings.allowed].map(
      (heading) => ({ heading }),
    ),
    rows: [
      ...[aboutRows, aboutLists, aboutEmpty].map((text) => [null, null, null, text, null]),
      ...importers.flatMap(({ sheet }) => [
        [sheet.titles[locale], null, null, sheet.note[locale], null],
        ...columnNotes(sheet, locale, workbookTexts),
      ]),
    ],
    wrapped: true,
  }
}
