import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { ProfileFacts, StoredField } from '../domain/match-party.ts'

export interface UnjudgedProfile extends Pick<ProfileFacts, 'id' | StoredField> {
  readonly revision: number
}

/** Published profiles that the model has not seen as they are now. */
export async function findUnjudgedProfiles(db: Db, programmeId: Id, model: string): Promise<UnjudgedProfile[]> {
  const { rows } = await sql<UnjudgedProfile>`
    select p.id, p.revision, p.title, p.summary, p.description, p.advantages, p.technical_specification, p.partner_role
    from profile p
    where p.programme_id = ${programmeId} and p.status = 'published' and not exists (
      select from profile_vector v
      where v.profile_id = p.id and v.model = ${model} and v.profile_revision = p.revision)
    order by p.id`.execute(db)
  return rows
}

/** What the model made of profiles as they are now, by profile. */
export async function loadOutsideVectors(db: Db, programmeId: Id, model: string): Promise<Map<Id, string>> {
  const { rows } = await sql<{ profileId: Id; vector: string }>`
    select v.profile_id, v.vector from profile_vector v join profile p on p.id = v.profile_id
    where v.programme_id = ${programmeId} and v.model = ${model} and v.profile_revision = p.revision`.execute(db)
  return new Map(rows.map(({ profileId, vector }) => [profileId, vector]))
}

export interface NewOutsideVector {
  readonly profileId: Id
  readonly revision: number
  readonly vector: string
}

/** A profile that was deleted meanwhile is passed over. */
export async function saveOutsideVectors(
  db: Db,
  programmeId: Id,
  model: string,
  vectors: readonly NewOutsideVector[],
): Promise<void> {
  await sql`
    insert into profile_vector (profile_id, model, programme_id, profile_revision, vector)
    select v."profileId", ${model}, ${programmeId}, v.revision, v.vector
    from jsonb_to_recordset(${JSON.stringify(vectors)}::jsonb) as v ("profileId" uuid, revision integer, vector text)
      join profile p on p.id = v."profileId"
    on conflict (profile_id, model) do update
      set profile_revision = excluded.profile_revision, vector = excluded.vector`.execute(db)
}
