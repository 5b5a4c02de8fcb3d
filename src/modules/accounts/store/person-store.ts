import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import type { AccountsTables } from './tables.ts'

export interface Person {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

export async function findPerson(db: Db, personId: Id): Promise<Person | null> {
  const row = await tables<AccountsTables>(db)
    .selectFrom('person')
    .select(['id', 'name', 'email', 'locale'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** Whether a person's address is one of these; null: whether theirs is the first account that is still there. */
export async function isOneOf(db: Db, personId: Id, emails: readonly string[] | null): Promise<boolean> {
  const first = sql`(select id from person where erased_at is null order by created_at, id limit 1)`
  const { rows } = await sql`
    select 1 from person where id = ${personId} and erased_at is null
      and ${emails === null ? sql`id = ${first}` : sql`lower(email) = any(${emails}::text[])`}`.execute(db)
  return rows.length > 0
}

export async function updateLocale(db: Db, personId: Id, locale: Locale, now: Instant): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('person')
    .set({ locale, updatedAt: now })
    .where('id', '=', personId)
    .execute()
}
