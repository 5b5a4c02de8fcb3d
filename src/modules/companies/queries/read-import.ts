import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { absent, forbidden } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type ImportBatchRow, findImportBatch } from '../store/import-store.ts'

export type { ImportBatchRow } from '../store/import-store.ts'

/** A previewed or applied import of the programme. */
export async function readImport(
  platform: Platform,
  actor: Actor,
  { programmeId, importId }: { readonly programmeId: Id; readonly importId: Id },
): Promise<Result<ImportBatchRow>> {
  if (!standingOf(actor, programmeId).operator) return forbidden()
  const batch = await findImportBatch(platform.db, programmeId, importId)
  return batch ? ok(batch) : absent()
}
