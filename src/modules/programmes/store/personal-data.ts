import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { PersonalData, RetentionRule } from '../../accounts/index.ts'
import { KEEP_REMOVED_DAYS } from '../domain/removal.ts'

/** What was removed holds contacts as they stood. Whoever is erased takes the chance to put it back along. */
export const personalData: PersonalData = {
  async export({ db }, { email, programmeId }) {
    const { rows } = await sql<object>`
      select programme_id, kind, name, removed_at from removed_record
      where strpos(lower(contents::text), ${email}::text) > 0
        and (${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)
      order by removed_at`.execute(db)
    return { 'removed-records': rows }
  },

  async erase({ db }, { email, programmeId }) {
    const { rows } = await sql<object>`
      delete from removed_record
      where strpos(lower(contents::text), ${email}::text) > 0
        and (${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)
      returning id`.execute(db)
    return { erased: rows.length, kept: {} }
  },
}

export const retention: readonly RetentionRule[] = [
  { name: 'programmes.removed-records', days: () => KEEP_REMOVED_DAYS, apply: forgetRemovals },
]

/** For good: what was removed longer ago than it can be put back. */
async function forgetRemovals({ db }: Platform, before: Instant, isTrial: boolean): Promise<number> {
  const old = sql`removed_at < ${before}::timestamptz`
  const { rows } = await (
    isTrial
      ? sql<object>`select id from removed_record where ${old}`
      : sql<object>`delete from removed_record where ${old} returning id`
  ).execute(db)
  return rows.length
}
