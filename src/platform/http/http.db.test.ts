import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createORPCClient } from '@orpc/client'
import { type ContractRouterClient, type OpenAPI, oc } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ok, refuse } from '../../kernel/result.ts'
import { createTranslators } from '../i18n.ts'
import { platformMessages } from '../messages.ts'
import { type TestPlatform, openTestPlatform } from '../testing.ts'
import { createHttp } from './app.ts'
import type { HttpApp } from './http-env.ts'
import { listen } from './listen.ts'
import { liveEvents } from './live-events.ts'
import { implementContract, unwrap } from './orpc.ts'

type Actor = 'nobody' | 'keeper'
const route = oc.$meta<{ access?: 'public' | 'keeper' }>({})

const contract = {
  lamps: {
    list: route
      .meta({ access: 'public' })
      .route({ method: 'GET', path: '/lamps', summary: 'Lamps', tags: ['lamps'] })
      .input(z.object({ page: z.coerce.number().int().min(1).default(1) }))
      .output(z.object({ page: z.number(), asked: z.string() })),
    light: route
      .meta({ access: 'keeper' })
      .route({ method: 'POST', path: '/lamps/{lampId}/light', tags: ['lamps'] })
      .input(
        z.object({
          lampId: z.uuid(),
          name: z.string().min(1).max(5),
          zone: z
            .string()
            .refine((text) => text !== 'x', 'time-zone')
            .optional(),
          size: z.object({ watts: z.array(z.number().max(100)) }),
        }),
      )
      .output(z.object({ name: z.string() })),
    break: route
      .meta({ access: 'public' })
      .route({ method: 'POST', path: '/lamps/break' })
      .input(z.object({ how: z.string() }))
      .output(z.object({ n: z.number() })),
    upload: route
      .meta({ access: 'public' })
      .route({ method: 'POST', path: '/lamps/{lampId}/picture', tags: ['lamps'] })
      .input(z.object({ lampId: z.string(), caption: z.string(), file: z.file() }))
      .output(z.object({ name: z.string(), type: z.string(), text: z.string(), caption: z.string() })),
    download: route.meta({ access: 'public' }).route({ method: 'GET', path: '/lamps/plan' }).output(z.file()),
  },
}

const LAMP = '00000000-0000-4000-8000-000000000001'

const os = implementContract<Actor>()(contract)
const router = os.router({
  lamps: {
    list: os.lamps.list.handler(({ input, context }) => ({
      page: input.page,
      asked: `${context.actor} ${context.locale}`,
    })),
    light: os.lamps.light.handler(({ input }) =>
      unwrap(input.name === 'on' ? refuse('conflict', 'lamps.lit', { watts: 5 }) : ok({ name: input.name })),
    ),
    break: os.lamps.break.handler(({ input }) => {
      if (input.how === 'output') return { n: 'no number' as never }
      throw new Error('fuse')
    }),
    upload: os.lamps.upload.handler(async ({ input }) => ({
      name: input.file.name,
      type: input.file.type,
      text: await input.file.text(),
      caption: input.caption,
    })),
    download: os.lamps.download.handler(() => new File(['<b>план</b>'], '계획 plan.html', { type: 'text/html' })),
  },
})

let platform: TestPlatform
let app: HttpApp<Actor>
let webDirectory: string
const logged: Record<string, unknown>[] = []

beforeAll(async () => {
  webDirectory = mkdtempSync(join(tmpdir(), 'naru-web-'))
  mkdirSync(join(webDirectory, 'assets'))
  writeFileSync(join(webDirectory, 'index.html'), '<!doctype html><title>Naru</title>')
  writeFileSync(join(webDirectory, 'assets/main-1a2b.js'), 'run()')
  writeFileSync(join(webDirectory, 'assets/main-1a2b.js.gz'), gzipSync('run()'))
  platform = await openTestPlatform({ config: { baseUrl: 'https://naru.example' } })
  const log = pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) })
  app = createHttp<Actor, 'public' | 'keeper'>(
    { ...platform, log },
    {
      contract,
      router,
      resolveActor: async (request) => (request.headers.get('authorization') === 'keeper' ? 'keeper' : 'nobody'),
      authorise: (access, actor) =>
        access === 'public' || actor === 'keeper' ? null : refuse('forbidden', 'http.not-allowed').refusal,
      translator: createTranslators(platformMessages),
      api: { title: 'Lamps', version: '1', description: 'For tests' },
      webDirectory,
      addRoutes: (site) => {
        site.get('/live', () => liveEvents(platform.live, ['lamp/1']))
        site.get('/broken', () => {
          throw new Error('short circuit')
        })
      },
      errorPage: (problem) => `<h1>${problem.title}</h1>`,
    },
  )
})
afterAll(async () => {
  rmSync(webDirectory, { recursive: true })
  await platform.close()
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://naru.example${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'naru.example', ...headers },
    body: JSON.stringify(body),
  })
const keeper = { authorization: 'keeper' }

test('a route answers with its actor and language', async () => {
  const answer = await app.request('/api/v1/lamps?page=2', { headers: { 'accept-language': 'ru' } })
  expect(await answer.json()).toEqual({ page: 2, asked: 'nobody ru' })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

describe('a no is a problem', () => {
  const problem = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const { requestId, ...rest } = (await answer.json()) as Record<string, unknown>
    expect(requestId).toBe(answer.headers.get('x-request-id'))
    return rest
  }
  const valid = { name: 'on', size: { watts: [] } }

  test('of a role, before anything else is told', async () => {
    expect(await problem(await post(`/api/v1/lamps/${LAMP}/light`, {}, { cookie: 'naru-locale=ko' }))).toEqual({
      type: 'urn:naru:problem:http.not-allowed',
      title: '권한이 없습니다',
      status: 403,
      detail: '현재 역할로는 할 수 없는 작업입니다.',
      code: 'http.not-allowed',
      values: {},
    })
  })

  test('of a rule, with its values; without a text of its own the title stands in', async () => {
    expect(await problem(await post(`/api/v1/lamps/${LAMP}/light`, valid, keeper))).toEqual({
      type: 'urn:naru:problem:lamps.lit',
      title: 'Not possible any more',
      status: 409,
      detail: 'Not possible any more',
      code: 'lamps.lit',
      values: { watts: 5 },
    })
  })

  test('of the input, field by field', async () => {
    const body = { name: 'too long', zone: 'x', size: { watts: [1, 200, 'much'] } }
    expect(await problem(await post('/api/v1/lamps/none/light', body, { ...keeper, 'accept-language': 'ru' }))).toEqual(
      {
        type: 'urn:naru:problem:http.invalid-input',
        title: 'Проверьте введённые данные',
        status: 400,
        detail: 'Нужно исправить 5 полей.',
        code: 'http.invalid-input',
        values: { count: 5 },
        fields: [
          { path: 'lampId', code: 'invalid', message: 'Недопустимое значение.' },
          { path: 'name', code: 'too-long', message: 'Не более 5 символов.' },
          { path: 'zone', code: 'time-zone', message: 'Недопустимое значение.' },
          { path: 'size.watts.1', code: 'too-large', message: 'Не больше 100.' },
          { path: 'size.watts.2', code: 'invalid', message: 'Недопустимое значение.' },
        ],
      },
    )
    const empty = (await problem(await post(`/api/v1/lamps/${LAMP}/light`, { name: '' }, keeper))) as {
      fields: unknown
    }
    expect(empty.fields).toEqual([
      { path: 'name', code: 'required', message: 'Please fill this in.' },
      { path: 'size', code: 'required', message: 'Please fill this in.' },
    ])
  })

  test('of a defect: recorded once under the number that the person is told', async () => {
    logged.length = 0
    const answers = await Promise.all([
      post('/api/v1/lamps/break', { how: 'throw' }),
      post('/api/v1/lamps/break', { how: 'output' }),
      app.request('/broken'),
    ])
    const defects = logged.filter(({ level }) => level === 50)
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500])
    expect(defects.map(({ requestId }) => requestId).toSorted()).toEqual(
      answers.map((answer) => answer.headers.get('x-request-id')).toSorted(),
    )
    expect(await problem(answers[0]!)).toMatchObject({ code: 'http.defect', status: 500 })
  })

  test('of the protocol: unknown route, unreadable body, too large, another site', async () => {
    const unreadable = { method: 'POST', headers: { 'content-type': 'application/json', ...keeper }, body: '{' }
    const answers = [
      await app.request('/api/v1/nothing'),
      await app.request(`/api/v1/lamps/${LAMP}/light`, unreadable),
      await post('/api/v1/lamps/break', { how: 'x'.repeat(2 * 1024 * 1024) }),
      await post('/api/v1/lamps/break', {}, { origin: 'https://evil.example' }),
      await post('/api/v1/lamps/break', {}, { 'sec-fetch-site': 'cross-site' }),
      await post('/api/v1/lamps/break', {}, { origin: 'null' }),
    ]
    expect(await Promise.all(answers.map(async (answer) => [answer.status, (await problem(answer)).code]))).toEqual([
      [404, 'http.not-found'],
      [400, 'http.malformed'],
      [413, 'http.too-large'],
      [403, 'http.foreign-origin'],
      [403, 'http.foreign-origin'],
      [403, 'http.foreign-origin'],
    ])
    const own = await Promise.all(
      ['https://naru.example', 'http://naru.example'].map((origin) =>
        post(`/api/v1/lamps/${LAMP}/light`, { ...valid, name: 'b' }, { ...keeper, origin }),
      ),
    )
    expect(own.map(({ status }) => status)).toEqual([200, 200])
  })

  test('a person who asked for a page gets a page', async () => {
    const answer = await app.request('/nowhere', { headers: { accept: 'text/html' } })
    expect([answer.status, await answer.text()]).toEqual([404, '<h1>Not found</h1>'])
  })
})

test('a route without its access keeps the app from starting', () => {
  const open = { lamps: { ...contract.lamps, list: oc.route({ method: 'GET', path: '/lamps' }) } }
  const parts = {
    router,
    resolveActor: async (): Promise<Actor> => 'nobody',
    authorise: () => null,
    webDirectory: null,
  }
  const rest = { translator: createTranslators(platformMessages), api: { title: '', version: '', description: '' } }
  expect(() => createHttp(platform, { ...parts, ...rest, contract: open })).toThrow(
    'Route lamps.list lacks .meta({ access })',
  )
  const more = { lamps: { ...contract.lamps, dim: contract.lamps.list } }
  expect(() => createHttp(platform, { ...parts, ...rest, contract: more })).toThrow(
    'Route lamps.dim is not implemented',
  )
})

describe('on a port', () => {
  let server: Awaited<ReturnType<typeof listen>>
  let url: string
  let client: ContractRouterClient<typeof contract>
  beforeAll(async () => {
    server = await listen(app, { host: '127.0.0.1', port: 0 })
    url = `http://127.0.0.1:${server.port}`
    client = createORPCClient(new OpenAPILink(contract, { url: `${url}/api/v1` }))
  })
  afterAll(() => server.close())

  test('files travel both ways under their names', async () => {
    const file = new File(['내용'], '견적서 смета.txt', { type: 'text/csv' })
    expect(await client.lamps.upload({ lampId: '7', caption: 'План', file })).toEqual({
      name: '견적서 смета.txt',
      type: 'text/csv',
      text: '내용',
      caption: 'План',
    })
    const plan = await client.lamps.download()
    expect([plan.name, plan.type, await plan.text()]).toEqual(['계획 plan.html', 'text/html', '<b>план</b>'])
  })

  test('a file is saved, never shown under our origin', async () => {
    const { headers } = await fetch(`${url}/api/v1/lamps/plan`)
    expect(headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`)
  })

  test('live events reach a subscriber and end with it', async () => {
    const leave = new AbortController()
    const answer = await fetch(`${url}/live`, { signal: leave.signal })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const readUntil = async (part: string) => {
      while (!text.includes(part)) text += (await reader.read()).value ?? ''
    }
    await readUntil('retry')
    platform.live.publish('lamp/1', 3)
    await readUntil('event: changed\ndata: {"topic":"lamp/1","version":3}\n\n')
    leave.abort()
  })

  test('health, and a taken port in one sentence', async () => {
    const [alive, ready] = await Promise.all([fetch(`${url}/healthz`), fetch(`${url}/readyz`)])
    expect([await alive.text(), await ready.json()]).toEqual(['ok', { status: 'ready', database: 'ok', jobs: 'ok' }])
    await expect(listen(app, { host: '127.0.0.1', port: server.port })).rejects.toThrow(
      `Port ${server.port} is taken; choose another with PORT.`,
    )
  })
})

test('every answer carries the security headers', async () => {
  const { headers } = await app.request('/app/')
  expect(headers.get('content-security-policy')).toContain(`script-src 'self';`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
})

describe('the web app', () => {
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

  test('assets stay for good, pages are asked for again, and every page is index.html', async () => {
    const asset = await get('/app/assets/main-1a2b.js', { 'accept-encoding': 'gzip' })
    expect([asset.headers.get('cache-control'), asset.headers.get('content-encoding')]).toEqual([
      'public, max-age=31536000, immutable',
      'gzip',
    ])
    const page = await get('/app/companies/7')
    expect([page.headers.get('cache-control'), await page.text()]).toEqual([
      'no-cache',
      '<!doctype html><title>Naru</title>',
    ])
    expect((await get('/app/companies/7', { 'if-none-match': page.headers.get('etag')! })).status).toBe(304)
    expect((await get('/app')).headers.get('location')).toBe('/app/')
  })

  test('nothing outside its directory', async () => {
    const paths = [
      '/app/assets/..%2f..%2fetc%2fpasswd',
      '/app/assets/%2e%2e/%2e%2e/secret',
      '/app/assets/missing.js',
      '/app/assets/%00',
    ]
    expect(await Promise.all(paths.map(async (path) => (await get(path)).status))).toEqual([404, 404, 404, 404])
  })
})

test('the description is OpenAPI 3.1 with access and problems, and a page of it', async () => {
  const document = (await (await app.request('/api/openapi.json')).json()) as OpenAPI.Document
  expect(document.openapi).toMatch(/^3\.1/)
  const operation = document.paths?.['/lamps/{lampId}/light']?.post
  expect(operation).toMatchObject({ 'x-access': 'keeper' })
  expect(Object.keys(operation?.responses ?? {})).toEqual(['200', 'default'])
  const isProblem = new Ajv2020({ strict: false }).compile(document.components?.schemas?.['Problem'] as object)
  expect(isProblem(await (await app.request('/api/v1/no')).json())).toBe(true)
  const page = await (await app.request('/api/docs')).text()
  expect(page).toContain('<code>/lamps/{lampId}/light</code>')
  expect(page).not.toContain('<script')
})
