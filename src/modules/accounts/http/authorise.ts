import { ORPCError } from '@orpc/server'
import { isId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Authorise } from '../../../platform/http/orpc.ts'
import { type Access, decideAccess } from '../domain/access.ts'
import type { Actor } from '../domain/actor.ts'

/**
 * Checked before every route, on the input as it was sent: no session 401, no role in the programme 404 (whether it
 * exists or not), another role 403.
 */
export const authorise: Authorise<Access, Actor> = (access, actor, input) => {
  const decision = decideAccess(access, actor, programmeOf(input))
  if (decision === 'sign-in-needed') throw new ORPCError('UNAUTHORIZED')
  return REFUSALS[decision]
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
