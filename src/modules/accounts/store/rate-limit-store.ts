import { sql } from 'kysely'
import { type Instant, epochMs } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'

/** Counts one more use of `key` and returns how many there were in its window of `windowMinutes`, in one statement. */
export async function countUse(db: Db, key: string, windowMinutes: number, now: Instant): Promise<number> {
  const nowMs = epochMs(now)
  const isOver = sql`rate_limit.last_request <= ${nowMs - windowMinutes * 60_000}::bigint`
  const { rows } = await sql<{ count: number }>`
    insert into rate_limit (key, count, last_request) values (${key}, 1, ${nowMs}::bigint)
    on conflict (key) do update set
      count = case when ${isOver} then 1 else rate_limit.count + 1 end,
      last_request = case when ${isOver} then excluded.last_request else rate_limit.last_request end
    returning count`.execute(db)
  return rows[0]!.count
}
