import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, ROLES, hasRole } from '../../accounts/index.ts'
import type { Programme } from '../domain/programme.ts'
import { findProgrammes } from '../store/programme-store.ts'

/** Refuses with `programmes.absent` whoever has no role in it. */
export async function readProgramme(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<Programme>> {
  if (!hasRole(actor, programmeId, ...ROLES)) return refuse('absent', 'programmes.absent')
  const [programme] = await findProgrammes(platform.db, [programmeId])
  return programme ? ok(programme) : refuse('absent', 'programmes.absent')
}

/** Programmes the actor has a role in, each once. */
export async function listProgrammes(platform: Platform, actor: Actor): Promise<Programme[]> {
  if (actor.kind !== 'person') return []
  const ids = [...new Set(actor.grants.map(({ programmeId }) => programmeId))]
  return findProgrammes(platform.db, ids)
}
