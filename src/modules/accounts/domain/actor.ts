import type { Id } from '../../../kernel/id.ts'
import type { TokenUse } from './api-token.ts'
import { type Role, rolesOf } from './role.ts'

export interface RoleGrant {
  readonly programmeId: Id
  readonly role: Role
  /** The company a representative speaks for, or the interpreter a person is. */
  readonly scopeId: Id | null
}

/** On whose behalf something happens: a person with a session, nobody, or the system's own jobs. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: Id
      readonly grants: readonly RoleGrant[]
      /** The session it came with; absent when something happens in a person's name without a request. */
      readonly sessionId?: Id
      /** The token it came with instead of a session, and what of its limit is used. */
      readonly token?: TokenUse
    }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system'; readonly name: string }

export const systemActor = (name: string): Actor => ({ kind: 'system', name })

const grantsIn = (actor: Actor, programmeId: Id): readonly RoleGrant[] =>
  actor.kind === 'person' ? actor.grants.filter((grant) => grant.programmeId === programmeId) : []

/** Each once; a token's owner has those of the owner. */
export const ownProgrammes = (actor: Actor): Id[] =>
  actor.kind === 'person' ? [...new Set(actor.grants.map(({ programmeId }) => programmeId))] : []

/** The system may do what an operator may; a broker stands in for an operator, an auditor for an official. */
export const hasRole = (actor: Actor, programmeId: Id, ...roles: readonly Role[]): boolean =>
  actor.kind === 'system' ||
  grantsIn(actor, programmeId).some((grant) => rolesOf(grant.role).some((role) => roles.includes(role)))

/** Runs the programme: an operator, or a broker in an operator's place. */
export const isOperator = (actor: Actor, programmeId: Id): boolean => hasRole(actor, programmeId, 'operator')

/** Decides who is in the programme and how it is set up: operators, and nobody in their place. */
export const administers = (actor: Actor, programmeId: Id): boolean =>
  actor.kind === 'system' || grantsIn(actor, programmeId).some(({ role }) => role === 'operator')

/** Reads everything of a programme: the operator, and the official who answers for its results. */
export const seesProgramme = (actor: Actor, programmeId: Id): boolean =>
  hasRole(actor, programmeId, 'operator', 'official')

/** Speaks for this company in this programme. */
export const represents = (actor: Actor, programmeId: Id, companyId: Id): boolean =>
  grantsIn(actor, programmeId).some((grant) => grant.role === 'company-representative' && grant.scopeId === companyId)

/** Companies the actor speaks for in this programme. */
export const representedCompanies = (actor: Actor, programmeId: Id): Id[] =>
  grantsIn(actor, programmeId).flatMap((grant) =>
    grant.role === 'company-representative' && grant.scopeId ? [grant.scopeId] : [],
  )

/** Interpreters the actor is in this programme. */
export const ownInterpreters = (actor: Actor, programmeId: Id): Id[] =>
  grantsIn(actor, programmeId).flatMap((grant) =>
    grant.role === 'interpreter' && grant.scopeId ? [grant.scopeId] : [],
  )

/** Is this interpreter. */
export const isInterpreter = (actor: Actor, programmeId: Id, interpreterId: Id): boolean =>
  grantsIn(actor, programmeId).some((grant) => grant.role === 'interpreter' && grant.scopeId === interpreterId)

/** Who acted, as a journal entry records it. */
export const journalActor = (actor: Actor): { actorKind: Actor['kind']; actorId: Id | null } => ({
  actorKind: actor.kind,
  actorId: actor.kind === 'person' ? actor.personId : null,
})
