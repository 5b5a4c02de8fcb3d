import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, jsonb, tables, uniqueViolation } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Brand, NewProgramme, Programme, Side } from '../domain/programme.ts'
import type { ProgrammesTables } from './tables.ts'

export interface ProgrammeToInsert extends NewProgramme {
  readonly id: Id
  readonly sides: readonly Side[]
  readonly createdAt: Instant
  readonly created: NewJournalEntry
}

/** Programme, sides and journal in one statement; false when another programme has the slug. */
export async function insertProgramme(db: Db, programme: ProgrammeToInsert): Promise<boolean> {
  const {
    id,
    slug,
    name,
    operatorName,
    hostName = {},
    description = {},
    demo = false,
    sides,
    createdAt,
    created,
  } = programme
  try {
    await sql`
      with changed as (
        insert into programme (id, slug, name, operator_name, host_name, description, demo, created_at)
        values (${id}, ${slug}, ${jsonb(name)}, ${jsonb(operatorName)}, ${jsonb(hostName)}, ${jsonb(description)},
          ${demo}, ${createdAt}::timestamptz)
        returning id
      ), with_sides as (
        insert into side (id, programme_id, code, name, country, time_zone, languages, position)
        select s.id, ${id}::uuid, s.code, s.name, s.country, s."timeZone",
          array(select jsonb_array_elements_text(s.languages)), s.position
        from jsonb_to_recordset(${JSON.stringify(sides)}::jsonb) as s(id uuid, code text, name jsonb, country text,
          "timeZone" text, languages jsonb, position smallint)
      ), logged as (${journalInsert(created)})
      select id from changed`.execute(db)
    return true
  } catch (error) {
    if (uniqueViolation(error) === 'programme_slug_key') return false
    throw error
  }
}

const SIDES = sql<Side[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'country', s.country,
    'timeZone', s.time_zone, 'languages', s.languages, 'position', s.position) order by s.position), '[]')
  from side s where s.programme_id = programme.id)`

const BRAND = sql<Brand>`jsonb_build_object('name', brand_name, 'accent', accent,
  'logo', (select f.sha256 from stored_file f where f.id = logo_file_id))`

const programmes = (db: Db) =>
  tables<ProgrammesTables>(db)
    .selectFrom('programme')
    .select(['id', 'slug', 'name', 'operatorName', 'hostName', 'description', 'demo', 'archivedAt', 'featuresOff'])
    .select([SIDES.as('sides'), BRAND.as('brand')])

/** In one statement, however many sides; those that are over last, otherwise newest last. */
export async function findProgrammes(db: Db, ids: readonly Id[]): Promise<Programme[]> {
  return programmes(db)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy(sql`archived_at is not null`)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

/** Of the whole instance: whether there is any programme, and the one made up for trying out. */
export async function findInstance(db: Db): Promise<{ isEmpty: boolean; demo: Programme | null }> {
  const demo = await programmes(db).where('demo', '=', true).orderBy('createdAt').limit(1).executeTakeFirst()
  if (demo) return { isEmpty: false, demo }
  const any = await tables<ProgrammesTables>(db).selectFrom('programme').select('id').limit(1).executeTakeFirst()
  return { isEmpty: any === undefined, demo: null }
}

export async function countProgramme(
  db: Db,
  programmeId: Id,
): Promise<{ sides: number; technologyKeywords: number; marketKeywords: number }> {
  const { rows } = await sql<{ sides: number; technologyKeywords: number; marketKeywords: number }>`
    select (select count(*) from side where programme_id = ${programmeId}) as sides,
      count(*) filter (where list = 'technology') as technology_keywords,
      count(*) filter (where list = 'market') as market_keywords
    from keyword where programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}
