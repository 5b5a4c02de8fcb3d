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

export async function updateLocale(db: Db, personId: Id, locale: Locale, now: Instant): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('person')
    .set({ locale, updatedAt: now })
    .where('id', '=', personId)
    .execute()
}
