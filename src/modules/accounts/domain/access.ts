import type { Id } from '../../../kernel/id.ts'
import { type Actor, hasRole } from './actor.ts'
import type { Role } from './role.ts'

/**
 * Who may call a route. `public`: anyone. `signed-in`: anyone with a session. A list of roles: people who hold one
 * of them in the programme that the input names; for everybody else the programme does not exist.
 */
export type Access = 'public' | 'signed-in' | readonly Role[]

/**
 * What a route without a programme in its input says of the rows it needs: `own`, those of the programmes its caller has
 * a role in; `all`, because it leads into a programme that only it finds, or is about a person or the installation.
 */
export type RouteReach = 'own' | 'all'

/** What a route says of itself. */
export interface RouteMeta {
  readonly access?: Access
  readonly reach?: RouteReach
}

export type AccessDecision = 'granted' | 'sign-in-needed' | 'absent' | 'forbidden'

/**
 * Whether the actor may call the route for this programme (null: the input names none). Without any role in a
 * programme it is `absent`, the same as one that does not exist; with another role it is `forbidden`.
 */
export function decideAccess(access: Access, actor: Actor, programmeId: Id | null): AccessDecision {
  if (access === 'public') return 'granted'
  if (actor.kind === 'anonymous') return 'sign-in-needed'
  if (access === 'signed-in') return 'granted'
  if (programmeId === null || !isKnownTo(actor, programmeId)) return 'absent'
  return hasRole(actor, programmeId, ...access) ? 'granted' : 'forbidden'
}

const isKnownTo = (actor: Actor, programmeId: Id): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' && actor.grants.some((grant) => grant.programmeId === programmeId))
