import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'

export interface Recipient {
  readonly participantId: Id | null
  readonly interpreterId: Id | null
  /** Null for an interpreter who is known by address only. */
  readonly personId: Id | null
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** People who speak for these participants, and these interpreters: by their sign-in, else by the address given. */
export async function findRecipients(
  db: Db,
  programmeId: Id,
  participantIds: readonly Id[],
  interpreterIds: readonly Id[],
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select p.id as "participantId", null as "interpreterId", person.id as "personId", person.name, person.email, person.locale
    from participant p
    join role_grant g on g.programme_id = ${programmeId} and g.scope_id = p.company_id
      and g.role = 'company-representative' and g.revoked_at is null
    join person on person.id = g.person_id
    where p.id = any(${participantIds}::uuid[])
    union all
    select null, i.id, person.id, coalesce(person.name, i.name), coalesce(person.email, i.email), coalesce(person.locale, 'en')
    from interpreter i
    left join role_grant g on g.programme_id = ${programmeId} and g.scope_id = i.id and g.role = 'interpreter' and g.revoked_at is null
    left join person on person.id = g.person_id
    where i.id = any(${interpreterIds}::uuid[]) and coalesce(person.email, i.email) is not null
    order by 5, 1, 2`.execute(db)
  return rows
}
