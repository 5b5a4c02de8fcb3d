import type { Db } from '../platform/database/handle.ts'
import { type Platform, within } from '../platform/context.ts'
import { acrossProgrammes } from '../platform/database/reach.ts'
import { journalChain } from '../platform/journal-chain/seal-journal.ts'
import { startJournalChain } from '../platform/journal-chain/sign-heads.ts'
import { readJournal } from '../platform/journal.ts'
import type { JournalListener, Module } from './module.ts'

export interface Worker {
  /** Takes nothing new and waits for the listener at work; jobs end with the platform. */
  stop(): Promise<void>
}

/** Longest time until a listener hears of what happened. */
const JOURNAL_POLL_MS = 1000

/** Background work of every module: mail, jobs, and the listeners that read the journal. */
export async function startWorker(platform: Platform, modules: readonly Module[]): Promise<Worker> {
  await platform.mail.start()
  await acrossProgrammes(async () => {
    await startJournalChain(platform)
    for (const { startJobs } of modules) await startJobs?.(platform)
  })
  const seal: JournalListener = {
    reader: journalChain.reader,
    handle: ({ db }, entries) => journalChain.handle(entries, db),
  }
  return startListeners(platform, [seal, ...modules.flatMap(({ journalListeners = [] }) => journalListeners)])
}

/** One after the other, so that the embedded database's single session is never held by two of them. */
function startListeners(platform: Platform, listeners: readonly JournalListener[]): Worker {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const round = async () => {
    for (const listener of listeners) {
      if (isStopped) return
      await hear(platform, listener, () => isStopped)
    }
    if (!isStopped) timer = setTimeout(start, JOURNAL_POLL_MS)
  }
  let current = Promise.resolve()
  // What happened in any programme.
  const start = () => {
    current = acrossProgrammes(round)
  }
  start()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await current
    },
  }
}

/** Hands over all that is new; a failure is logged and tried again in the next round, so others are not held up. */
async function hear(platform: Platform, { reader, handle }: JournalListener, isStopped: () => boolean): Promise<void> {
  const reading = {
    reader,
    handle: (entries: Parameters<typeof handle>[1], trx: Db) => handle(within(platform, trx), entries),
  }
  try {
    while (!isStopped() && (await readJournal(platform, reading)) > 0);
  } catch (error) {
    platform.log.error({ err: error, reader }, 'journal listener failed')
  }
}
