import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DirectoryInUse, DirectoryNotWritable, lockDirectory } from './directory-lock.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'naru-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const holder = async () => {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { lockDirectory } from ${JSON.stringify(new URL('./directory-lock.ts', import.meta.url).href)}
     lockDirectory(${JSON.stringify(directory)}); console.log('held'); setInterval(() => {}, 1000)`,
  ])
  await once(child.stdout, 'data')
  return child
}

test('one holder at a time, named in the error; free again after release', () => {
  const release = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(DirectoryInUse)
  release()
  expect(existsSync(join(directory, 'naru.lock'))).toBe(false)
  lockDirectory(directory)()
})

test('a live process keeps it, a killed one does not', async () => {
  const child = await holder()
  expect(() => lockDirectory(directory)).toThrow(
    `The data directory ${directory} is in use by process ${child.pid}. Stop that process or choose another directory with NARU_DATA_DIR.`,
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  lockDirectory(directory)()
})

test('a pid that now belongs to somebody else, or to us after a restart, does not keep it', () => {
  const path = join(directory, 'naru.lock')
  for (const stale of [`${process.ppid} 1\n`, `${process.pid} 1\n`, '\n']) {
    writeFileSync(path, stale)
    const release = lockDirectory(directory)
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid} \\d+\\n$`))
    release()
  }
})

test('a place that cannot be written is one sentence', () => {
  writeFileSync(join(directory, 'file'), '')
  const lock = () => lockDirectory(join(directory, 'file/data'))
  expect(lock).toThrow(DirectoryNotWritable)
  expect(lock).toThrow(/^The data directory \S+ cannot be written \(ENOTDIR: not a directory\)\./)
})
