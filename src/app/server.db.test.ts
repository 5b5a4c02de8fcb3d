import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../kernel/instant.ts'
import { type Actor, createSignInLink } from '../modules/accounts/index.ts'
import { buildActor, buildPerson, buildSession } from '../modules/accounts/testing/build-person.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import { countStatements } from '../platform/database/statement-count.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { createDemoLinks } from './demo-links.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
beforeAll(async () => {
  platform = await openTestPlatform({ now: toInstant(Date.now()) })
  app = createApp(platform, platform.database, { modules, webDirectory: null })
})
afterAll(() => platform.close())

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers })
  return { response, text: await response.text() }
}

async function signInPath(personId: string): Promise<string> {
  const link = await createSignInLink(platform, personId, { validMinutes: 15 })
  if (!link.ok) throw new Error(link.refusal.code)
  return new URL(link.value.url).pathname
}

test('the start page speaks the language that is chosen, remembered or asked for', async () => {
  const chosen = await page('/?lang=ko', { 'accept-language': 'ru' })
  expect(chosen.text).toContain('<html lang="ko">')
  expect(chosen.response.headers.get('set-cookie')).toBe('naru-locale=ko; Max-Age=31536000; Path=/; SameSite=Lax')
  expect((await page('/', { cookie: 'naru-locale=ko', 'accept-language': 'ru' })).text).toContain('<html lang="ko">')
  expect((await page('/', { 'accept-language': 'ru-RU,en;q=0.5' })).text).toContain('<html lang="ru">')
  expect((await page('/?lang=xx', { 'accept-language': 'fr' })).text).toContain('<html lang="en">')
})

test('the start page needs no script, and its parts are served', async () => {
  const { response, text } = await page('/')
  expect(text).not.toMatch(/<script|style=|javascript:/)
  expect(response.headers.get('content-security-policy')).toContain(`script-src 'self'`)
  const parts = [...text.matchAll(/(?:href|src)="(\/site\/[^"]+)"/g)].map((match) => match[1]!)
  expect(parts.length).toBeGreaterThan(2)
  const fonts = [
    '/site/inter/inter-cyrillic-wght-normal.woff2',
    '/site/pretendard/woff2-dynamic-subset/PretendardVariable.subset.0.woff2',
  ]
  const statuses = await Promise.all([...parts, ...fonts].map(async (path) => (await app.request(path)).status))
  expect(statuses).toEqual(statuses.map(() => 200))
  const outside = [
    '/site/routes.ts',
    '/site/pretendard/../../package.json',
    '/site/pretendard/%2e%2e/package.json',
    '/site/',
  ]
  expect(await Promise.all(outside.map(async (path) => (await app.request(path)).status))).toEqual(
    outside.map(() => 404),
  )
})

test('the programme made up for trying out stands on the start page, others do not', async () => {
  await buildProgramme(platform, { name: { en: 'Secret programme' } })
  expect((await page('/')).text).not.toContain('Secret programme')
  const { programmeId } = await buildProgramme(platform, { name: { en: 'Demo <programme>' }, demo: true })
  expect((await page('/')).text).toContain('Demo &lt;programme&gt;')
  expect(await createDemoLinks(platform)).toEqual([])
  await buildActor(platform, 'operator', { programmeId })
  await buildActor(platform, 'official', { programmeId })
  const links = await createDemoLinks(platform)
  expect(links.map(({ role }) => role)).toEqual(['operator', 'official'])
  const response = await app.request(new URL(links[0]!.url).pathname, { headers: { 'sec-fetch-dest': 'document' } })
  expect([response.status, response.headers.get('location')]).toEqual([302, `${platform.config.baseUrl}/app/`])
})

test('who only looks at a link does not use it up', async () => {
  const { personId } = await buildPerson(platform)
  const path = await signInPath(personId)
  const looks = [
    await app.request(path),
    await app.request(path, { method: 'HEAD', headers: { 'sec-fetch-dest': 'document' } }),
    await app.request(path, { headers: { 'sec-fetch-dest': 'document', 'sec-purpose': 'prefetch' } }),
  ]
  expect(looks.map(({ status, headers }) => [status, headers.get('set-cookie')])).toEqual([
    [200, null],
    [200, null],
    [200, null],
  ])
  expect(looks[0]!.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await looks[0]!.text()).toContain('<form method="post">')
  const foreign = await app.request(path, { method: 'POST', headers: { origin: 'https://elsewhere.example' } })
  expect(foreign.status).toBe(403)
  const used = await app.request(path, { method: 'POST', headers: { origin: platform.config.baseUrl } })
  const cookie = used.headers.get('set-cookie')!.split(';')[0]!
  const session = await app.request('/api/v1/session', { headers: { cookie } })
  expect(await session.json()).toMatchObject({ person: { id: personId } })
})

test('a link that is used leads to the page where a new one can be asked for', async () => {
  const { personId } = await buildPerson(platform)
  const path = await signInPath(personId)
  const go = async () => app.request(path, { headers: { 'sec-fetch-dest': 'document' } })
  await go()
  const again = await go()
  expect([again.status, again.headers.get('location'), again.headers.get('set-cookie')]).toEqual([
    302,
    `${platform.config.baseUrl}/app/sign-in?error=INVALID_TOKEN`,
    null,
  ])
})

test('asking for a link says the same to everybody, until one client asks too much', async () => {
  const { email } = await buildPerson(platform)
  const ask = (address: string) =>
    app.request('/api/v1/sign-in-links', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'ko' },
      body: JSON.stringify({ email: address }),
    })
  const [known, unknown] = [await ask(email), await ask('nobody@example.org')]
  expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()])
  const flood = await Promise.all(Array.from({ length: 30 }, (_, at) => ask(`x${at}@example.org`)))
  const refused = flood.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(2)
  expect(await refused[0]!.json()).toMatchObject({
    code: 'accounts.too-many-links',
    status: 429,
    values: { minutes: 15 },
  })
})

test('signing out ends this session only', async () => {
  const { personId } = await buildPerson(platform)
  const [here, elsewhere] = [await buildSession(platform, personId), await buildSession(platform, personId)]
  const read = async (cookie: string) =>
    ((await (await app.request('/api/v1/session', { headers: { cookie } })).json()) as { person: unknown }).person
  await app.request('/api/v1/session/end', { method: 'POST', headers: { cookie: here } })
  expect([await read(here), await read(elsewhere)]).toEqual([null, expect.objectContaining({ id: personId })])
})

test('the API describes itself, with who may call what', async () => {
  const response = await app.request('/api/openapi.json')
  const document = (await response.json()) as {
    openapi: string
    paths: Record<string, Record<string, { 'x-access': unknown; operationId: string }>>
  }
  expect(document.openapi).toMatch(/^3\.1/)
  expect(document.paths['/programmes/{programmeId}/people']!.post!['x-access']).toEqual(['operator'])
  expect((await page('/api/docs')).text).toContain('/programmes/{programmeId}/people')
})

test('the overview of the chain is answered whole', async () => {
  const { programmeId } = await buildProgramme(platform)
  const { personId } = await buildActor(platform, 'official', { programmeId })
  const cookie = await buildSession(platform, personId)
  const { value: response, statements } = await countStatements(async () =>
    app.request(`/api/v1/programmes/${programmeId}/overview`, { headers: { cookie } }),
  )
  const overview = (await response.json()) as { stages: { stage: string; built: boolean }[] }
  const built = overview.stages.filter(({ built: isBuilt }) => isBuilt)
  expect(built.map(({ stage }) => stage)).toEqual(overview.stages.map(({ stage }) => stage))
  // One for each stage, two for screening (lists and parties); one each for session, programme, its switches and figures.
  expect(statements).toHaveLength(built.length + 5)
})

test('a page that is not there says so in the reader’s language, as a page', async () => {
  const { response, text } = await page('/nowhere', { accept: 'text/html', 'accept-language': 'ru' })
  expect([response.status, text.includes('<html lang="ru">'), text.includes('Не найдено')]).toEqual([404, true, true])
})
