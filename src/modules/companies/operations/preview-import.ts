import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { readTables } from '../../../platform/tables/read-tables.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { type RowDecision } from '../domain/sheet.ts'
import { type ImportBatchRow, insertImportBatch } from '../store/import-store.ts'
import { forbidden } from './refusals.ts'
import { runImport } from './run-import.ts'
import type { SheetImporter } from './sheet-importer.ts'
import { standingOf } from './standing.ts'

export interface PreviewImport {
  readonly programmeId: Id
  readonly file: { readonly name: string; readonly mediaType: string; readonly contents: Blob | Uint8Array }
  readonly eventId: Id | null
  /** What a CSV holds; null lets the file tell. */
  readonly sheet: string | null
  readonly decisions: readonly RowDecision[]
}

/** Keeps the file and shows what its import would do; nothing else is changed. */
export async function previewImport(
  platform: Platform,
  actor: Actor,
  importers: readonly SheetImporter[],
  { programmeId, file, eventId, sheet, decisions }: PreviewImport,
): Promise<Result<ImportBatchRow>> {
  if (!standingOf(actor, programmeId).operator) return forbidden()
  if (sheet !== null && !importers.some((importer) => importer.sheet.key === sheet)) {
    return refuse('invalid', 'companies.sheet-unknown')
  }
  const contents = file.contents instanceof Blob ? new Uint8Array(await file.contents.arrayBuffer()) : file.contents
  const tables = await readTables(contents, file.name)
  const { preview } = await runImport(
    platform,
    actor,
    importers,
    { programmeId, eventId, sheet, decisions, file: tables },
    null,
  )
  return transaction(platform.db, async (trx): Promise<Result<ImportBatchRow>> => {
    const stored = await platform.files.store(trx, { ...file, contents })
    if (!stored.ok) return stored
    const batch: ImportBatchRow = {
      id: platform.newId(),
      programmeId,
      eventId,
      fileId: stored.value.id,
      fileName: stored.value.name,
      status: 'previewed',
      preview,
      createdBy: journalActor(actor).actorId,
      createdAt: platform.clock.now(),
      appliedBy: null,
      appliedAt: null,
    }
    await insertImportBatch(trx, batch)
    return ok(batch)
  })
}
