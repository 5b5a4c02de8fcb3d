import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, isOperator, journalActor } from '../../accounts/index.ts'
import { type Keyword, decideKeywords, keywordKey } from '../domain/keyword.ts'
import { listKeywordRows, upsertKeywords } from '../store/keyword-store.ts'

/**
 * Adds keywords to the code lists and renames those that are there; saving the same twice changes nothing. Nothing
 * is removed, because profiles carry the codes. Refuses the whole lot with what is wrong with one of them.
 */
export async function saveKeywords(
  platform: Platform,
  actor: Actor,
  { programmeId, keywords }: { readonly programmeId: Id; readonly keywords: readonly Keyword[] },
): Promise<Result<{ changed: number }>> {
  if (!isOperator(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  const known = await listKeywordRows(platform.db, programmeId)
  const decided = decideKeywords(keywords, new Set(known.map(keywordKey)))
  if (!decided.ok) return decided
  const changed = await upsertKeywords(platform.db, programmeId, keywords, {
    at: platform.clock.now(),
    programmeId,
    ...journalActor(actor),
    action: 'keywords.saved',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { keywords: keywords.length },
  })
  return ok({ changed })
}
