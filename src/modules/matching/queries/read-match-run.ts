import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayReadShores } from '../domain/policy.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type MatchRunRow, findLatestRun } from '../store/match-run-store.ts'

/** The newest run, live or ended; null before the first. */
export async function readMatchRun(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<MatchRunRow | null>> {
  if (!mayReadShores(standingOf(actor, programmeId))) return absent()
  return ok(await findLatestRun(platform.db, programmeId))
}
