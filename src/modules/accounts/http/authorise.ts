import { ORPCError } from '@orpc/server'
import { isId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Reach } from '../../../platform/database/reach.ts'
import type { Authorise } from '../../../platform/http/orpc.ts'
import { type Access, type RouteMeta, decideAccess } from '../domain/access.ts'
import { type Actor, ownProgrammes } from '../domain/actor.ts'

/**
 * Checked before every route, on the input as it was sent: no session 401, no role in the programme 404 (whether it
 * exists or not), another role 403.
 */
export const authorise: Authorise<Access, Actor> = (access, actor, input) => {
  const decision = decideAccess(access, actor, programmeOf(input))
  if (decision === 'sign-in-needed') throw new ORPCError('UNAUTHORIZED')
  return REFUSALS[decision]
}

/**
 * The programmes whose rows a route may touch: the one its input names, unless it says more. A route that names none and
 * says nothing reaches none.
 */
export function reachOfRoute({ access, reach }: RouteMeta, actor: Actor, input: unknown): Reach {
  if (reach === 'all') return 'all'
  if (reach === 'own') return ownProgrammes(actor)
  const programmeId = programmeOf(input)
  return Array.isArray(access) && programmeId !== null ? [programmeId] : 'none'
}

/**
 * While it is found out who is asking: the programme that the address names, so that the roles are read for it alone;
 * else all, because the roles say what may be reached.
 */
export function reachOfAddress(path: string): Reach {
  const programmeId = /^\/api\/v1\/programmes\/([^/]+)/.exec(path)?.[1]
  return programmeId !== undefined && isId(programmeId) ? [programmeId] : 'all'
}

const REFUSALS: Readonly<Record<'granted' | 'absent' | 'forbidden', Refusal | null>> = {
  granted: null,
  absent: { kind: 'absent', code: 'http.not-found' },
  forbidden: { kind: 'forbidden', code: 'http.not-allowed' },
}

function programmeOf(input: unknown): string | null {
  const id = (input as { programmeId?: unknown } | null | undefined)?.programmeId
  return typeof id === 'string' && isId(id) ? id : null
}
