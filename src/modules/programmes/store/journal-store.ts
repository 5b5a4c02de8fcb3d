import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'

export interface JournalRow {
  readonly seq: number
  readonly at: Instant
  readonly action: string
  /** null: the system. */
  readonly actorName: string | null
  readonly subjectKind: string
  readonly subjectId: Id
}

/** Newest first, from the entry before `before` on. */
export async function listJournal(
  db: Db,
  programmeId: Id,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select e.seq, e.at, e.action, p.name as actor_name, e.subject_kind, e.subject_id
    from journal_entry e left join person p on e.actor_kind = 'person' and p.id = e.actor_id
    where e.programme_id = ${programmeId} and (${before}::bigint is null or e.seq < ${before}::bigint)
    order by e.seq desc
    limit ${limit}`.execute(db)
  return rows
}
