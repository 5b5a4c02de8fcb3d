import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { Person } from './person-store.ts'

export interface LinkToInsert {
  readonly id: Id
  /** What the sign-in library looks the token up by: its hash. */
  readonly identifier: string
  readonly now: Instant
  readonly expiresAt: Instant
}

/** The link of the person `who` matches, in one statement; null when there is no such person. */
async function insertLink(db: Db, link: LinkToInsert, who: RawBuilder<unknown>): Promise<Person | null> {
  const { rows } = await sql<Person>`
    with known as (select id, name, email, locale from person where ${who}),
    written as (
      insert into verification (id, identifier, value, expires_at, created_at, updated_at)
      select ${link.id}::uuid, ${link.identifier}, jsonb_build_object('email', known.email)::text,
        ${link.expiresAt}::timestamptz, ${link.now}::timestamptz, ${link.now}::timestamptz
      from known
    )
    select id, name, email, locale from known`.execute(db)
  return rows[0] ?? null
}

export const insertLinkForPerson = (db: Db, link: LinkToInsert, personId: Id): Promise<Person | null> =>
  insertLink(db, link, sql`id = ${personId}`)

/** `email` in lower case. */
export const insertLinkForAddress = (db: Db, link: LinkToInsert, email: string): Promise<Person | null> =>
  insertLink(db, link, sql`email = ${email}`)
