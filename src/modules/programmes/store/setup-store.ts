import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Db, jsonb, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { AccountsTables } from '../../accounts/index.ts'
import { screeningInForce } from '../../compliance/index.ts'
import type { GateFacts } from '../domain/feature.ts'
import type { Brand, ProgrammeWords } from '../domain/programme.ts'
import type { ProgrammesTables } from './tables.ts'

export type SetupChange =
  | { readonly kind: 'words'; readonly words: ProgrammeWords }
  | { readonly kind: 'features'; readonly off: readonly string[] }
  | { readonly kind: 'brand'; readonly brand: Pick<Brand, 'name' | 'accent'> }
  | { readonly kind: 'logo'; readonly fileId: Id | null }
  | { readonly kind: 'archive'; readonly now: Instant }
  | { readonly kind: 'restore' }

const assignments = (change: SetupChange) => {
  switch (change.kind) {
    case 'words': {
      const { name, operatorName, hostName, description } = change.words
      return sql`name = ${jsonb(name)}, operator_name = ${jsonb(operatorName)}, host_name = ${jsonb(hostName)},
        description = ${jsonb(description)}`
    }
    case 'features':
      return sql`features_off = ${change.off}::text[]`
    case 'brand':
      return sql`brand_name = ${jsonb(change.brand.name)}, accent = ${change.brand.accent}`
    case 'logo':
      return sql`logo_file_id = ${change.fileId}::uuid`
    case 'archive':
      return sql`archived_at = ${change.now}::timestamptz`
    case 'restore':
      return sql`archived_at = null`
  }
}

/** What must hold for the change: there is something to archive or restore, and screening in force is not switched off. */
function conditionOf(programmeId: Id, change: SetupChange) {
  if (change.kind === 'archive') return sql`archived_at is null`
  if (change.kind === 'restore') return sql`archived_at is not null`
  const closesScreening = change.kind === 'features' && change.off.includes('screening')
  return closesScreening ? sql`not ${screeningInForce(programmeId)}` : sql`true`
}

/** Changes a programme and says so in one statement; false when it is not there or what must hold for it does not. */
export async function changeSetup(
  db: Db,
  programmeId: Id,
  change: SetupChange,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update programme set ${assignments(change)} where id = ${programmeId} and ${conditionOf(programmeId, change)}
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** What decides over the routes of a programme; null when there is none such. */
export async function findGateFacts(db: Db, programmeId: Id): Promise<GateFacts | null> {
  const row = await tables<ProgrammesTables>(db)
    .selectFrom('programme')
    .select(['archivedAt', 'featuresOff'])
    .where('id', '=', programmeId)
    .executeTakeFirst()
  return row ?? null
}

/** The picture of a programme. */
export async function findLogo(db: Db, programmeId: Id): Promise<{ sha256: string; mediaType: string } | null> {
  const { rows } = await sql<{ sha256: string; mediaType: string }>`
    select f.sha256, f.media_type from programme p join stored_file f on f.id = p.logo_file_id
    where p.id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** The brand of the only programme that is not over, when there is exactly one; the public pages of several wear ours. */
export async function findOnlyProgramme(db: Db): Promise<Id | null> {
  const rows = await tables<ProgrammesTables>(db)
    .selectFrom('programme')
    .select('id')
    .where('archivedAt', 'is', null)
    .limit(2)
    .execute()
  return rows.length === 1 ? rows[0]!.id : null
}

/** Whoever opens a programme becomes its first operator. */
export async function findFounder(
  db: Db,
  personId: Id,
): Promise<{ readonly name: string; readonly email: string; readonly locale: Locale } | null> {
  const row = await tables<AccountsTables>(db)
    .selectFrom('person')
    .select(['name', 'email', 'locale'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}
