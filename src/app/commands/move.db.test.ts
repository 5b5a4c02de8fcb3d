import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestMeeting } from '../../modules/meetings/index.ts'
import { buildPair } from '../../modules/meetings/testing/build-pair.ts'
import { type Session, fixTextForms, readRows, readTableShapes } from '../../platform/backup/catalog.ts'
import { countRows } from '../../platform/backup/format.ts'
import { readConfig } from '../../platform/config.ts'
import { type Database, openServer } from '../../platform/database/open.ts'
import { openEmptyDatabase } from '../../platform/database/testing.ts'
import { sealJournal } from '../../platform/journal-chain/seal-journal.ts'
import { silentLog } from '../../platform/log.ts'
import { openPlatform } from '../../platform/open.ts'

const NARU = fileURLToPath(new URL('../naru.js', import.meta.url))
const SERVER = process.env.TEST_DATABASE_URL

/** Up from the embedded database; without a server there is nowhere to go. */
describe.runIf(SERVER)('from the embedded database to a server', () => {
  let folder: string
  let dataDir: string
  let target: { url: string; drop: () => Promise<void> }
  let moved: Awaited<ReturnType<typeof totals>>
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'naru-move-'))
    dataDir = join(folder, 'data')
    target = await emptyDatabase()
    const config = readConfig({ NARU_DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
    await import('../modules.ts')
    const platform = await openPlatform(config, { log: silentLog() })
    const { event, host, guest } = await buildPair(platform)
    const { programmeId, eventId } = event
    const [hostId, guestId] = [host.participantId, guest.participantId]
    await requestMeeting(platform, host.actor, { programmeId, eventId, hostId, guestId, wish: 'want', note: '비고' })
    await platform.files.store(platform.db, { name: 'a.txt', mediaType: 'text/plain', contents: Buffer.from('kept') })
    const mail = { dedupeKey: 'waits', toAddress: 'a@example.org', locale: 'ko', subject: 's', text: 't' } as const
    await platform.mail.enqueue(platform.db, mail)
    await sealJournal(platform)
    moved = await totals(platform.database)
    await platform.close()
  })
  afterAll(async () => {
    await target.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function emptyDatabase() {
    const made = await openEmptyDatabase(SERVER)
    const { rows } = await made.pool.query<{ name: string }>('select current_database() as name')
    const url = Object.assign(new URL(SERVER!), { pathname: `/${rows[0]!.name}` }).href
    return { url, drop: () => made.close() }
  }

  /** Every table with its rows and their hash. */
  async function totals({ authPool }: Pick<Database, 'authPool'>) {
    const client = await authPool.connect()
    try {
      await client.query('begin')
      await fixTextForms(client)
      const found = []
      for (const table of await readTableShapes(client as Session)) {
        const counted = countRows(table.name)
        for await (const lines of readRows(client, table)) counted.add(lines)
        found.push(counted.total())
      }
      return found
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  const naru = (args: readonly string[], more: Record<string, string>) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const env = { PATH: process.env.PATH, NARU_DATA_DIR: dataDir, ...more }
      const child = execFile(process.execPath, [NARU, ...args], { env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      )
    })

  test(
    'everything arrives as it was, is compared, and goes on there and only there',
    { timeout: 120_000 },
    async () => {
      const archive = join(folder, 'all.naru')
      const exported = await naru(['export', archive], {})
      expect([exported.code, exported.err]).toEqual([0, ''])
      const there = { DATABASE_URL: target.url, NARU_DATA_DIR: join(folder, 'there') }
      const imported = await naru(['import', archive], there)
      expect([imported.code, imported.err]).toEqual([0, ''])
      const numbers = (text: string) => [...text.matchAll(/(\d+) (?:rows|files|chains|entries)/g)].map(([all]) => all)
      expect(numbers(imported.out)).toEqual(numbers(exported.out))

      const database = openServer(target.url)
      try {
        expect(await totals(database)).toEqual(moved)
        const { rows } = await database.pool.query(
          `select (select json_object_agg(dedupe_key, status) from mail) as mails,
           (select count(*) from job.job where name = 'mail.deliver' and state = 'created') as deliveries`,
        )
        expect(rows).toEqual([{ mails: { waits: 'queued' }, deliveries: 1 }])
      } finally {
        await database.close()
      }
      expect(readdirSync(join(folder, 'there/files'))).toHaveLength(1)

      const again = await naru(['migrate'], {})
      expect([again.code, again.err.split(':')[0]]).toEqual([
        1,
        `The embedded database in ${dataDir} was exported to go on elsewhere`,
      ])
      const twice = await naru(['import', archive], there)
      expect([twice.code, twice.err.split(':')[0]]).toEqual([1, 'The database is not empty'])
    },
  )
})
