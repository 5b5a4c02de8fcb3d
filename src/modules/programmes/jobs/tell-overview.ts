import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'

/** Whatever happens in a programme may change its overview: open ones ask again. */
export const tellOverview = {
  reader: 'programmes.tell-overview',
  handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const latest = new Map(
      entries.flatMap(({ programmeId, seq }): [Id, number][] => (programmeId ? [[programmeId, seq]] : [])),
    )
    for (const [programmeId, seq] of latest) platform.live.publish(`programme:${programmeId}`, seq)
    return Promise.resolve()
  },
}
