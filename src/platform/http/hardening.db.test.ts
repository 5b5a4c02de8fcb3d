import { oc } from '@orpc/contract'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createTranslators } from '../i18n.ts'
import { platformMessages } from '../messages.ts'
import { type TestPlatform, openTestPlatform } from '../testing.ts'
import { createHttp } from './app.ts'
import type { HttpApp } from './http-env.ts'
import { implementContract } from './orpc.ts'

type Actor = 'nobody'
const route = oc.$meta<{ access?: 'public' }>({}).meta({ access: 'public' })
const contract = {
  notes: {
    write: route
      .route({ method: 'POST', path: '/notes' })
      .input(z.object({ role: z.string(), text: z.string().optional() }))
      .output(z.object({ keys: z.array(z.string()), isPlain: z.boolean() })),
  },
}
const os = implementContract<Actor>()(contract)
const router = os.router({
  notes: {
    write: os.notes.write.handler(({ input }) => ({
      keys: Object.keys(input),
      isPlain: !('polluted' in {}) && Object.getPrototypeOf(input) === Object.prototype,
    })),
  },
})

let platform: TestPlatform
let app: HttpApp<Actor>
const lines: string[] = []
beforeAll(async () => {
  platform = await openTestPlatform({ config: { baseUrl: 'https://naru.example' } })
  const log = pino({}, { write: (line: string) => void lines.push(line) })
  app = createHttp<Actor, 'public'>(
    { ...platform, log },
    {
      contract,
      router,
      resolveActor: async () => 'nobody',
      authorise: () => null,
      translator: createTranslators(platformMessages),
      api: { title: 'Notes', version: '1', description: 'For tests' },
      webDirectory: null,
    },
  )
})
afterAll(() => platform.close())

const post = (body: string, headers: Record<string, string> = {}) =>
  app.request('https://naru.example/api/v1/notes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
const told = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code]

test.each([
  ['doubled keys', '{"role":"official","role":"operator"}', 400, 'http.malformed'],
  ['a prototype', '{"role":"a","__proto__":{"polluted":true}}', 400, 'http.malformed'],
  ['10,000 levels', `{"role":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'http.malformed'],
  ['50 MB', `{"role":"${'a'.repeat(50 * 1024 * 1024)}"}`, 413, 'http.too-large'],
])('a body with %s is refused', async (_, body, status, code) => {
  expect(await told(await post(body))).toEqual([status, code])
})

test('what a contract does not name goes nowhere', async () => {
  const answer = await post('{"role":"a","isAdmin":true,"constructor":{"prototype":{"polluted":true}}}')
  expect(await answer.json()).toEqual({ keys: ['role'], isPlain: true })
})

test('a resident registration number stops at the door, under the name of its field', async () => {
  const answer = await post('{"role":"a","text":"900101-1234567"}')
  expect(await answer.json()).toMatchObject({ status: 400, fields: [{ path: 'text', code: 'resident-number' }] })
})

test('a forged host changes nothing in what is answered', async () => {
  const ask = async (host: string) => {
    const answer = await app.request('/nowhere', { headers: { host, 'x-forwarded-host': host } })
    return `${[...answer.headers].filter(([name]) => name !== 'x-request-id').join()} ${(await answer.text()).replace(/"requestId":"[^"]*"/, '')}`
  }
  expect(await ask('evil.example')).toBe(await ask('naru.example'))
  expect(await ask('evil.example')).not.toContain('evil')
})

test('a line break in an address or a header forges no line of the log', async () => {
  lines.length = 0
  await app.request('/nothing%0A%7B%22level%22:50,%22msg%22:%22forged%22%7D', {
    headers: { 'x-request-id': 'forged-by-somebody', 'user-agent': 'a' },
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]!.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'request', status: 404 })
  expect(lines[0]).not.toContain('forged-by-somebody')
})

test('GET reaches nothing that has an effect', async () => {
  expect((await app.request('/api/v1/notes?role=a')).status).toBe(404)
})
