import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { isOneOf } from '../store/person-store.ts'

/**
 * Whether the actor looks after the installation, whatever programme they are in: those whom `NARU_ADMINISTRATORS`
 * names, without it the first account. A token stands for one programme and never for that.
 */
export async function administersInstallation(
  { db, config }: Pick<Platform, 'db' | 'config'>,
  actor: Actor,
): Promise<boolean> {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'person' || actor.token !== undefined) return false
  return isOneOf(db, actor.personId, config.administrators)
}
