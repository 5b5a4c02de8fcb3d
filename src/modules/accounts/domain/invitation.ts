import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Role } from './role.ts'

/** Roles that speak for something: a representative for a company, an interpreter for the own entry of an event. */
export const SCOPED_ROLES: readonly Role[] = ['company-representative', 'interpreter']

/** A role is for the whole programme or for one company or interpreter, never both. */
export function decideScope(role: Role, scopeId: Id | null): Result<Id | null> {
  if (SCOPED_ROLES.includes(role) && scopeId === null) return refuse('invalid', 'accounts.scope-missing', { role })
  if (!SCOPED_ROLES.includes(role) && scopeId !== null) return refuse('invalid', 'accounts.scope-not-allowed', { role })
  return ok(scopeId)
}
