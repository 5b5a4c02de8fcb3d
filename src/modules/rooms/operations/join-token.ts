import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { type Instant, epochMs } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'

/** What a join token says. It opens nothing by itself: everything is checked again when it is used. */
export interface JoinClaims {
  readonly tokenId: Id
  readonly programmeId: Id
  readonly requestId: Id
  readonly personId: Id
  readonly expiresAt: Instant
}

/** Long enough to open the connection it was asked for, and no longer. */
export const TOKEN_SECONDS = 60

/** A key of its own, so that nothing else that is signed here can pass for a join token. */
const signatureOf = ({ config }: Pick<Platform, 'config'>, body: string): Buffer =>
  createHmac('sha256', createHmac('sha256', config.secret).update('naru room join token').digest())
    .update(body)
    .digest()

export function signJoinToken(platform: Pick<Platform, 'config'>, claims: JoinClaims): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${signatureOf(platform, body).toString('base64url')}`
}

/** Null: not signed here, changed since, or no longer valid at `now`. */
export function readJoinToken(platform: Pick<Platform, 'config'>, token: string, now: Instant): JoinClaims | null {
  const [body = '', signature = '', ...more] = token.split('.')
  const given = Buffer.from(signature, 'base64url')
  const expected = signatureOf(platform, body)
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as JoinClaims
  return epochMs(claims.expiresAt) > epochMs(now) ? claims : null
}
