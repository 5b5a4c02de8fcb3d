import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Platform } from '../../../platform/context.ts'
import type { Config } from '../../../platform/config.ts'
import type { Actor } from '../domain/actor.ts'
import { bearerToken } from '../domain/api-token.ts'
import { tokenHash, useToken } from '../store/api-token-store.ts'
import { findSession } from '../store/session-store.ts'

const ANONYMOUS: Actor = { kind: 'anonymous' }

/** `__Host-`: the browser refuses it without TLS, and from a sub-domain or path that is not this server's own. */
export const sessionCookieName = ({ baseUrl }: Pick<Config, 'baseUrl'>): string =>
  baseUrl.startsWith('https:') ? '__Host-naru-session' : 'naru-session'

/**
 * Whoever the Cookie header's session belongs to, with the roles held at this moment, in one statement and in none
 * when the cookie is absent or was not signed here.
 */
export async function resolveActor(platform: Platform, cookieHeader: string | null): Promise<Actor> {
  const cookie = readCookie(cookieHeader ?? '', sessionCookieName(platform.config))
  const token = cookie === null ? null : signedValue(cookie, platform.config.secret)
  const session = token === null ? null : await findSession(platform.db, token, platform.clock.now())
  if (!session) return ANONYMOUS
  const { personId, grants, sessionId } = session
  return { kind: 'person', personId, grants, sessionId }
}

/**
 * Whoever the token of an Authorization header acts for, in one statement that also counts the request. Without such a
 * header null: then a session may say who it is.
 */
export async function resolveBearer(platform: Platform, header: string | null): Promise<Actor | null> {
  if (header === null) return null
  const token = bearerToken(header)
  const found = token === null ? null : await useToken(platform.db, tokenHash(token), platform.clock.now())
  if (!found) return ANONYMOUS
  const { personId, grants, scope, uses, windowBeganAt } = found
  return { kind: 'person', personId, grants, token: { scope, uses, windowBeganAt } }
}

function readCookie(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return decoded(value.join('='))
  }
  return null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The sign-in library writes `value.signature`: HMAC-SHA-256 in base64. */
function signedValue(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf('.')
  if (dot < 1) return null
  const value = cookie.slice(0, dot)
  const expected = createHmac('sha256', secret).update(value).digest()
  const given = Buffer.from(cookie.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null
}
