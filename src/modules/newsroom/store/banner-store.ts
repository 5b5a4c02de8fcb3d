import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'

export interface BannerSetting {
  readonly id: Id
  readonly title: LocalizedText
  readonly address: string
  readonly shownFrom: Instant | null
  readonly shownUntil: Instant | null
}

export interface SiteSettings {
  readonly banners: readonly BannerSetting[]
  readonly catalogueIsOpen: boolean
}

export async function findSiteSettings(db: Db, programmeId: Id): Promise<SiteSettings> {
  const { rows } = await sql<BannerSetting & { isOpen: boolean }>`
    select b.id, b.title, b.address, b.shown_from, b.shown_until,
      exists (select from open_catalogue o where o.programme_id = ${programmeId}) as is_open
    from (select 1) as one left join banner b on b.programme_id = ${programmeId}
    order by b.position, b.id`.execute(db)
  return {
    catalogueIsOpen: rows[0]?.isOpen ?? false,
    banners: rows.filter(({ id }) => id !== null).map(({ isOpen: _, ...banner }) => banner),
  }
}

/** The banners of a programme are these and no others. */
export async function replaceBanners(
  db: Db,
  programmeId: Id,
  banners: readonly BannerSetting[],
  entry: NewJournalEntry,
): Promise<void> {
  const rows = banners.map((banner, position) => ({ ...banner, position }))
  await sql`
    with gone as (delete from banner where programme_id = ${programmeId}),
    changed as (select ${programmeId}::uuid as id),
    written as (
      insert into banner (id, programme_id, title, address, position, shown_from, shown_until)
      select r.id, ${programmeId}, r.title, r.address, r.position, r."shownFrom", r."shownUntil"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, title jsonb, address text,
        position smallint, "shownFrom" timestamptz, "shownUntil" timestamptz)
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}
