import { setTimeout as pause } from 'node:timers/promises'
import { within } from '../../../platform/context.ts'
import { asOwner } from '../../../platform/database/reach.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import { journalChain } from '../../../platform/journal-chain/seal-journal.ts'
import { type JournalReader, readJournal } from '../../../platform/journal.ts'
import type { TestPlatform } from '../../../platform/testing.ts'
import type { Random } from '../../demo/random.ts'
import type { Module } from '../../module.ts'
import type { Scissors } from './cut-connection.ts'

type Handler = (data: object, retryCount: number) => Promise<void>

/** The work that nobody waits for, done when the run says so: in a queue's order, sometimes twice, sometimes cut short. */
export interface Background {
  /** Hands some of the listeners what is new. */
  listen(random: Random): Promise<void>
  /** Runs what waits in the queue and some of the jobs of a time of day. */
  work(random: Random): Promise<void>
  /** Everything there is to hear and to do, without faults; throws what a job throws. */
  finish(): Promise<void>
}

interface Waiting {
  readonly id: string
  readonly name: string
  readonly data: object | null
}

/** Jobs of a time of day that look after the whole installation and not after what programmes do. */
const NOT_OF_PROGRAMMES = /^(accounts\.|newsroom\.forget|journal\.|platform\.)/

export async function backgroundOf(
  platform: TestPlatform,
  modules: readonly Module[],
  scissors: Scissors,
): Promise<Background> {
  const { handlers, timed } = await registerJobs(platform, modules)
  const readers: JournalReader[] = [
    journalChain,
    ...modules.flatMap(({ journalListeners = [] }) =>
      journalListeners.map(({ reader, handle }) => ({
        reader,
        handle: ((entries, trx) => handle(within(platform, trx), entries)) satisfies JournalReader['handle'],
      })),
    ),
  ]

  const waiting = async (): Promise<Waiting[]> =>
    (
      await platform.database.authPool.query<Waiting>(
        `select id, name, data from job.job where state in ('created', 'retry') and start_after <= $1
         and name = any($2) order by created_on, id`,
        [new Date(Math.max(Date.now(), Date.parse(platform.clock.now()))), [...handlers.keys()]],
      )
    ).rows
  const done = (id: string) => platform.database.authPool.query('delete from job.job where id = $1', [id])
  const run = ({ name, data }: Waiting) => handlers.get(name)!(data ?? {}, 0)

  return {
    async listen(random) {
      await beginEra(platform)
      for (const reader of random.draw(readers, random.integer(1, readers.length))) {
        const isCut = random.chance(0.1)
        if (isCut) scissors.arm(random.integer(2, 8), 'before')
        await readJournal(platform, reader).catch((error: unknown) => {
          if (!scissors.disarm()) throw error
        })
        scissors.disarm()
      }
    },
    async work(random) {
      await endClaims(platform)
      for (const name of random.draw([...timed], 2)) await handlers.get(name)!({}, 0)
      for (const job of await waiting()) {
        if (random.chance(0.1)) continue
        if (random.chance(0.1)) scissors.arm(random.integer(1, 6), random.chance(0.5) ? 'before' : 'after')
        const isDone = await run(job).then(
          () => true,
          (error: unknown) => {
            if (!scissors.disarm()) throw error
            return false
          },
        )
        scissors.disarm()
        if (!isDone) await endClaims(platform)
        // A worker that dies after its work has not said that it is done: the job runs once more.
        if (isDone && !random.chance(0.1)) await done(job.id)
      }
    },
    async finish() {
      await endClaims(platform)
      for (let round = 0; round < 20; round++) {
        let count = 0
        await beginEra(platform)
        for (const reader of readers) count += await readAll(platform, reader)
        const jobs = await waiting()
        for (const job of jobs) {
          await run(job)
          await done(job.id)
        }
        if (count + jobs.length === 0) return
        if (round === 0) for (const name of timed) await handlers.get(name)!({}, 0)
      }
      throw new Error('The background work finds no end')
    },
  }
}

/** Somebody's connection was cut while a mail was on its way: two minutes later nobody has it for himself any more. */
const endClaims = ({ database }: TestPlatform) =>
  database.pool.query('update mail set claimed_until = null where claimed_until is not null')

async function readAll(platform: TestPlatform, reader: JournalReader): Promise<number> {
  let read = 0
  for (let count = -1; count !== 0; read += count) count = await readJournal(platform, reader)
  return read
}

/**
 * Lets readers have every entry there is: the server shares its transaction numbers with other databases, and readers
 * would wait for those. A new era sorts after all that is, so nobody may be writing when it begins; a backend whose
 * client was cut off may be at it still.
 */
async function beginEra({ database }: TestPlatform): Promise<void> {
  for (;;) {
    const { rows } = await database.authPool.query<{ busy: boolean }>(
      `select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and (state = 'active' or state like 'idle in transaction%')) as busy`,
    )
    if (!rows[0]?.busy) break
    await pause(2)
  }
  await asOwner(() => database.authPool.query(`select setval('journal_era', current_journal_era() + 1)`))
}

/** What the modules would run, by name; nothing runs by itself. */
async function registerJobs(platform: TestPlatform, modules: readonly Module[]) {
  const handlers = new Map<string, Handler>([
    ['mail.deliver', (data) => platform.mail.deliver((data as { mailId: string }).mailId)],
  ])
  const timed = new Set<string>()
  const jobs: Jobs = {
    ...platform.jobs,
    work(job, handler) {
      handlers.set(job.name, (data, retryCount) => {
        const checked = job.schema ? job.schema.parse(data) : (data as never)
        return handler({ id: platform.newId(), data: checked, retryCount, signal: new AbortController().signal })
      })
      return Promise.resolve()
    },
    schedule(job) {
      if (!NOT_OF_PROGRAMMES.test(job.name)) timed.add(job.name)
      return Promise.resolve()
    },
  }
  for (const { startJobs } of modules) await startJobs?.({ ...platform, jobs })
  return { handlers, timed }
}
