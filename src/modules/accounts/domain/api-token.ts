import { type Instant, epochMs } from '../../../kernel/instant.ts'
import type { TokenScope } from './token-scope.ts'

export const MAX_TOKENS = 20

/** Requests of one token in a window, whatever the process they reach. */
export const TOKEN_REQUESTS = 600
export const TOKEN_WINDOW_SECONDS = 60

/**
 * The token of an Authorization header; null when it carries none of ours. The prefix lets people and scanners of
 * source code recognise what it is.
 */
export function bearerToken(header: string | null): string | null {
  const [, token] = /^Bearer +(naru_[\w-]{43})$/i.exec(header?.trim() ?? '') ?? []
  return token ?? null
}

/** How a token stands in its window, this request counted. */
export interface TokenUse {
  readonly scope: TokenScope
  readonly uses: number
  readonly windowBeganAt: Instant
}

/**
 * What the answers to a token's requests say of its limit (draft-ietf-httpapi-ratelimit-headers-10): how many requests
 * there are in how many seconds, how many are left and when there are all of them again.
 */
export function rateLimitHeaders({ uses, windowBeganAt }: TokenUse, now: Instant): Record<string, string> {
  const passed = Math.floor((epochMs(now) - epochMs(windowBeganAt)) / 1000)
  const left = Math.max(0, TOKEN_REQUESTS - uses)
  const seconds = Math.max(1, TOKEN_WINDOW_SECONDS - passed)
  return {
    'ratelimit-policy': `"token";q=${TOKEN_REQUESTS};w=${TOKEN_WINDOW_SECONDS}`,
    ratelimit: `"token";r=${left};t=${seconds}`,
    ...(uses > TOKEN_REQUESTS ? { 'retry-after': String(seconds) } : {}),
  }
}

/** What the request is refused with before any route looks at it. */
export function tokenRefusal(
  { scope, uses }: TokenUse,
  method: string,
): 'too-many-requests' | 'token-reads-only' | null {
  if (uses > TOKEN_REQUESTS) return 'too-many-requests'
  return scope === 'read' && !['GET', 'HEAD'].includes(method) ? 'token-reads-only' : null
}
