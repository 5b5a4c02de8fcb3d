import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuse } from '../kernel/result.ts'
import type { ObjectStore } from './config.ts'
import { openContents } from './file-contents.ts'
import { type Files, createFiles } from './files.ts'
import { type TestPlatform, openTestPlatform } from './testing.ts'

let platform: TestPlatform
let server: S3rver
let folder: string
let bucket: ObjectStore
beforeAll(async () => {
  platform = await openTestPlatform()
  folder = mkdtempSync(join(tmpdir(), 'naru-bucket-'))
  const options = { port: 0, address: '127.0.0.1', silent: true, configureBuckets: [{ name: 'naru' }] }
  server = new S3rver({ ...options, directory: folder })
  const { port } = await server.run()
  bucket = { url: `http://127.0.0.1:${port}/naru`, region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' }
})
afterAll(async () => {
  await server.close()
  await platform.close()
  rmSync(folder, { recursive: true, force: true })
})

const filesIn = (objectStore: ObjectStore | null, maxBytes?: number): Files =>
  createFiles({
    ...platform,
    contents: openContents({ dataDir: platform.config.dataDir, objectStore }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  })

async function stored(files: Files, name: string, text: string) {
  const result = await files.store(platform.db, { name, mediaType: 'text/plain', contents: new Blob([text]) })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe.each(['disk', 'object store'] as const)('on %s', (where) => {
  const open = (maxBytes?: number) => filesIn(where === 'disk' ? null : bucket, maxBytes)
  /** Where an object of the bucket or a file of the directory lies. */
  const pathOf = (sha256: string) =>
    where === 'disk'
      ? join(platform.config.dataDir, 'files', sha256.slice(0, 2), sha256)
      : join(folder, 'naru/files', sha256.slice(0, 2), `${sha256}._S3rver_object`)

  test('the same contents lie there once, under two names, and come back whole or in pieces', async () => {
    const files = open()
    const text = `내용 ${randomUUID()}`
    const [a, b] = [await stored(files, '../../etc/계획서.txt', text), await stored(files, 'План\r\n.txt', text)]
    expect([a.name, b.name, a.sha256 === b.sha256, a.id === b.id, a.sizeBytes]).toEqual([
      '계획서.txt',
      'План.txt',
      true,
      false,
      43,
    ])
    expect(await files.find(platform.db, a.id)).toEqual(a)
    expect(await files.find(platform.db, '00000000-0000-4000-8000-000000000000')).toBeNull()
    expect(new TextDecoder().decode(await files.read(a))).toBe(text)
    expect(await new Response(files.stream(b)).text()).toBe(text)
    const beside = readdirSync(join(pathOf(a.sha256), '..')).filter((name) => name.startsWith(a.sha256))
    expect(beside.filter((name) => !/md5|metadata/.test(name))).toHaveLength(1)
  })

  test('many who store the same at once store it once, and all of them can read it', async () => {
    const files = open()
    const text = `at once ${randomUUID()}`
    const all = await Promise.all(Array.from({ length: 12 }, (_, n) => stored(files, `${n}.txt`, text)))
    const read = await Promise.all(all.map((file) => files.read(file)))
    expect(read.map((bytes) => new TextDecoder().decode(bytes))).toEqual(all.map(() => text))
  })

  test('what is empty or too large is refused; what is damaged or gone is not handed out', async () => {
    const store = (text: string) =>
      open(3).store(platform.db, { name: 'x', mediaType: 'text/plain', contents: Buffer.from(text) })
    expect(await store('')).toEqual(refuse('invalid', 'files.empty'))
    expect(await store('1234')).toEqual(refuse('invalid', 'files.too-large', { maxBytes: 3, sizeBytes: 4 }))
    const file = await stored(open(), 'a', `before ${randomUUID()}`)
    writeFileSync(pathOf(file.sha256), 'after')
    await expect(open().read(file)).rejects.toThrow('damaged')
    rmSync(pathOf(file.sha256))
    await expect(open().read(file)).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(new Response(open().stream(file)).text()).rejects.toThrow()
  })
})

test('files that lie on the disk stay readable once there is an object store', async () => {
  const file = await stored(filesIn(null), 'old.txt', `old ${randomUUID()}`)
  const bytes = await filesIn(bucket).read(file)
  expect(bytes).toEqual(await filesIn(null).read(file))
})

test('a store that does not let us in, or is not there, stores nothing', async () => {
  const { rows: before } = await platform.database.pool.query('select count(*) from stored_file')
  for (const wrong of [
    { ...bucket, secret: 'another one' },
    { ...bucket, url: `${bucket.url}-that-is-not-there` },
  ])
    await expect(stored(filesIn(wrong), 'a', randomUUID())).rejects.toThrow()
  const { rows: after } = await platform.database.pool.query('select count(*) from stored_file')
  expect(after).toEqual(before)
})
