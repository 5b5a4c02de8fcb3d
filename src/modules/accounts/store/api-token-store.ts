import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { RoleGrant } from '../domain/actor.ts'
import { MAX_TOKENS, TOKEN_WINDOW_SECONDS, type TokenUse } from '../domain/api-token.ts'
import type { TokenScope } from '../domain/token-scope.ts'
import type { AccountsTables } from './tables.ts'

/** A token has 256 random bits: too many to guess, so a plain hash keeps it safe. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

export interface TokenFacts extends TokenUse {
  readonly personId: Id
  readonly grants: readonly RoleGrant[]
}

/** Counts a request of the live token with this hash and returns it with the roles its owner holds at this moment. */
export async function useToken(db: Db, hash: string, now: Instant): Promise<TokenFacts | null> {
  const isOver = sql`(window_began_at is null
    or window_began_at <= ${now}::timestamptz - make_interval(secs => ${TOKEN_WINDOW_SECONDS}))`
  const { rows } = await sql<TokenFacts>`
    with used as (
      update api_token set last_used_at = ${now}::timestamptz,
        window_uses = case when ${isOver} then 1 else window_uses + 1 end,
        window_began_at = case when ${isOver} then ${now}::timestamptz else window_began_at end
      where token_hash = ${hash} and revoked_at is null and expires_at > ${now}::timestamptz
      returning person_id, scope, window_uses as uses, window_began_at
    )
    select used.*,
      coalesce(jsonb_agg(jsonb_build_object('programmeId', g.programme_id, 'role', g.role, 'scopeId', g.scope_id)
        order by g.created_at, g.id) filter (where g.id is not null), '[]') as grants
    from used left join role_grant g on g.person_id = used.person_id and g.revoked_at is null
    group by used.person_id, used.scope, used.uses, used.window_began_at`.execute(db)
  return rows[0] ?? null
}

export interface TokenRow {
  readonly id: Id
  readonly name: string
  readonly scope: TokenScope
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly lastUsedAt: Instant | null
}

/** The tokens of a person that have not been revoked, the latest first. */
export async function listTokens(db: Db, personId: Id): Promise<TokenRow[]> {
  return tables<AccountsTables>(db)
    .selectFrom('apiToken')
    .select(['id', 'name', 'scope', 'createdAt', 'expiresAt', 'lastUsedAt'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute()
}

export interface NewToken extends Omit<TokenRow, 'lastUsedAt'> {
  readonly personId: Id
  readonly tokenHash: string
}

/** False when the person has as many as one may have. */
export async function insertToken(db: Db, token: NewToken, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into api_token (id, person_id, name, token_hash, scope, created_at, expires_at)
      select ${token.id}::uuid, ${token.personId}::uuid, ${token.name}, ${token.tokenHash}, ${token.scope},
        ${token.createdAt}::timestamptz, ${token.expiresAt}::timestamptz
      where (select count(*) from api_token
        where person_id = ${token.personId} and revoked_at is null and expires_at > ${token.createdAt}::timestamptz)
        < ${MAX_TOKENS}
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Whether the person had it and it was live. */
export async function revokeToken(
  db: Db,
  { personId, tokenId, now }: { readonly personId: Id; readonly tokenId: Id; readonly now: Instant },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update api_token set revoked_at = ${now}::timestamptz
      where id = ${tokenId} and person_id = ${personId} and revoked_at is null returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}
