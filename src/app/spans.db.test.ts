import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { accountsContract } from '../modules/accounts/contract.ts'
import type { Actor } from '../modules/accounts/index.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { defineJob } from '../platform/jobs.ts'
import { type StartedTelemetry, startTelemetry } from '../platform/telemetry-export.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'
import { playSecretDay } from './testing/secret-day.ts'

const stumble = defineJob('test.stumble', { schema: z.object({ email: z.string() }), retryLimit: 0 })

interface Told {
  readonly path: string
  readonly text: string
}

let collector: Server
let told: Told[]
let platform: TestPlatform
let telemetry: StartedTelemetry
let app: HttpApp<Actor>
beforeAll(async () => {
  told = []
  collector = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      told.push({ path: request.url ?? '', text })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  platform = await openTestPlatform()
  const { port } = collector.address() as AddressInfo
  const settings = { endpoint: `http://127.0.0.1:${port}`, serviceName: 'naru-test', share: 1, metricSeconds: 60 }
  telemetry = startTelemetry(settings, { pool: platform.database.pool })
  const accounts = modules.filter(({ name }) => name === 'accounts')
  app = createApp(platform, platform.database, {
    modules: accounts,
    webDirectory: null,
    contract: { accounts: accountsContract },
  })
})
afterAll(async () => {
  await telemetry.close()
  await platform.close()
  collector.close()
})

interface ToldSpan {
  readonly name: string
  readonly traceId: string
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[]
}

const spansOf = (all: readonly Told[]): ToldSpan[] =>
  all
    .filter(({ path }) => path === '/v1/traces')
    .flatMap(
      ({ text }) => (JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: ToldSpan[] }[] }[] }).resourceSpans,
    )
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))

test('a day of requests, statements and jobs is told, and names nobody', async () => {
  const { email, keys, status } = await playSecretDay(platform, app)
  expect(status).toBe(200)
  await app.request('/app/secret?token=anna')
  const done: string[] = []
  await platform.jobs.work(stumble, async ({ data }) => {
    await platform.database.pool.query(`select 'secret literal', $1::text`, [data.email])
    done.push(data.email)
    throw Object.assign(new Error(`550 <${data.email}> is unknown`), { code: 'EENVELOPE' })
  })
  await platform.jobs.send(stumble, { email })
  for (let n = 0; n < 100 && done.length === 0; n++) await pause(50)
  await pause(100)
  await telemetry.close()

  const spans = spansOf(told)
  const names = new Set(spans.map(({ name }) => name))
  expect([...names]).toEqual(
    expect.arrayContaining([
      'POST /api/v1/sign-in-links',
      'POST /sign-in/:token',
      'GET /api/v1/programmes/{programmeId}/people',
      'POST /api/v1/programmes/{programmeId}/people',
      'job test.stumble',
      'SELECT',
      'INSERT',
    ]),
  )
  const job = spans.find(({ name }) => name === 'job test.stumble')!
  expect(job.attributes).toContainEqual({ key: 'error.type', value: { stringValue: 'EENVELOPE' } })
  // A statement belongs to the request or job that sent it.
  const own = spans.filter(({ traceId, name }) => traceId === job.traceId && name === 'SELECT')
  expect(own.map(({ attributes }) => attributes.find(({ key }) => key === 'db.query.text')?.value)).toContainEqual({
    stringValue: 'select ?, $1::text',
  })
  const metrics = told.filter(({ path }) => path === '/v1/metrics').map(({ text }) => text)
  for (const name of ['http.server.request.duration', 'db.client.operation.duration', 'process.memory.usage'])
    expect(metrics.join('')).toContain(name)
  const everything = told.map(({ text }) => text).join('')
  expect(everything).not.toMatch(/secret|anna/i)
  for (const key of keys) expect(everything).not.toContain(key)
})

test('once it is closed nobody is told anything', async () => {
  const before = told.length
  await app.request('/healthz')
  await pause(50)
  expect(told.length).toBe(before)
})
