import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { DirectoryInUse } from './database/directory-lock.ts'
import { appendJournal } from './journal.ts'
import { silentLog } from './log.ts'
import { openPlatform } from './open.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'naru-open-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const open = () => openPlatform(readConfig({ NARU_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), { log: silentLog() })

const program = `
  import { openPlatform } from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)}
  import { readConfig } from ${JSON.stringify(new URL('./config.ts', import.meta.url).href)}
  import { appendJournal } from ${JSON.stringify(new URL('./journal.ts', import.meta.url).href)}
  const platform = await openPlatform(readConfig({ NARU_DATA_DIR: process.argv[1], LOG_LEVEL: 'silent' }))
  for (let n = 1; ; n++) {
    await appendJournal(platform.db, { programmeId: null, actorKind: 'system', actorId: null, action: 'counted',
      subjectKind: 'number', subjectId: platform.newId(), after: n })
    console.log(n)
  }`

test('a killed process loses nothing it had acknowledged, and its data directory opens again', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = 0
  child.stdout.on('data', (chunk: Buffer) => {
    acknowledged = Number(chunk.toString().trim().split('\n').at(-1))
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => expect.unreachable())])
  await expect(open()).rejects.toThrow(DirectoryInUse)
  await new Promise((resolve) => setTimeout(resolve, 300))
  child.kill('SIGKILL')
  await once(child, 'close')

  const platform = await open()
  const { rows } = await platform.database.pool.query(
    'select count(*) as n, max(after::int) as last from journal_entry',
  )
  expect(rows[0].n).toBe(rows[0].last)
  expect(rows[0].last).toBeGreaterThanOrEqual(acknowledged)
  expect(acknowledged).toBeGreaterThan(1)
  await appendJournal(platform.db, {
    programmeId: null,
    actorKind: 'system',
    actorId: null,
    action: 'opened',
    subjectKind: 'number',
    subjectId: platform.newId(),
  })
  await platform.close()
}, 60_000)
