import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, seesProgramme } from '../../accounts/index.ts'
import { type JournalRow, listJournal } from '../store/journal-store.ts'

const PAGE_SIZE = 100

/** What happened in a programme, a page at a time: `before` is the `seq` of the last row read so far. */
export async function readJournal(
  platform: Platform,
  actor: Actor,
  { programmeId, before = null }: { readonly programmeId: Id; readonly before?: number | null | undefined },
): Promise<Result<JournalRow[]>> {
  if (!seesProgramme(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  return ok(await listJournal(platform.db, programmeId, { before, limit: PAGE_SIZE }))
}
