import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import type { RoleGrant } from '../domain/actor.ts'
import type { AccountsTables } from './tables.ts'

export interface SessionFacts {
  readonly sessionId: Id
  readonly personId: Id
  readonly grants: readonly RoleGrant[]
}

/**
 * The live session of a token with the roles its person holds at this moment. Once an hour the same statement
 * notes that the person was here.
 */
export async function findSession(db: Db, token: string, now: Instant): Promise<SessionFacts | null> {
  const { rows } = await sql<SessionFacts>`
    with live as (
      select id, person_id, updated_at from session where token = ${token} and expires_at > ${now}::timestamptz
    ), seen as (
      update session set updated_at = ${now}::timestamptz from live
      where session.id = live.id and live.updated_at < ${now}::timestamptz - interval '1 hour'
    )
    select live.id as session_id, live.person_id,
      coalesce(jsonb_agg(jsonb_build_object('programmeId', g.programme_id, 'role', g.role, 'scopeId', g.scope_id)
        order by g.created_at, g.id) filter (where g.id is not null), '[]') as grants
    from live left join role_grant g on g.person_id = live.person_id and g.revoked_at is null
    group by live.id, live.person_id`.execute(db)
  return rows[0] ?? null
}

export interface SessionRow {
  readonly id: Id
  readonly createdAt: Instant
  readonly lastSeenAt: Instant
  readonly userAgent: string | null
  readonly ipAddress: string | null
}

/** Where a person is signed in, the latest first. */
export async function listSessions(db: Db, personId: Id, now: Instant): Promise<SessionRow[]> {
  return tables<AccountsTables>(db)
    .selectFrom('session')
    .select(['id', 'createdAt', 'updatedAt as lastSeenAt', 'userAgent', 'ipAddress'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .execute()
}

/** Ends sessions of the person: the one named, or all but `except`. Returns how many there were. */
export async function deleteSessions(
  db: Db,
  personId: Id,
  which: { readonly only: Id } | { readonly except: Id },
): Promise<number> {
  const own = tables<AccountsTables>(db).deleteFrom('session').where('personId', '=', personId)
  const ended = await (
    'only' in which ? own.where('id', '=', which.only) : own.where('id', '<>', which.except)
  ).executeTakeFirst()
  return Number(ended.numDeletedRows)
}

export async function deleteSession(db: Db, sessionId: Id): Promise<void> {
  await tables<AccountsTables>(db).deleteFrom('session').where('id', '=', sessionId).execute()
}

/** Removes what can no longer be used: ended sessions, unused links, full counters. Returns how many rows. */
export async function deleteExpired(db: Db, now: Instant): Promise<number> {
  const { rows } = await sql<{ removed: number }>`
    with ended as (delete from session where expires_at < ${now}::timestamptz returning 1),
      revoked as (delete from api_token
        where least(revoked_at, expires_at) < ${now}::timestamptz - interval '90 days' returning 1),
      unused as (delete from verification where expires_at < ${now}::timestamptz returning 1),
      counted as (
        delete from rate_limit
        where last_request < extract(epoch from ${now}::timestamptz - interval '1 day') * 1000 returning 1)
    select (select count(*) from ended) + (select count(*) from revoked) + (select count(*) from unused) + (select count(*) from counted) as removed
    `.execute(db)
  return rows[0]?.removed ?? 0
}
