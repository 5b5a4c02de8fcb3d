import type { Admission } from '../../../platform/http/app.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { rateLimitHeaders, tokenRefusal } from '../domain/api-token.ts'

/** Before every route of the API: what a token may not ask for, and how much of its limit is left. */
export function admitToken({ clock }: Pick<Platform, 'clock'>, actor: Actor, method: string): Admission {
  if (actor.kind !== 'person' || actor.token === undefined) return { headers: {}, refusal: null }
  const headers = rateLimitHeaders(actor.token, clock.now())
  const refused = tokenRefusal(actor.token, method)
  if (refused === null) return { headers, refusal: null }
  const status = refused === 'too-many-requests' ? 429 : 403
  return { headers, refusal: { kind: 'forbidden', code: `accounts.${refused}`, status } }
}
