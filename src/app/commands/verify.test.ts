import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { buildBundle } from '../../modules/agreements/testing/build-bundle.ts'
import { type SigningIdentity, signingIdentity } from '../../platform/documents/signing-identity.ts'
import { command } from './verify.ts'

let directory: string
let identity: SigningIdentity
let path: string
let bytes: Buffer
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'naru-verify-'))
  identity = await signingIdentity(join(directory, 'data'), '2020-10-26T06:00:00.000Z')
  bytes = await buildBundle(identity)
  path = join(directory, 'bundle.zip')
  writeFileSync(path, bytes)
})
afterAll(() => rmSync(directory, { recursive: true }))

const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
afterEach(() => printed.mockClear())

const verify = async (...args: string[]) => {
  const code = await command.run(args)
  return { code, last: String(printed.mock.calls.at(-1)?.[0]) }
}

test('trusted by the data directory or by a fingerprint, however it is written', async () => {
  const valid = { code: 0, last: 'Valid: agreement EX-01, 2 signatures.' }
  expect(await verify(path, '--data-dir', join(directory, 'data'))).toEqual(valid)
  const colons = identity.fingerprint.toUpperCase().replace(/..(?=.)/g, '$&:')
  expect(await verify(path, '--data-dir', directory, '--fingerprint', colons)).toEqual(valid)
})

test('complete is not enough: somebody has to say whose key it is', async () => {
  const { code, last } = await verify(path, '--data-dir', directory)
  expect([code, last.includes(identity.fingerprint)]).toEqual([1, true])
  expect((await verify(path, '--data-dir', directory, '--fingerprint', '0'.repeat(64))).code).toBe(1)
})

test('a changed bundle, and what cannot be read', async () => {
  const changed = Buffer.from(bytes)
  changed[5000] = changed[5000]! ^ 1
  writeFileSync(join(directory, 'changed.zip'), changed)
  expect(await verify(join(directory, 'changed.zip'), '--data-dir', join(directory, 'data'))).toEqual({
    code: 1,
    last: 'Not valid.',
  })
  await expect(command.run([])).rejects.toThrow('Name one evidence bundle or journal.')
  await expect(command.run([join(directory, 'absent.zip')])).rejects.toThrow('cannot be read')
  await expect(command.run([path, '--fingerprint', 'abc'])).rejects.toThrow('64 hexadecimal digits')
})
