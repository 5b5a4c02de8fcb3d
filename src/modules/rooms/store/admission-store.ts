import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { RoomKey } from './room-store.ts'

export type AdmittedRole = 'interpreter' | 'observer'

export interface NewAdmission extends RoomKey {
  readonly id: Id
  readonly personId: Id
  readonly role: AdmittedRole
  readonly admittedBy: Id
  readonly now: Instant
}

/** Letting somebody in a second time renews the first. */
export async function admit(db: Db, admission: NewAdmission, entry: NewJournalEntry): Promise<void> {
  const { id, programmeId, requestId, personId, role, admittedBy, now } = admission
  await sql`
    with changed as (
      insert into room_admission (id, programme_id, request_id, person_id, role, admitted_by, created_at)
      values (${id}, ${programmeId}, ${requestId}, ${personId}, ${role}, ${admittedBy}, ${now})
      on conflict (request_id, person_id) do update set role = excluded.role, admitted_by = excluded.admitted_by,
        created_at = excluded.created_at
      returning *),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

/** In which role the operator has let somebody in since that moment; null: not at all. */
export async function findAdmission(
  db: Db,
  { requestId }: RoomKey,
  personId: Id,
  since: Instant,
): Promise<AdmittedRole | null> {
  const { rows } = await sql<{ role: AdmittedRole }>`
    select role from room_admission
    where request_id = ${requestId} and person_id = ${personId} and created_at >= ${since}`.execute(db)
  return rows[0]?.role ?? null
}
