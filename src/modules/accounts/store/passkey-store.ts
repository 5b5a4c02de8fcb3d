import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import type { AccountsTables } from './tables.ts'

export interface PasskeyRow {
  readonly id: Id
  readonly name: string | null
  readonly createdAt: Instant
}

export async function listPasskeys(db: Db, personId: Id): Promise<PasskeyRow[]> {
  return tables<AccountsTables>(db)
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('personId', '=', personId)
    .orderBy('createdAt')
    .execute()
}

/** Whether the person had it. */
export async function deletePasskey(db: Db, personId: Id, id: Id): Promise<boolean> {
  const gone = await tables<AccountsTables>(db)
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** What an answer of a passkey is checked with. */
export interface PasskeyFacts {
  readonly id: Id
  /** base64url. */
  readonly credentialId: string
  /** COSE, in base64. */
  readonly publicKey: string
  readonly counter: number
}

export const listPasskeyFacts = (db: Db, personId: Id): Promise<PasskeyFacts[]> =>
  tables<AccountsTables>(db)
    .selectFrom('passkey')
    .select(['id', 'credentialId', 'publicKey', 'counter'])
    .where('personId', '=', personId)
    .execute()

/** False when the counter did not grow; devices that do not count stay at zero. */
export async function saveCounter(db: Db, id: Id, counter: number): Promise<boolean> {
  const { rows } = await sql`
    update passkey set counter = ${counter}
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))
    returning id`.execute(db)
  return rows.length > 0
}

export interface Challenge {
  readonly id: Id
  readonly personId: Id
  readonly nonce: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

/** Keeps a challenge, and forgets those of the person that have run out. */
export async function insertChallenge(db: Db, challenge: Challenge): Promise<void> {
  const { id, personId, nonce, createdAt, expiresAt } = challenge
  await sql`
    with gone as (delete from passkey_challenge where person_id = ${personId} and expires_at <= ${createdAt})
    insert into passkey_challenge (id, person_id, nonce, created_at, expires_at)
    values (${id}, ${personId}, ${nonce}, ${createdAt}, ${expiresAt})`.execute(db)
}

/** Uses a challenge up; its nonce, or null when it is another person's, used, too old, or of a later hour than now. */
export async function takeChallenge(
  db: Db,
  { id, personId, now }: { readonly id: Id; readonly personId: Id; readonly now: Instant },
): Promise<string | null> {
  const { rows } = await sql<{ nonce: string }>`
    update passkey_challenge set used_at = ${now}
    where id = ${id} and person_id = ${personId} and used_at is null and created_at <= ${now} and expires_at > ${now}
    returning nonce`.execute(db)
  return rows[0]?.nonce ?? null
}

export async function findProver(db: Db, personId: Id): Promise<{ email: string; hasPasskey: boolean } | null> {
  const { rows } = await sql<{ email: string; hasPasskey: boolean }>`
    select email, exists (select from passkey k where k.person_id = person.id) as has_passkey
    from person where id = ${personId}`.execute(db)
  return rows[0] ?? null
}
