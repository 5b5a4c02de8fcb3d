import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { processorSecondsOf } from '../../src/platform/testing/processes.ts'
import type { Platform } from '../../src/platform/context.ts'
import type { Figure } from '../figure.ts'
import type { Running } from './installation.ts'

const LOOK_EVERY_MS = 200
/** What the worker does of it is done by then. */
const SETTLED_AFTER_MS = 2000

/**
 * Processor time of the database's sessions, which come and go: each is looked at every so often. Only where the database
 * runs on this machine; the time that statements take says less, because it grows with whatever else goes on.
 */
class SessionClock {
  readonly #platform: Platform
  readonly #first = new Map<number, number>()
  readonly #last = new Map<number, number>()
  #timer: NodeJS.Timeout | undefined
  #isFirst = true

  constructor(platform: Platform) {
    this.#platform = platform
  }

  async start(): Promise<void> {
    await this.#look()
    this.#isFirst = false
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS)
  }

  async stop(): Promise<number> {
    clearInterval(this.#timer)
    await this.#look()
    return [...this.#last].reduce((sum, [pid, seconds]) => sum + seconds - (this.#first.get(pid) ?? 0), 0)
  }

  async #look(): Promise<void> {
    const { rows } = await sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database()`.execute(this.#platform.db)
    for (const { pid } of rows) {
      if (!existsSync(`/proc/${pid}/stat`)) continue
      const seconds = processorSecondsOf(pid)
      if (this.#isFirst) this.#first.set(pid, seconds)
      this.#last.set(pid, seconds)
    }
  }
}

const databaseBytes = async ({ db }: Platform): Promise<number> => {
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db)
  return rows[0]!.bytes
}

/** Prints what `work` cost the installation for each of `count` things of the name `what`, in processor time. */
export async function withCost<T>(
  { platform, server, worker }: Running,
  { name, what, count }: { readonly name: string; readonly what: string; readonly count: number },
  print: (figure: Figure) => void,
  work: () => Promise<T>,
): Promise<T> {
  const clock = new SessionClock(platform)
  await clock.start()
  const before = { server: server.processorSeconds(), worker: worker.processorSeconds() }
  const bytesBefore = await databaseBytes(platform)
  const result = await work()
  await pause(SETTLED_AFTER_MS)
  const databaseSeconds = await clock.stop()
  const cost = (metric: string, value: number, unit: string) =>
    print({ case: name, metric: `${metric} ${what}`, value: value / count, unit, n: count })
  cost('server time', 1000 * (server.processorSeconds() - before.server), 'ms')
  cost('worker time', 1000 * (worker.processorSeconds() - before.worker), 'ms')
  cost('database time', 1000 * databaseSeconds, 'ms')
  cost('stored', ((await databaseBytes(platform)) - bytesBefore) / 1000, 'kB')
  return result
}
