import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsContract } from '../modules/accounts/contract.ts'
import { type Actor, createSignInLink } from '../modules/accounts/index.ts'
import { buildActor, buildSession } from '../modules/accounts/testing/build-person.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { createLog } from '../platform/log.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
const lines: string[] = []
beforeAll(async () => {
  platform = await openTestPlatform()
  const log = createLog({ logLevel: 'trace' }, { write: (line) => void lines.push(line) })
  platform = { ...platform, log }
  const accounts = modules.filter(({ name }) => name === 'accounts')
  app = createApp(platform, platform.database, {
    modules: accounts,
    webDirectory: null,
    contract: { accounts: accountsContract },
  })
})
afterAll(() => platform.close())

test('a day in the log names nobody and opens nothing', async () => {
  const { programmeId } = await buildProgramme(platform)
  const email = 'secret.person@example.org'
  const operator = await buildActor(platform, 'operator', { programmeId, name: 'Gil-dong Secret', email })
  const cookie = await buildSession(platform, operator.personId)
  const link = await createSignInLink(platform, operator.personId, { validMinutes: 15 })
  if (!link.ok) throw new Error(link.refusal.code)
  const post = (path: string, body: object, headers: object = { cookie }) =>
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
  const invited = { name: 'Anna Secretova', email: 'anna.secretova@example.org', locale: 'ru', role: 'official' }
  await post(`/programmes/${programmeId}/people`, invited)
  await post(`/programmes/${programmeId}/people`, { ...invited, email: 'no address, secret' })
  // What a mail server and the database say of a failure repeats whom it was about.
  const failure = Object.assign(new Error(`550 <${email}> is unknown`), {
    rejected: [email],
    code: 'EENVELOPE',
    detail: `Key (email)=(${email}) already exists`,
    cause: new Error(`duplicate ${email}`),
  })
  platform.log.error({ err: failure, job: 'mail.deliver' }, 'job failed')
  const log = lines.join('')
  expect(lines.length).toBeGreaterThanOrEqual(7)
  expect(log).toContain('EENVELOPE')
  expect(log).toContain('/sign-in/…')
  expect(log).not.toMatch(/secret|anna/i)
  for (const key of [token, link.value.url.split('/').at(-1)!, cookie.split('=')[1]!]) expect(log).not.toContain(key)
})
