import { type RequestListener, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { askRemoteModel } from './remote-model.ts'

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const serve = (listener: RequestListener): Promise<string> =>
  new Promise((resolve) => {
    const started = createServer(listener)
    server = started
    started.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(started.address() as AddressInfo).port}/v1`))
  })

const LIMITS = { timeoutMs: 200, maxBytes: 100 }

test('sends model and key to the fixed address and reads the answer', async () => {
  const seen: unknown[] = []
  const url = await serve((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      seen.push([request.method, request.url, request.headers.authorization, JSON.parse(body)])
      response.end('{"answer": "да"}')
    })
  })
  const answer = await askRemoteModel({ url, model: 'm', key: 'secret' }, '/chat/completions', { temperature: 0 })
  expect(answer).toEqual({ ok: true, value: { answer: 'да' } })
  expect(seen).toEqual([['POST', '/v1/chat/completions', 'Bearer secret', { model: 'm', temperature: 0 }]])
})

test.each([
  ['timeout', () => {}],
  ['status', (_, response) => response.writeHead(500).end('{}')],
  ['unreadable', (_, response) => response.end('<html>')],
  ['unreadable', (_, response) => response.end(JSON.stringify('x'.repeat(200)))],
  ['unreachable', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['unreachable', (request) => request.socket.destroy()],
] as [string, RequestListener][])('%s is a failure, not an exception', async (failure, listener) => {
  const url = await serve(listener)
  expect(await askRemoteModel({ url, model: 'm', key: null }, '/x', {}, LIMITS)).toEqual({ ok: false, failure })
})
