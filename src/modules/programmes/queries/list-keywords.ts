import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, ROLES, hasRole } from '../../accounts/index.ts'
import type { Keyword, KeywordList } from '../domain/keyword.ts'
import { listKeywordRows } from '../store/keyword-store.ts'

/** The code lists of a programme, for everybody who has a role in it. */
export async function listKeywords(
  platform: Platform,
  actor: Actor,
  { programmeId, list }: { readonly programmeId: Id; readonly list?: KeywordList | undefined },
): Promise<Result<Keyword[]>> {
  if (!hasRole(actor, programmeId, ...ROLES)) return refuse('absent', 'programmes.absent')
  return ok(await listKeywordRows(platform.db, programmeId, list))
}
