import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../modules/accounts/index.ts'
import { buildSession } from '../modules/accounts/testing/build-person.ts'
import { type Speaker, buildPair } from '../modules/meetings/testing/build-pair.ts'
import { readConfig } from '../platform/config.ts'
import { migrate, readMigrations } from '../platform/database/migrate.ts'
import { type Database, openServer } from '../platform/database/open.ts'
import { openTestDatabase, spreadForTests } from '../platform/database/testing.ts'
import { checkJournal } from '../platform/journal-chain/chain.ts'
import { COMMON_CHAIN } from '../platform/journal-chain/chain-store.ts'
import { exportJournal } from '../platform/journal-chain/export-journal.ts'
import { sealJournal } from '../platform/journal-chain/seal-journal.ts'
import { silentLog } from '../platform/log.ts'
import { openPlatform } from '../platform/open.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { modules } from './modules.ts'
import { createApp } from './server.ts'
import { type Relay, startRelay } from './testing/relay.ts'

const SERVER = process.env.TEST_DATABASE_URL

/** The embedded database is part of the process: what can be gone is a server. */
describe.runIf(SERVER)('a database server that is gone, full or a read-only standby', () => {
  let behind: Database
  let relay: Relay
  let platform: TestPlatform
  let app: HttpApp<Actor>
  let host: Speaker
  let guest: Speaker
  let cookie: string
  let path: string
  beforeAll(async () => {
    behind = await openTestDatabase(SERVER)
    // Whoever breaks the server is its administrator.
    behind.net.state = 'open'
    const { rows } = await behind.pool.query<{ name: string }>('select current_database() as name')
    const address = new URL(SERVER!)
    relay = await startRelay(address.hostname, Number(address.port || 5432))
    address.host = `127.0.0.1:${relay.port}`
    address.pathname = `/${rows[0]!.name}`
    platform = await openTestPlatform({ database: await spreadForTests(openServer(address.href)) })
    app = createApp(platform, platform.database, { modules, webDirectory: null })
    const pair = await buildPair(platform)
    ;({ host, guest } = pair)
    path = `/api/v1/programmes/${pair.event.programmeId}/events/${pair.event.eventId}/meeting-requests`
    cookie = await buildSession(platform, host.actor.personId)
  })
  afterAll(async () => {
    await platform.close()
    await relay.close()
    await behind.close()
  })

  const call = async (method: 'GET' | 'POST', body?: object) => {
    const headers = { cookie, 'content-type': 'application/json', 'accept-language': 'ko' }
    const response = await app.request(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    const { code, detail } = (await response.json()) as { code?: string; detail?: string }
    return { status: response.status, code, detail, retryAfter: response.headers.get('retry-after') }
  }
  const ask = () => call('POST', { hostId: host.participantId, guestId: guest.participantId, wish: 'want', note: null })
  const countRequests = async () =>
    (await behind.pool.query('select count(*) as count from meeting_request')).rows[0].count
  const unavailable = {
    status: 503,
    code: 'http.unavailable',
    retryAfter: '5',
    detail: expect.stringContaining('잠시 후'),
  }

  const reconnect = async () => {
    await relay.cut()
    await relay.mend()
    // Until the pool has heard that its connections are gone.
    await pause(50)
  }

  test('what was asked while it is gone is answered with 503 and when to come again; then everything goes on', async () => {
    expect(await call('GET')).toMatchObject({ status: 200, retryAfter: null })
    await relay.cut()
    expect([await call('GET'), await ask()]).toEqual([unavailable, unavailable])
    const ready = await app.request('/readyz')
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await app.request('/healthz')).status).toBe(200)
    await relay.mend()
    expect(await call('GET')).toMatchObject({ status: 200 })
    expect([await countRequests(), (await app.request('/readyz')).status]).toEqual([0, 200])
  })

  test('a connection that breaks under a request ends that request and nothing else', async () => {
    const client = await behind.pool.connect()
    await client.query('begin')
    await client.query('lock table meeting_request in access exclusive mode')
    const waiting = ask()
    await pause(200)
    await relay.cut()
    await client.query('rollback')
    client.release()
    expect(await waiting).toEqual(unavailable)
    await relay.mend()
    expect([(await ask()).status, await countRequests()]).toEqual([200, 1])
    await behind.pool.query('delete from meeting_request')
  })

  test('a full disk refuses the write, keeps the reads and loses nothing', async () => {
    await behind.pool.query(`
      create function pretend_full() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
      create trigger full_disk before insert on meeting_request for each statement execute function pretend_full()`)
    expect([await ask(), (await call('GET')).status]).toEqual([unavailable, 200])
    const entries = `select count(*) as count from journal_entry where action = 'meeting-request.created'`
    const before = (await behind.pool.query(entries)).rows[0].count
    await behind.pool.query('drop trigger full_disk on meeting_request')
    expect((await ask()).status).toBe(200)
    expect([await countRequests(), (await behind.pool.query(entries)).rows[0].count]).toEqual([1, before + 1])
    await behind.pool.query('delete from meeting_request')
  })

  test('a standby that may not be written says so, shows its public pages, and goes on once it may', async () => {
    const { rows } = await behind.pool.query<{ name: string }>('select current_database() as name')
    await behind.pool.query(`alter database ${rows[0]!.name} set default_transaction_read_only = on`)
    await reconnect()
    expect([(await app.request('/news')).status, await ask()]).toEqual([200, unavailable])
    await behind.pool.query(`alter database ${rows[0]!.name} reset default_transaction_read_only`)
    await reconnect()
    expect((await ask()).status).toBe(200)
  })

  test('a migration that is cut in half has done nothing, and is applied whole by the next start', async () => {
    const cut = `create table half_done (); select pg_terminate_backend(pg_backend_pid()); create table other_half ()`
    const migration = (text: string) => ({ name: '9999_cut', sql: text, sha256: 'the same' })
    const tables = async () =>
      (await behind.pool.query(`select to_regclass('half_done') as one, to_regclass('other_half') as two`)).rows[0]
    await expect(migrate(behind.pool, [...readMigrations(), migration(cut)])).rejects.toThrow('9999_cut failed')
    expect(await tables()).toEqual({ one: null, two: null })
    const whole = migration('create table half_done (); create table other_half ()')
    expect(await migrate(behind.pool, [...readMigrations(), whole])).toEqual(['9999_cut'])
    expect(await tables()).toEqual({ one: 'half_done', two: 'other_half' })
  })
})

/** One process, one disk: what a server of its own would answer with a code of its own. */
describe.runIf(!SERVER && process.platform === 'linux')('a disk that is full under the embedded database', () => {
  const program = `
    import { randomBytes } from 'node:crypto'
    import { openPlatform } from ${JSON.stringify(new URL('../platform/open.ts', import.meta.url).href)}
    import { readConfig } from ${JSON.stringify(new URL('../platform/config.ts', import.meta.url).href)}
    import { appendJournal } from ${JSON.stringify(new URL('../platform/journal.ts', import.meta.url).href)}
    import { isUnavailable } from ${JSON.stringify(new URL('../platform/unavailable.ts', import.meta.url).href)}
    const platform = await openPlatform(readConfig({ NARU_DATA_DIR: process.argv[1], LOG_LEVEL: 'silent' }))
    const entry = { programmeId: null, actorKind: 'system', actorId: null, action: 'filled', subjectKind: 'disk' }
    let written = 0
    try {
      for (; written < 500; written++) {
        const after = randomBytes(150_000).toString('base64')
        await appendJournal(platform.db, { ...entry, subjectId: platform.newId(), after })
      }
    } catch (error) {
      const { rows } = await platform.database.pool.query('select count(*) as count from journal_entry')
      console.log(JSON.stringify({ written, readable: rows[0].count, unavailable: isUnavailable(error) }))
    }
    process.exit(0)`

  test(
    'says that it cannot, goes on reading, and is whole when there is room again',
    { timeout: 120_000 },
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'naru-full-'))
      try {
        // No file may grow beyond 24 MB, which to a program is as a disk that is full; the signal would end it.
        const limited = `trap '' XFSZ; ulimit -f 24576; exec "$0" --input-type=module -e "$1" "$2"`
        const out = execFileSync('bash', ['-c', limited, process.execPath, program, dataDir], { encoding: 'utf8' })
        const { written, readable, unavailable: isTold } = JSON.parse(out) as Record<string, unknown>
        expect([Number(written) > 10, readable, isTold]).toEqual([true, written, true])

        const platform = await openPlatform(readConfig({ NARU_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
          log: silentLog(),
        })
        const { rows } = await platform.database.pool.query('select count(*) as count from journal_entry')
        expect(rows[0].count).toBe(written)
        await sealJournal(platform)
        const parts: string[] = []
        for await (const part of exportJournal(platform, COMMON_CHAIN)) parts.push(part)
        expect(checkJournal(Buffer.from(parts.join('')), [])).toMatchObject({
          problem: 'authority-unknown',
          entries: written,
        })
        await platform.close()
      } finally {
        rmSync(dataDir, { recursive: true, force: true })
      }
    },
  )
})
