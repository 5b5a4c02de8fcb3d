import { generateKeyPairSync, sign } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../../../kernel/instant.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { resolveActor } from '../queries/resolve-actor.ts'
import { buildPerson } from '../testing/build-person.ts'
import { createSignInHandler } from './sign-in-handler.ts'

/** An identity provider that says of everybody what the test wants it to say. */
let provider: Server
let issuer: string
let claims: Record<string, unknown>
let platform: TestPlatform
const seconds = () => Math.floor(Date.now() / 1000)

beforeAll(async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  /** RFC 7515, RS256. */
  const token = (payload: object) => {
    const signed = `${part({ alg: 'RS256', kid: 'k' })}.${part(payload)}`
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
  }
  provider = createServer((request, response) => {
    const path = new URL(request.url!, issuer).pathname
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
      }),
      '/token': () => ({
        access_token: 'a',
        token_type: 'Bearer',
        id_token: token({ ...claims, iss: issuer, aud: 'naru', iat: seconds(), exp: seconds() + 300 }),
      }),
      '/userinfo': () => claims,
      '/jwks': () => ({ keys: [jwk] }),
    }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify((answers[path] ?? (() => ({})))()))
  })
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  platform = await openTestPlatform({
    // The sign-in library reads the machine's own clock.
    now: toInstant(Date.now()),
    config: { singleSignOn: { issuer, clientId: 'naru', clientSecret: 'secret' } },
  })
})
afterAll(async () => {
  await platform.close()
  provider.close()
})

/** Goes to the provider and comes back as the person the claims describe. */
async function comeBack(): Promise<{ location: string; cookie: string | undefined }> {
  const handler = createSignInHandler(platform, platform.database.authPool)
  const { baseUrl } = platform.config
  const begun = await handler.handle(
    new Request(`${baseUrl}/api/auth/sign-in/social`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(baseUrl).origin },
      body: JSON.stringify({ provider: 'organisation', callbackURL: '/app/', errorCallbackURL: '/app/sign-in' }),
    }),
    '192.0.2.1',
  )
  const { url } = (await begun.json()) as { url: string }
  const asked = new URL(url).searchParams
  const state = asked.get('state')!
  claims = { ...claims, ...(asked.has('nonce') ? { nonce: asked.get('nonce') } : {}) }
  const cookies = begun.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const back = await handler.handle(
    new Request(`${baseUrl}/api/auth/callback/organisation?code=c&state=${encodeURIComponent(state)}`, {
      headers: { cookie: cookies.join('; ') },
    }),
    '192.0.2.1',
  )
  const session = back.headers.getSetCookie().find((cookie) => cookie.startsWith('naru-session='))
  return { location: back.headers.get('location') ?? '', cookie: session?.split(';')[0] }
}

test('an invited person comes in through the organisation’s account', async () => {
  const { personId, email } = await buildPerson(platform)
  claims = { sub: 'one', email, email_verified: true, name: 'Kim' }
  const { location, cookie } = await comeBack()
  expect(location).toContain('/app/')
  expect(location).not.toContain('error=')
  expect(await resolveActor(platform, cookie ?? null)).toMatchObject({ kind: 'person', personId })
})

test.each([
  ['somebody who was not invited', () => ({ sub: 'two', email: 'stranger@example.org', email_verified: true })],
  [
    'an address that the provider has not verified',
    (email: string) => ({ sub: 'three', email, email_verified: false }),
  ],
])('%s stays outside', async (_, claimsOf) => {
  const { email } = await buildPerson(platform)
  claims = { name: 'Kim', ...claimsOf(email) }
  const { location, cookie } = await comeBack()
  expect(location).toMatch(/\/app\/sign-in\?error=/)
  expect(cookie).toBeUndefined()
})
