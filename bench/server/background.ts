import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { buildProgramme } from '../../src/modules/programmes/testing/build-programme.ts'
import { appendJournalEntries } from '../../src/platform/journal.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openNotifications } from '../../src/platform/notifications.ts'
import { createSharedLive } from '../../src/platform/shared-live.ts'
import type { Figure } from '../figure.ts'
import type { Running } from './installation.ts'

/** How fast the worker's listeners get through the journal, and a live message from one process to the next. */
export async function measureBackground(
  running: Running,
  { entries, messages }: { readonly entries: number; readonly messages: number },
  print: (figure: Figure) => void,
): Promise<void> {
  const perSecond = entries / (await secondsToHear(running, entries))
  print({ case: 'background', metric: 'journal entries heard by all', value: perSecond, unit: '1/s', n: entries })
  const heard = messages / (await secondsToTell(running, messages))
  print({ case: 'background', metric: 'live messages heard', value: heard, unit: '1/s', n: messages })
}

const AT_ONCE = 1000

/** From the commit of the last entry until every reader has it behind itself. */
async function secondsToHear({ platform }: Running, entries: number): Promise<number> {
  const { programmeId } = await buildProgramme(platform)
  for (let n = 0; n < entries; n += AT_ONCE) {
    const written = Array.from({ length: Math.min(AT_ONCE, entries - n) }, () => ({
      programmeId,
      actorKind: 'system',
      actorId: null,
      action: 'bench.happened',
      subjectKind: 'bench',
      subjectId: platform.newId(),
      after: { told: 'as long as what happens to a meeting request is, more or less', at: n },
    }))
    await appendJournalEntries(platform.db, written)
  }
  const startedMs = performance.now()
  const left = async () => {
    const { rows } = await sql<{ left: number }>`
      select count(*) as left from journal_cursor c, (select max(seq) as seq from journal_entry) last
      where c.seq < last.seq`.execute(platform.db)
    return rows[0]!.left
  }
  while ((await left()) > 0) await pause(100)
  return (performance.now() - startedMs) / 1000
}

async function secondsToTell({ platform, installation }: Running, messages: number): Promise<number> {
  const notifications = await openNotifications(installation.databaseUrl, silentLog())
  const other = await createSharedLive(notifications)
  let heard = 0
  const all = Promise.withResolvers<undefined>()
  other.subscribe('bench:told', () => {
    if (++heard === messages) all.resolve(undefined)
  })
  const startedMs = performance.now()
  for (let n = 0; n < messages; n++) platform.live.publish('bench:told', n)
  await all.promise
  const seconds = (performance.now() - startedMs) / 1000
  await notifications.close()
  return seconds
}
