import { type Actor, createSignInLink } from '../../modules/accounts/index.ts'
import { buildActor, buildSession } from '../../modules/accounts/testing/build-person.ts'
import { buildProgramme } from '../../modules/programmes/testing/build-programme.ts'
import type { HttpApp } from '../../platform/http/http-env.ts'
import type { TestPlatform } from '../../platform/testing.ts'

export interface SecretDay {
  readonly email: string
  /** What opens something: a token, a link, a session. */
  readonly keys: readonly string[]
  /** Of the invitation that ends the day. */
  readonly status: number
  /** Invites the same person by another address. */
  readonly inviteAt: (email: string) => Promise<Response>
}

/**
 * A day on which an operator signs in, makes a token, reads by it and invites somebody. Every name and address in it
 * holds `secret` or `anna`, so that what is written down of it can be searched for them.
 */
export async function playSecretDay(platform: TestPlatform, app: HttpApp<Actor>): Promise<SecretDay> {
  const { programmeId } = await buildProgramme(platform)
  const email = 'secret.person@example.org'
  const operator = await buildActor(platform, 'operator', { programmeId, name: 'Gil-dong Secret', email })
  const cookie = await buildSession(platform, operator.personId)
  const link = await createSignInLink(platform, operator.personId, { validMinutes: 15 })
  if (!link.ok) throw new Error(link.refusal.code)
  const post = async (path: string, body: object, headers: object = { cookie }) =>
    app.request(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  await post('/sign-in-links', { email, locale: 'ko' }, {})
  await app.request(new URL(link.value.url).pathname, { method: 'POST' })
  const made = await post('/session/tokens', { name: 'Secret workbook', scope: 'read', validDays: 1 })
  const { token } = (await made.json()) as { token: string }
  await app.request(`/api/v1/programmes/${programmeId}/people`, { headers: { authorization: `Bearer ${token}` } })
  const inviteAt = (address: string) =>
    post(`/programmes/${programmeId}/people`, {
      name: 'Anna Secretova',
      email: address,
      locale: 'ru',
      role: 'official',
    })
  const { status } = await inviteAt('anna.secretova@example.org')
  return { email, keys: [token, link.value.url.split('/').at(-1)!, cookie.split('=')[1]!], status, inviteAt }
}
