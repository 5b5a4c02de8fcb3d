import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayRank } from '../domain/policy.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type Weightings, findWeightings } from '../store/weighting-store.ts'

export type { Weightings }

/** Every weighting that was ever saved, which is chosen, which is shown, and how many facts there are. One statement. */
export async function listWeightings(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<Weightings>> {
  if (!mayRank(standingOf(actor, programmeId))) return absent()
  return ok(await findWeightings(platform.db, programmeId))
}
