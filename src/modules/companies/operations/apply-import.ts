import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { type Db, transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import { readTables } from '../../../platform/tables/read-tables.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { type ImportPreview, mergeDecisions } from '../domain/import-preview.ts'
import type { RowDecision } from '../domain/sheet.ts'
import { type ImportBatchRow, findImportBatch, lockPreviewedBatch, updateImportBatch } from '../store/import-store.ts'
import { absent, forbidden } from './refusals.ts'
import { runImport } from './run-import.ts'
import type { SheetImporter } from './sheet-importer.ts'
import { standingOf } from './standing.ts'

export interface ApplyImport {
  readonly programmeId: Id
  readonly importId: Id
  /** Beside those of the preview. */
  readonly decisions: readonly RowDecision[]
}

/**
 * Does what the preview showed, with the file as it was stored then: all of it or nothing. Applying an applied
 * import changes nothing. When errors are open the import stays previewed, with the issues as they now are.
 */
export async function applyImport(
  platform: Platform,
  actor: Actor,
  importers: readonly SheetImporter[],
  { programmeId, importId, decisions }: ApplyImport,
): Promise<Result<ImportBatchRow>> {
  if (!standingOf(actor, programmeId).operator) return forbidden()
  const batch = await findImportBatch(platform.db, programmeId, importId)
  if (!batch) return absent()
  if (batch.status === 'applied') return ok(batch)
  const stored = await platform.files.find(platform.db, batch.fileId)
  if (!stored) throw new Error(`The file of import ${importId} is gone`)
  const file = await readTables(await platform.files.read(stored), batch.fileName)
  const input = {
    programmeId,
    eventId: batch.eventId,
    file,
    sheet: batch.preview.sheet,
    decisions: mergeDecisions(batch.preview.decisions, decisions),
  }
  const outcome = await transaction(platform.db, async (trx): Promise<Outcome> => {
    const inside = within(platform, trx)
    // Whoever applies the same import at the same time waits here and then finds it applied.
    if (!(await lockPreviewedBatch(trx, importId))) return ok(undefined)
    const finish = (db: Db, preview: ImportPreview) => finishImport(within(platform, db), actor, batch, preview)
    const { preview, applied, raced } = await runImport(inside, actor, importers, input, finish)
    if (raced) return refuse('conflict', 'companies.import-raced')
    if (applied) return ok(undefined)
    const errors = preview.issues.filter(({ severity }) => severity === 'error').length
    return { ...refuse('conflict', 'companies.import-not-applicable', { errors }), preview }
  })
  if (!outcome.ok) {
    // The run was undone; what it found is kept, so that the person sees why.
    if (outcome.preview)
      await updateImportBatch(platform.db, importId, { ...STILL_PREVIEWED, preview: outcome.preview })
    return refuse(outcome.refusal.kind, outcome.refusal.code, outcome.refusal.detail)
  }
  const now = await findImportBatch(platform.db, programmeId, importId)
  return now ? ok(now) : absent()
}

type Outcome = Result<void> & { readonly preview?: ImportPreview }

const STILL_PREVIEWED = { status: 'previewed', appliedBy: null, appliedAt: null } as const

/** In the transaction of the import. */
async function finishImport(
  platform: Platform,
  actor: Actor,
  batch: ImportBatchRow,
  preview: ImportPreview,
): Promise<void> {
  const { actorId } = journalActor(actor)
  const appliedAt = platform.clock.now()
  await updateImportBatch(platform.db, batch.id, { status: 'applied', preview, appliedBy: actorId, appliedAt })
  await appendJournal(platform.db, {
    at: appliedAt,
    programmeId: batch.programmeId,
    ...journalActor(actor),
    action: 'import.applied',
    subjectKind: 'import',
    subjectId: batch.id,
    after: {
      fileId: batch.fileId,
      sheets: preview.sheets.map(({ sheet, rows, create, update, unchanged }) => ({
        sheet,
        rows,
        create,
        update,
        unchanged,
      })),
    },
  })
}
