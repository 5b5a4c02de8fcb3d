import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Instant } from '../kernel/instant.ts'
import { type FixedClock, fixedClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import type { Database } from './database/open.ts'
import { openTestDatabase } from './database/testing.ts'
import { type JournalReader, readJournal } from './journal.ts'
import { silentLog } from './log.ts'
import { type OpenPlatform, assemblePlatform } from './open.ts'

export interface TestPlatform extends OpenPlatform {
  readonly clock: FixedClock
}

/** When a test does not say otherwise: a Monday in autumn, 15:00 in Seoul. */
const START: Instant = '2020-10-26T06:00:00.000Z'

/**
 * The platform over a fresh database, with a clock that stands still, a data directory of its own and no
 * timers. Jobs can be sent and, with `jobs.work`, run. Call `close` in `afterAll`.
 */
export async function openTestPlatform(
  options: { readonly now?: Instant; readonly config?: Partial<Config>; readonly database?: Database } = {},
): Promise<TestPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'naru-test-'))
  const environment = { NARU_DATA_DIR: dataDir, NARU_SECRET: 'a secret that only tests know of', LOG_LEVEL: 'silent' }
  const platform = assemblePlatform({
    config: { ...readConfig(environment), ...options.config },
    database: options.database ?? (await openTestDatabase()),
    clock: fixedClock(options.now ?? START),
    log: silentLog(),
    timers: false,
  })
  await platform.jobs.start()
  const close = async () => {
    await platform.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...platform, close }
}

/**
 * Hands a reader every entry written until now, however long other databases on the same server keep their
 * transactions open (their numbers are shared). Returns how many entries there were.
 */
export async function drainJournal(
  platform: Pick<TestPlatform, 'db' | 'database'>,
  reader: JournalReader,
): Promise<number> {
  let read = 0
  for (;;) {
    const count = await readJournal(platform, reader)
    read += count
    if (count > 0) continue
    const { rows } = await platform.database.pool.query<{ left: number }>(
      `select count(*) as left from journal_entry e left join journal_cursor c on c.reader = $1
       where c.reader is null or (e.era, e.tx, e.seq) > (c.era, c.tx, c.seq)`,
      [reader.reader],
    )
    if (rows[0]?.left === 0) return read
    await pause(20)
  }
}
