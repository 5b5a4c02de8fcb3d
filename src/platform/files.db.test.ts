import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuse } from '../kernel/result.ts'
import { createFiles } from './files.ts'
import { type TestPlatform, openTestPlatform } from './testing.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const stored = async (name: string, text: string) => {
  const result = await platform.files.store(platform.db, { name, mediaType: 'text/plain', contents: new Blob([text]) })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

test('the same contents lie on the disk once, under two names', async () => {
  const [a, b] = [await stored('../../etc/계획서.txt', '내용'), await stored('План\r\n.txt', '내용')]
  expect([a.name, b.name, a.sha256 === b.sha256, a.id === b.id, a.sizeBytes]).toEqual([
    '계획서.txt',
    'План.txt',
    true,
    false,
    6,
  ])
  expect(await platform.files.find(platform.db, a.id)).toEqual(a)
  expect(await platform.files.find(platform.db, '00000000-0000-4000-8000-000000000000')).toBeNull()
  expect(new TextDecoder().decode(await platform.files.read(a))).toBe('내용')
  expect(await new Response(platform.files.stream(b)).text()).toBe('내용')
  expect(readdirSync(join(platform.config.dataDir, 'files', a.sha256.slice(0, 2)))).toEqual([a.sha256])
})

test('what is empty or too large is refused, what is damaged is not handed out', async () => {
  const files = createFiles({ ...platform, maxBytes: 3 })
  const store = (text: string) =>
    files.store(platform.db, { name: 'x', mediaType: 'text/plain', contents: Buffer.from(text) })
  expect(await store('')).toEqual(refuse('invalid', 'files.empty'))
  expect(await store('1234')).toEqual(refuse('invalid', 'files.too-large', { maxBytes: 3, sizeBytes: 4 }))
  const file = await stored('a', 'before')
  writeFileSync(join(platform.config.dataDir, 'files', file.sha256.slice(0, 2), file.sha256), 'after')
  await expect(platform.files.read(file)).rejects.toThrow('damaged')
})
