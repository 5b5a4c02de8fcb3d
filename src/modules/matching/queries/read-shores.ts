import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayReadShores } from '../domain/policy.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type Shores, findShores } from '../store/match-store.ts'

export type { Shores }

/** Who fits whom between the sides: the best of every company, and who is in nobody's best. One statement. */
export async function readShores(
  platform: Platform,
  actor: Actor,
  { programmeId, perCompany }: { readonly programmeId: Id; readonly perCompany: number },
): Promise<Result<Shores>> {
  if (!mayReadShores(standingOf(actor, programmeId))) return absent()
  return ok(await findShores(platform.db, programmeId, perCompany))
}
