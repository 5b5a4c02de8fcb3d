import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type TableToWrite, writeCsv, writeXlsx } from '../../../platform/tables/write-tables.ts'
import type { Actor } from '../../accounts/index.ts'
import { readProgramme } from '../../programmes/index.ts'
import { encodeSheet } from '../domain/encode-sheet.ts'
import { messages } from '../messages.ts'
import { absent, forbidden } from '../operations/refusals.ts'
import type { ExportScope, SheetImporter } from '../operations/sheet-importer.ts'
import { standingOf } from '../operations/standing.ts'
import { workbookTexts } from '../operations/workbook-texts.ts'
import { type FileToSend, XLSX } from './import-template.ts'

export interface ExportTables {
  readonly programmeId: Id
  readonly locale: Locale
  readonly format: 'xlsx' | 'csv'
  /** One table; all of them when null, which CSV cannot hold. */
  readonly sheet: string | null
  /** Tables of an event are left out without it. */
  readonly eventId: Id | null
  readonly withContacts: boolean
}

/** The stored tables as they can be imported again. */
export async function exportTables(
  platform: Platform,
  actor: Actor,
  importers: readonly SheetImporter[],
  { programmeId, locale, format, sheet, eventId, withContacts }: ExportTables,
): Promise<Result<FileToSend>> {
  const standing = standingOf(actor, programmeId)
  if (!standing.operator && !standing.official) return forbidden()
  if (format === 'csv' && sheet === null) return refuse('invalid', 'companies.sheet-needed')
  const chosen = importers.filter(
    (importer) =>
      (sheet === null || importer.sheet.key === sheet) &&
      (withContacts || !importer.sheet.personal) &&
      (standing.operator || !importer.sheet.confidential) &&
      (eventId !== null || !importer.needsEvent),
  )
  if (chosen.length === 0) return refuse('invalid', 'companies.sheet-unknown')
  const programme = await readProgramme(platform, actor, { programmeId })
  if (!programme.ok) return absent()
  const scope: ExportScope = { platform, programmeId, eventId, locale, sides: programme.value.sides }
  const tables: TableToWrite[] = []
  for (const importer of chosen) tables.push(await tableOf(importer, scope, withContacts))
  const name = `${programme.value.slug}-${sheet === null ? messages[locale].workbook.exportName : tables[0]!.title}`
  return ok(
    format === 'csv'
      ? { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', contents: writeCsv(tables[0]!) }
      : { name: `${name}.xlsx`, mediaType: XLSX, contents: await writeXlsx(tables) },
  )
}

async function tableOf(importer: SheetImporter, scope: ExportScope, personal: boolean): Promise<TableToWrite> {
  const rows = await importer.exportRows(scope)
  const { sheet } = importer
  return { title: sheet.titles[scope.locale], ...encodeSheet(sheet, rows, scope.locale, workbookTexts, { personal }) }
}
