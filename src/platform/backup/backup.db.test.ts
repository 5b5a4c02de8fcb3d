import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestDatabase } from '../database/testing.ts'
import { openContents } from '../file-contents.ts'
import { createJobs, defineJob } from '../jobs.ts'
import { journalChain } from '../journal-chain/seal-journal.ts'
import { signHeads } from '../journal-chain/sign-heads.ts'
import { appendJournal } from '../journal.ts'
import { silentLog } from '../log.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../testing.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

const reminder = defineJob('backup.test-reminder', { schema: z.object({ about: z.string() }) })

let folder: string
let source: TestPlatform
let archive: string
let target: Awaited<ReturnType<typeof openTarget>>

/** The source is embedded whatever TEST_DATABASE_URL says: the drill is the way up to a server where there is one. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'naru-backup-'))
  archive = join(folder, 'small.naru')
  source = await openTestPlatform({ database: await openTestDatabase('') })
  await fill(source)
  await writeBackup({ ...source, now: source.clock.now(), secretIsGiven: true }, archive)
  target = await openTarget()
})
afterAll(async () => {
  await target.close()
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A bit of everything that does not survive careless copying. */
async function fill(platform: TestPlatform): Promise<void> {
  const { pool } = platform.database
  const personId = platform.newId()
  await pool.query(
    `insert into person (id, name, email, created_at)
     values ($1, E'김나루 "\\\\N" \\n\\ttab', 'kim@example.org', '2020-10-26 06:00:00.123456+00')`,
    [personId],
  )
  await pool.query(
    `insert into session (person_id, token, expires_at) values ($1, 'secret-token', now() + interval '1 day')`,
    [personId],
  )
  for (const [programmeId, after] of [
    [null, { number: 1.5, text: 'é', nothing: null }],
    [platform.newId(), null],
  ] as const) {
    const what = { actorKind: 'system', actorId: null, action: 'lamp.lit', subjectKind: 'lamp', subjectId: personId }
    await appendJournal(platform.db, { ...what, programmeId, after } as never)
  }
  await drainJournal(platform, journalChain)
  await signHeads(platform)
  await platform.files.store(platform.db, { name: 'a.txt', mediaType: 'text/plain', contents: Buffer.from('contents') })
  const mail = { toAddress: 'kim@example.org', locale: 'ko', subject: 's', text: 't' } as const
  const sent = await platform.mail.enqueue(platform.db, { ...mail, dedupeKey: 'sent' })
  if (sent.ok) await platform.mail.deliver(sent.value)
  await platform.mail.enqueue(platform.db, { ...mail, dedupeKey: 'waits' })
  await platform.jobs.send(reminder, { about: 'the event' }, { startAfter: '2020-11-01T00:00:00.000Z' })
}

async function openTarget() {
  const database = await openTestDatabase()
  const dataDir = mkdtempSync(join(folder, 'target-'))
  const jobs = createJobs({ database, log: silentLog(), newId: source.newId, timers: false })
  const close = async () => {
    await jobs.stop().catch(() => {})
    await database.close()
  }
  const config = { ...source.config, dataDir }
  return { database, jobs, config, contents: openContents(config), secretIsGiven: true, close }
}

const rowsOf = async ({ database }: Pick<TestPlatform, 'database'>, sql: string) =>
  (await database.authPool.query(sql)).rows

test('an archive that is cut short or changed leaves nothing behind', async () => {
  const whole = gunzipSync(readFileSync(archive))
  const altered = Buffer.from(whole)
  altered.write('X', altered.indexOf('kim@example.org'))
  for (const bytes of [altered, whole.subarray(0, whole.lastIndexOf('manifest.json'))]) {
    const path = join(folder, 'damaged.naru')
    writeFileSync(path, gzipSync(bytes))
    await expect(restoreBackup(target, path)).rejects.toMatchObject({ name: 'BackupError' })
  }
  expect(await rowsOf(target, 'select id from person')).toEqual([])
})

test('what was backed up is restored: rows, journal, files, identity, waiting work', async () => {
  expect(statSync(archive).mode & 0o777).toBe(0o600)
  const { manifest, heldMails } = await restoreBackup(target, archive)
  expect([manifest.heads.length, heldMails]).toEqual([2, 1])
  for (const sql of [
    'select name, created_at::text from person',
    'select seq, tx::text, after::text, before is null as none from journal_entry order by seq',
    'select * from journal_link order by 1, 2',
    'select * from stored_file',
  ]) {
    expect(await rowsOf(target, sql)).toEqual(await rowsOf(source, sql))
  }
  const keyIn = (dataDir: string) => readFileSync(join(dataDir, 'signing/signer.key.pem'), 'utf8')
  expect(keyIn(target.config.dataDir)).toBe(keyIn(source.config.dataDir))
  const [{ sha256 }] = (await rowsOf(source, 'select sha256 from stored_file')) as [{ sha256: string }]
  expect(readFileSync(join(target.config.dataDir, 'files', sha256.slice(0, 2), sha256), 'utf8')).toBe('contents')
  expect(await rowsOf(target, `select data from job.job where name = 'backup.test-reminder'`)).toEqual([
    { data: { about: 'the event' } },
  ])
})

test('nothing is mailed twice, nobody stays signed in, and the journal goes on', async () => {
  expect(
    await rowsOf(
      target,
      `select (select json_object_agg(dedupe_key, status) from mail) as mails, (select count(*)::int from session) as sessions,
         (select count(*)::int from job.job where name = 'mail.deliver') as deliveries`,
    ),
  ).toEqual([{ mails: { sent: 'sent', waits: 'failed' }, sessions: 0, deliveries: 0 }])
  // The sequence goes on after the last entry, and what keeps the rows in order is back.
  const { pool } = target.database
  await pool.query(
    `insert into journal_entry (actor_kind, action, subject_kind, subject_id)
     values ('system', 'lamp.lit', 'lamp', gen_random_uuid())`,
  )
  await expect(pool.query('delete from journal_entry')).rejects.toThrow('only ever added')
  await expect(
    pool.query(`insert into session (person_id, token, expires_at) values (gen_random_uuid(), 't', now())`),
  ).rejects.toThrow('foreign key')
  await expect(restoreBackup(target, archive)).rejects.toThrow('The database is not empty')
})
