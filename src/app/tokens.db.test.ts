import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../modules/accounts/index.ts'
import { accountsContract } from '../modules/accounts/contract.ts'
import { buildActor, buildSession } from '../modules/accounts/testing/build-person.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
let programmeId: string
let people: string
beforeAll(async () => {
  platform = await openTestPlatform()
  const accounts = modules.filter(({ name }) => name === 'accounts')
  const contract = { accounts: accountsContract }
  app = createApp(platform, platform.database, { modules: accounts, webDirectory: null, contract })
  ;({ programmeId } = await buildProgramme(platform))
  people = `/api/v1/programmes/${programmeId}/people`
})
afterAll(() => platform.close())

const send = async (path: string, headers: Record<string, string>, method = 'GET', body?: object) => {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await app.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...init,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const code = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

async function tokenOf(personId: string, scope: 'read' | 'write') {
  const cookie = { cookie: await buildSession(platform, personId) }
  const { body } = await send('/api/v1/session/tokens', cookie, 'POST', { name: 'Workbook', scope, validDays: 30 })
  return { cookie, ...(body as { id: string; token: string }) }
}

test('a token does what its owner may, told once, and nothing when it is revoked', async () => {
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { cookie, id, token } = await tokenOf(operator.personId, 'write')
  expect((await send(people, bearer(token))).status).toBe(200)
  const invited = { name: 'Anna', email: 'anna@example.org', locale: 'ru', role: 'official' }
  expect((await send(people, bearer(token), 'POST', invited)).status).toBe(200)
  const { body } = await send('/api/v1/session/tokens', cookie)
  expect(body).toMatchObject({ rows: [{ id, scope: 'write', lastUsedAt: platform.clock.now() }] })
  expect(JSON.stringify(body)).not.toContain(token)
  const { rows } = await platform.database.pool.query('select * from api_token where id = $1', [id])
  expect(JSON.stringify(rows)).not.toContain(token)
  // It opens the API alone, and what makes tokens needs a session.
  expect((await app.request('/api/live?topics=day:1', { headers: bearer(token) })).status).toBe(404)
  const another = await send('/api/v1/session/tokens', bearer(token), 'POST', {
    name: 'x',
    scope: 'write',
    validDays: 1,
  })
  expect(code(another)).toEqual([403, 'accounts.forbidden'])
  expect(code(await send(`/api/v1/session/tokens/${id}`, bearer(token), 'DELETE'))).toEqual([403, 'accounts.forbidden'])
  const stranger = {
    cookie: await buildSession(platform, (await buildActor(platform, 'operator', { programmeId })).personId),
  }
  expect(code(await send(`/api/v1/session/tokens/${id}`, stranger, 'DELETE'))).toEqual([404, 'accounts.absent'])
  expect((await send(`/api/v1/session/tokens/${id}`, cookie, 'DELETE')).status).toBe(200)
  expect((await send(people, bearer(token))).status).toBe(401)
  expect((await send(people, { ...bearer(token), ...cookie })).status).toBe(401)
})

test('a token never has a role that its owner has lost, nor one of another programme', async () => {
  const { programmeId: elsewhere } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId: elsewhere })
  const { token } = await tokenOf(operator.personId, 'write')
  expect(code(await send(people, bearer(token)))).toEqual([404, 'http.not-found'])
  const own = `/api/v1/programmes/${elsewhere}/people`
  expect((await send(own, bearer(token))).status).toBe(200)
  await platform.database.pool.query('update role_grant set revoked_at = now() where person_id = $1', [
    operator.personId,
  ])
  expect(code(await send(own, bearer(token)))).toEqual([404, 'http.not-found'])
})

test('a reading token reads, says how much is left, waits its turn and runs out', async () => {
  const { personId } = await buildActor(platform, 'operator', { programmeId })
  const { token, id } = await tokenOf(personId, 'read')
  expect(code(await send(people, bearer(token), 'POST', {}))).toEqual([403, 'accounts.token-reads-only'])
  const { status, headers } = await send(people, bearer(token))
  expect([status, headers.get('ratelimit-policy'), headers.get('ratelimit')]).toEqual([
    200,
    '"token";q=600;w=60',
    '"token";r=598;t=60',
  ])
  await platform.database.pool.query('update api_token set window_uses = 600 where id = $1', [id])
  const tooMany = await send(people, bearer(token))
  expect([...code(tooMany), tooMany.headers.get('retry-after')]).toEqual([429, 'accounts.too-many-requests', '60'])
  platform.clock.advance(1)
  expect((await send(people, bearer(token))).headers.get('ratelimit')).toBe('"token";r=599;t=60')
  platform.clock.advance(31 * 24 * 60)
  expect((await send(people, bearer(token))).status).toBe(401)
})

test('a person has twenty tokens at most', async () => {
  const { personId } = await buildActor(platform, 'operator', { programmeId })
  for (let count = 0; count < 20; count++) await tokenOf(personId, 'read')
  const cookie = { cookie: await buildSession(platform, personId) }
  const refused = await send('/api/v1/session/tokens', cookie, 'POST', { name: 'x', scope: 'read', validDays: 1 })
  expect(code(refused)).toEqual([409, 'accounts.too-many-tokens'])
})
