import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AnyContractRouter } from '@orpc/contract'
import { traverseContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Id } from '../kernel/id.ts'
import type { Access, Actor, Role } from '../modules/accounts/index.ts'
import { rolesOf } from '../modules/accounts/index.ts'
import { buildSession } from '../modules/accounts/testing/build-person.ts'
import { contract } from '../modules/contract.ts'
import { type Restored, restoreBackup } from '../platform/backup/restore-backup.ts'
import { fixedClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { within } from '../platform/context.ts'
import { readMigrations } from '../platform/database/migrate.ts'
import { openEmptyDatabase } from '../platform/database/testing.ts'
import { openContents } from '../platform/file-contents.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { createJobs } from '../platform/jobs.ts'
import { checkJournal } from '../platform/journal-chain/chain.ts'
import { exportJournal } from '../platform/journal-chain/export-journal.ts'
import { readJournal } from '../platform/journal.ts'
import { silentLog } from '../platform/log.ts'
import { type OpenPlatform, assemblePlatform } from '../platform/open.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'
import { readWorld } from './testing/foreign-world.ts'
import { requestOf, sampleInput } from './testing/sample-input.ts'

/** What earlier versions left of their demonstration, by the last migration they knew. See docs/operating/upgrade.md. */
const EARLIER = readdirSync(new URL('./testing/upgrade/', import.meta.url))
  .filter((name) => name.endsWith('.naru'))
  .map((name) => [name, fileURLToPath(new URL(`./testing/upgrade/${name}`, import.meta.url))] as const)

describe.each(EARLIER)('an installation as it stood at %s', (_, archive) => {
  let dataDir: string
  let platform: OpenPlatform
  let restored: Restored
  let app: HttpApp<Actor>
  let programmeId: Id
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'naru-upgrade-'))
    const config = readConfig({
      NARU_DATA_DIR: dataDir,
      NARU_SECRET: 'the secret of an old demonstration',
      LOG_LEVEL: 'silent',
    })
    const database = await openEmptyDatabase()
    const now = new Date().toISOString()
    platform = assemblePlatform({ config, database, clock: fixedClock(now), log: silentLog(), timers: false })
    const jobs = createJobs({ database, log: silentLog(), newId: platform.newId, timers: false })
    // All rows are read again and compared in the tables of then, before those are brought up to date.
    restored = await restoreBackup(
      { database, config, contents: openContents(config), jobs, secretIsGiven: true },
      archive,
    )
    await jobs.stop()
    await platform.jobs.start()
    app = createApp(platform, database, { modules, webDirectory: null })
    const { rows } = await database.pool.query<{ id: Id }>('select id from programme')
    programmeId = rows[0]!.id
  })
  afterAll(async () => {
    await platform.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('is brought up to date with every row it had', async () => {
    const { pool } = platform.database
    const { rows } = await pool.query<{ name: string }>('select name from schema_migration order by name')
    expect(rows.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name))
    expect(rows.length).toBeGreaterThanOrEqual(restored.header.migrations.length)
    const found = await Promise.all(
      restored.manifest.tables.map(async ({ name }) => {
        const { rows: counts } = await pool.query<{ count: number }>(`select count(*) as count from "${name}"`)
        return [name, counts[0]!.count]
      }),
    )
    expect(found).toEqual(restored.manifest.tables.map(({ name, rows: count }) => [name, count]))
  })

  test('has the journal it had, and it goes on from there', async () => {
    expect(restored.manifest.heads.length).toBeGreaterThan(0)
    for (const head of restored.manifest.heads) {
      const parts: string[] = []
      for await (const part of exportJournal(platform, head.chainId)) parts.push(part)
      const { problem, entries } = checkJournal(Buffer.from(parts.join('')), [], head)
      expect([problem, entries]).toEqual(['authority-unknown', head.number])
    }
  })

  test('mails nothing again: what was sent stays sent, what waited is held back, nobody hears old news', async () => {
    const mails = () =>
      platform.database.pool.query(`select status, count(*) as count from mail group by status order by status`)
    const { rows: before } = await mails()
    expect(before.map(({ status }) => status).filter((status) => status === 'queued')).toEqual([])
    expect(before.find(({ status }) => status === 'sent')?.count).toBeGreaterThan(0)
    for (const { reader, handle } of modules.flatMap(({ journalListeners = [] }) => journalListeners)) {
      const reading = { reader, handle: (entries, trx) => handle(within(platform, trx), entries) } satisfies Parameters<
        typeof readJournal
      >[1]
      while ((await readJournal(platform, reading)) > 0);
    }
    expect((await mails()).rows).toEqual(before)
    const { rows: deliveries } = await platform.database.pool.query(
      `select id from job.job where name = 'mail.deliver' and state in ('created', 'retry', 'active')`,
    )
    expect(deliveries).toEqual([])
  })

  test.each(['operator', 'official', 'company-representative', 'interpreter'] as const)(
    'answers every page of %s',
    async (role) => {
      const cookie = await signIn(role)
      const { ids } = await readWorld(platform, programmeId)
      const idOf = (field: string) => (field === 'programmeId' ? programmeId : (ids.get(field)?.[0] ?? null))
      const answers = new Map<string, number>()
      for (const { name, route, input } of readable(role)) {
        const sample = input.safeParse(sampleInput(input, idOf))
        if (!sample.success) continue
        const { url, init } = requestOf(route, sample.data as Record<string, unknown>)
        answers.set(name, (await app.request(url, { ...init, headers: { ...init.headers, cookie } })).status)
      }
      expect([...answers].filter(([, status]) => status >= 500)).toEqual([])
      expect([...answers].filter(([, status]) => status === 200).length).toBeGreaterThan(10)
    },
  )

  async function signIn(role: Role): Promise<string> {
    const { rows } = await platform.database.pool.query<{ id: Id }>(
      `select person_id as id from role_grant where programme_id = $1 and role = $2 and revoked_at is null order by created_at limit 1`,
      [programmeId, role],
    )
    return buildSession(platform, rows[0]!.id)
  }
})

/** Routes of a programme that read, and that somebody of this role may call. */
function readable(role: Role): { name: string; route: { method: string; path: string }; input: z.ZodType }[] {
  const found: ReturnType<typeof readable> = []
  traverseContractProcedures({ router: contract as AnyContractRouter, path: [] }, ({ contract: procedure, path }) => {
    const { meta, route, inputSchema } = procedure['~orpc']
    const { access } = meta as { access: Access }
    const mayCall = Array.isArray(access) && rolesOf(role).some((held) => (access as readonly Role[]).includes(held))
    if (route.method !== 'GET' || !mayCall) return
    found.push({ name: path.join('.'), route: { method: 'GET', path: route.path! }, input: inputSchema as z.ZodType })
  })
  return found
}
