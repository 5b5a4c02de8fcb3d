import { type RequestListener, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress, openOutside } from './outbound.ts'

const REQUEST = { method: 'GET', headers: {}, timeoutMs: 500, maxBytes: 100, trustedHosts: [] } as const

let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

const serve = (listener: RequestListener): Promise<number> =>
  new Promise((resolve) => {
    const started = createServer(listener)
    server = started
    started.listen(0, '127.0.0.1', () => resolve((started.address() as AddressInfo).port))
  })

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://100.64.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[ff02::1]/',
  'http://somebody:secret@example.org/',
  'file:///etc/passwd',
  'gopher://example.org/',
  'no address',
])('%s is not opened', async (address) => {
  expect(await openOutside(address, REQUEST)).toEqual({ ok: false, failure: 'refused' })
})

test('addresses of the internet are public', () => {
  expect(['8.8.8.8', '203.246.0.1', '2001:4860:4860::8888', '2a00:1450::1'].map(isPublicAddress)).toEqual([
    true,
    true,
    true,
    true,
  ])
})

test('a name is judged by its addresses, all of them, and the connection goes to the one that was judged', async () => {
  let asked = 0
  const port = await serve((_, response) => response.end('inside'))
  const inner = [{ address: '127.0.0.1', family: 4 }]
  const outer = [{ address: '203.246.0.1', family: 4 }]
  const open = (addresses: typeof inner, trustedHosts: readonly string[] = []) =>
    openOutside(`http://rebinds.example:${port}/`, { ...REQUEST, trustedHosts }, (_, answer) => {
      asked += 1
      answer(null, addresses)
    })
  expect(await open(inner)).toEqual({ ok: false, failure: 'refused' })
  expect(await open([...outer, ...inner])).toEqual({ ok: false, failure: 'refused' })
  expect(asked).toBe(2)
  expect(await open(inner, ['rebinds.example'])).toEqual({ ok: true, status: 200, text: 'inside' })
  expect(asked).toBe(3)
})

test('a redirect is not followed, a long answer is cut off, a slow one given up', async () => {
  const port = await serve(({ url }, response) => {
    if (url === '/elsewhere') response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    else if (url === '/long') response.end('x'.repeat(500))
  })
  const open = (path: string) =>
    openOutside(`http://127.0.0.1:${port}${path}`, { ...REQUEST, trustedHosts: ['127.0.0.1'] })
  expect(await open('/elsewhere')).toEqual({ ok: false, failure: 'redirect' })
  expect(await open('/long')).toEqual({ ok: false, failure: 'too-much' })
  expect(await open('/slow')).toEqual({ ok: false, failure: 'timeout' })
})
