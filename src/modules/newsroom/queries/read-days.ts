import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayReadDrafts } from '../domain/policy.ts'
import { refuseNews } from '../domain/refusal.ts'
import { type TellableDay, findTellableDays } from '../store/day-store.ts'

export type { TellableDay }

/** The days that a draft could tell, newest first, each with its records. */
export async function listTellableDays(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<{ readonly days: readonly TellableDay[]; readonly participants: number }>> {
  if (!mayReadDrafts(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  return ok(await findTellableDays(platform.db, programmeId))
}
