import { addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../domain/actor.ts'
import { deleteOldMails, eraseKeptNames, listForgotten } from '../store/erasure-store.ts'
import { erase } from './erase-person.ts'
import type { PrivacySources, RetentionRule } from './personal-data.ts'

export interface RetentionResult {
  readonly name: string
  readonly days: number
  /** Rows removed; with `isTrial`, rows that would be. */
  readonly rows: number
}

/** Removes what is older than the settings say, rule by rule; with `isTrial` nothing is written. */
export async function applyRetention(
  platform: Platform,
  sources: PrivacySources,
  isTrial: boolean,
): Promise<RetentionResult[]> {
  const now = platform.clock.now()
  const results: RetentionResult[] = []
  for (const { name, days, apply } of [...ownRules(sources), ...sources.retention]) {
    const kept = days(platform.config.retention)
    const rows = await apply(platform, addMinutes(now, -kept * 1440), isTrial)
    results.push({ name, days: kept, rows })
  }
  return results
}

const ownRules = (sources: PrivacySources): RetentionRule[] => [
  {
    name: 'accounts.mails',
    days: ({ mailDays }) => mailDays,
    apply: ({ db }, before, isTrial) => deleteOldMails(db, before, isTrial),
  },
  {
    name: 'accounts.people-without-a-role',
    days: ({ personDays }) => personDays,
    async apply(platform, before, isTrial) {
      const people = await listForgotten(platform.db, before)
      if (isTrial) return people.length
      for (const personId of people) {
        await erase(platform, systemActor('retention'), { personId, programmeId: null }, sources)
      }
      return people.length
    },
  },
  {
    name: 'accounts.names-beside-evidence',
    days: () => 0,
    apply: ({ db }, now, isTrial) => eraseKeptNames(db, now, isTrial),
  },
]
