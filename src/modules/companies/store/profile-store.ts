import { type Selectable, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { CompaniesTables } from './tables.ts'
import { rowsAsJson } from './write-rows.ts'

export type ProfileRow = Selectable<CompaniesTables['profile']>

/** Of one company, in the order of their codes. */
export const findProfiles = (db: Db, companyId: Id): Promise<ProfileRow[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('profile')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('code')
    .execute()

export async function findProfile(db: Db, programmeId: Id, profileId: Id): Promise<ProfileRow | null> {
  const row = await tables<CompaniesTables>(db)
    .selectFrom('profile')
    .selectAll()
    .where('id', '=', profileId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row ?? null
}

const columns = (row: object) => sql.join(Object.keys(row).map((name) => sql.ref(name)))

const populate = (row: ProfileRow) => sql`jsonb_populate_recordset(null::profile, ${rowsAsJson([row])}::jsonb)`

/** Profile and journal in one statement. Throws when another profile of the programme has the code. */
export async function insertProfile(db: Db, profile: ProfileRow, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (insert into profile (${columns(profile)}) select ${columns(profile)} from ${populate(profile)} returning id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

/** False when somebody else changed the profile since `revision`. Throws when another profile has the code. */
export async function updateProfileRow(
  db: Db,
  profile: ProfileRow,
  revision: number,
  entry: NewJournalEntry,
): Promise<boolean> {
  const fixed = new Set(['id', 'programmeId', 'companyId', 'status', 'publishedAt', 'createdAt'])
  const changing = Object.keys(profile).filter((name) => !fixed.has(name))
  const { rows } = await sql`
    with incoming as (select * from ${populate(profile)}),
      changed as (update profile set ${sql.join(changing.map((name) => sql`${sql.ref(name)} = ${sql.ref(`incoming.${name}`)}`))}
        from incoming
        where profile.id = incoming.id and profile.programme_id = incoming.programme_id
          and profile.revision = ${revision} and profile.status = incoming.status
        returning profile.id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/**
 * Moves a profile on when it still is as it was read: the same status, and for a publication also the same words
 * (`revision`). False when another was first.
 */
export async function moveProfile(
  db: Db,
  profile: Pick<ProfileRow, 'id' | 'programmeId' | 'status' | 'revision'>,
  to: { readonly status: ProfileRow['status']; readonly publishedAt: Instant | null; readonly now: Instant },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (update profile set status = ${to.status}, published_at = ${to.publishedAt}::timestamptz,
          updated_at = ${to.now}::timestamptz, revision = revision + 1
        where id = ${profile.id} and programme_id = ${profile.programmeId} and status = ${profile.status}
          and revision = ${profile.revision}
        returning id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}
