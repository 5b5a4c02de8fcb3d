import { mkdtempSync, rmSync } from 'node:fs'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { RELAY_SECRET, type Relay, findRelay, prepareRelay } from './relay.ts'
import { type Allocation, allocate } from './turn-client.ts'

// What a relay is asked for by somebody who has a password and means ill. A real coturn, with the configuration that
// `naru turn-config` prints and nothing taken from it; spoken to by hand, because no browser would ask for this.
const hasRelay = findRelay()
const FORBIDDEN = 403

let directory = ''
let relay: Relay
let strict: Relay
beforeAll(async () => {
  if (!hasRelay) return
  directory = mkdtempSync(join(tmpdir(), 'naru-relay-'))
  strict = await prepareRelay(directory, { allowLoopback: false, ipv6: true })
  relay = await prepareRelay(directory, { allowLoopback: true })
  await strict.start()
  await relay.start()
})
afterAll(async () => {
  await strict?.cut()
  await relay?.cut()
  if (directory) rmSync(directory, { recursive: true, force: true })
})

const portOf = ({ url }: Relay): number => Number(/:(\d+)\?/.exec(url)?.[1])
const accountOf = (of: Relay) => ({ port: portOf(of), secret: RELAY_SECRET })

async function answersOf(family: 4 | 6, addresses: readonly string[]): Promise<Record<string, number[]>> {
  const allocation: Allocation = await allocate(accountOf(strict), family)
  const answers: Record<string, number[]> = {}
  for (const address of addresses) {
    answers[address] = [await allocation.permit(address), await allocation.bindChannel(address, 5000)]
  }
  allocation.close()
  return answers
}

const INNER_IPV4: readonly (readonly [string, ...string[]])[] = [
  ['loopback', '127.0.0.1', '127.255.255.254'],
  ['this network', '0.0.0.0', '0.1.2.3'],
  ['private', '10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1'],
  ['shared', '100.64.0.1'],
  ['link-local, with the metadata of clouds', '169.254.169.254'],
  ['documentation and tests', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
  ['multicast and broadcast', '224.0.0.1', '239.255.255.250', '255.255.255.255'],
]

test.skipIf(!hasRelay).each(INNER_IPV4)('a relay is not led to %s addresses', async (_, ...addresses) => {
  const answers = await answersOf(4, addresses)
  expect(answers).toEqual(Object.fromEntries(addresses.map((address) => [address, [FORBIDDEN, FORBIDDEN]])))
})

const INNER_IPV6: readonly (readonly [string, ...string[]])[] = [
  ['loopback and unspecified', '::1', '::'],
  ['IPv4-compatible', '::7f00:1', '::a00:1'],
  ['IPv4-mapped', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '::ffff:8.8.8.8'],
  ['translated', '64:ff9b::127.0.0.1', '64:ff9b:1::a00:1', '2002:7f00:1::'],
  ['unique local', 'fc00::1', 'fd12:3456:789a::1'],
  ['link-local', 'fe80::1', 'febf::1'],
  ['multicast', 'ff02::1'],
]

test.skipIf(!hasRelay).each(INNER_IPV6)('a relay is not led to %s addresses of IPv6', async (_, ...addresses) => {
  const answers = await answersOf(6, addresses)
  expect(answers).toEqual(Object.fromEntries(addresses.map((address) => [address, [FORBIDDEN, FORBIDDEN]])))
})

test.skipIf(!hasRelay)('it goes on serving the internet, by either family', async () => {
  expect(await answersOf(4, ['8.8.8.8'])).toEqual({ '8.8.8.8': [0, 0] })
  expect(await answersOf(6, ['2001:4860:4860::8888'])).toEqual({ '2001:4860:4860::8888': [0, 0] })
})

test.skipIf(!hasRelay)('what is permitted is carried there and back', async () => {
  const echo = createSocket('udp4')
  echo.on('message', (bytes, from) => echo.send(`heard ${bytes.toString()}`, from.port, from.address))
  echo.bind(0, '127.0.0.1')
  await once(echo, 'listening')
  const { port } = echo.address()
  const allowed = await allocate(accountOf(relay), 4)
  expect([await allowed.permit('127.0.0.1'), await allowed.exchange('127.0.0.1', port, 'hello')]).toEqual([
    0,
    'heard hello',
  ])
  const denied = await allocate(accountOf(strict), 4)
  expect([await denied.permit('127.0.0.1'), await denied.exchange('127.0.0.1', port, 'hello')]).toEqual([
    FORBIDDEN,
    null,
  ])
  allowed.close()
  denied.close()
  echo.close()
})

test.skipIf(!hasRelay)('a password of another secret opens nothing', async () => {
  await expect(allocate({ port: portOf(strict), secret: 'another secret' }, 4)).rejects.toThrow('401')
})
