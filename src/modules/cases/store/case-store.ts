import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { Case, CaseState } from '../domain/case.ts'

export interface CaseKey {
  readonly programmeId: Id
  readonly caseId: Id
}

const company = (alias: string) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)},
  'code', ${sql.ref(`${alias}.code`)}, 'name', ${sql.ref(`${alias}.name`)}, 'synthetic', ${sql.ref(`${alias}.synthetic`)})`

const selectCases = (which: RawBuilder<unknown>, limit = 1) => sql<Case>`
  select c.id, c.programme_id as "programmeId", c.request_id as "requestId", ${company('h')} as host,
    ${company('g')} as guest, c.about, c.state,
    case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as owner,
    c.next_action as "nextAction", c.next_action_on as "nextActionOn", z.time_zone as "timeZone", c.confidential,
    c.revision, c.opened_at as "openedAt", c.moved_at as "movedAt", c.updated_at as "updatedAt"
  from cooperation_case c
  join company h on h.id = c.host_company_id
  join company g on g.id = c.guest_company_id
  left join person o on o.id = c.owner_id
  join lateral (select s.time_zone from side s where s.programme_id = c.programme_id order by s.position limit 1) z on true
  where ${which}
  order by c.next_action_on nulls last, c.opened_at, c.id limit ${limit}`

export async function findCase(db: Db, { programmeId, caseId }: CaseKey): Promise<Case | null> {
  const { rows } = await selectCases(sql`c.programme_id = ${programmeId} and c.id = ${caseId}`).execute(db)
  return rows[0] ?? null
}

/** As `findCase`, and nobody else changes it until the transaction ends. */
export async function lockCase(trx: Db, key: CaseKey): Promise<Case | null> {
  await sql`select from cooperation_case where programme_id = ${key.programmeId} and id = ${key.caseId} for update`.execute(
    trx,
  )
  return findCase(trx, key)
}

/** Nearest next action first. `confidential`: with those that came from confidential logs. */
export async function findCases(
  db: Db,
  programmeId: Id,
  { confidential, limit }: { readonly confidential: boolean; readonly limit: number },
): Promise<Case[]> {
  const which = sql`c.programme_id = ${programmeId} and (${confidential} or not c.confidential)`
  const { rows } = await selectCases(which, limit).execute(db)
  return rows
}

/** Whether a case was opened from this meeting already. */
export async function findCaseOfMeeting(db: Db, requestId: Id): Promise<Id | null> {
  const { rows } = await sql<{ id: Id }>`select id from cooperation_case where request_id = ${requestId}`.execute(db)
  return rows[0]?.id ?? null
}

export interface NewCase {
  readonly id: Id
  readonly programmeId: Id
  readonly requestId: Id | null
  readonly hostCompanyId: Id
  readonly guestCompanyId: Id
  readonly about: string | null
  readonly ownerId: Id | null
  readonly nextAction: string | null
  readonly nextActionOn: string | null
  readonly confidential: boolean
  readonly openedBy: Id | null
  readonly now: Instant
}

/** False: one of the companies is not of this programme, or the meeting has its case already. */
export async function insertCase(trx: Db, row: NewCase): Promise<boolean> {
  const { programmeId, hostCompanyId, guestCompanyId, now } = row
  const { rows } = await sql`
    insert into cooperation_case (id, programme_id, request_id, host_company_id, guest_company_id, about, state, owner_id,
      next_action, next_action_on, confidential, opened_by, opened_at, moved_at, updated_at)
    select ${row.id}::uuid, ${programmeId}::uuid, ${row.requestId}::uuid, h.id, g.id, ${row.about}::text, 'first-contact',
      ${row.ownerId}::uuid, ${row.nextAction}::text, ${row.nextActionOn}::date, ${row.confidential}::boolean,
      ${row.openedBy}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    from company h, company g
    where h.id = ${hostCompanyId} and h.programme_id = ${programmeId}
      and g.id = ${guestCompanyId} and g.programme_id = ${programmeId}
    on conflict (request_id) where request_id is not null do nothing
    returning id`.execute(trx)
  return rows.length > 0
}

export interface CaseChange {
  readonly state?: CaseState
  readonly ownerId?: Id
  readonly nextAction?: string | null
  readonly nextActionOn?: string | null
}

export async function saveCase(trx: Db, caseId: Id, change: CaseChange, now: Instant): Promise<void> {
  const assignments = [
    ...(change.state === undefined ? [] : [sql`state = ${change.state}, moved_at = ${now}`]),
    ...(change.ownerId === undefined ? [] : [sql`owner_id = ${change.ownerId}`]),
    ...(change.nextAction === undefined
      ? []
      : [sql`next_action = ${change.nextAction}, next_action_on = ${change.nextActionOn ?? null}`]),
  ]
  await sql`update cooperation_case set ${sql.join([...assignments, sql`revision = revision + 1, updated_at = ${now}`])}
    where id = ${caseId}`.execute(trx)
}

/** Somebody who may look after cases: operators and brokers of the programme. */
export interface CaseOwner {
  readonly id: Id
  readonly name: string
}

export async function findOwners(db: Db, programmeId: Id): Promise<CaseOwner[]> {
  const { rows } = await sql<CaseOwner>`
    select distinct p.id, p.name from role_grant r join person p on p.id = r.person_id
    where r.programme_id = ${programmeId} and r.role in ('operator', 'broker') and r.revoked_at is null
    order by p.name, p.id`.execute(db)
  return rows
}

/** For the overview, in one statement. */
export async function countCases(db: Db, programmeId: Id, now: Instant) {
  const { rows } = await sql<{ cases: number; open: number; agreed: number; overdue: number; unowned: number }>`
    select count(*)::int as cases,
      count(*) filter (where state not in ('agreement-effected', 'not-interested'))::int as open,
      count(*) filter (where state = 'agreement-effected')::int as agreed,
      count(*) filter (where state not in ('agreement-effected', 'not-interested')
        and next_action_on < (${now}::timestamptz at time zone (
          select s.time_zone from side s where s.programme_id = c.programme_id order by s.position limit 1))::date)::int as overdue,
      count(*) filter (where state not in ('agreement-effected', 'not-interested') and owner_id is null)::int as unowned
    from cooperation_case c where programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}

/** A case whose next action is due, with its owner. */
export interface CaseReminder {
  readonly caseId: Id
  readonly programmeId: Id
  readonly programmeName: LocalizedText
  readonly hostName: LocalizedText
  readonly guestName: LocalizedText
  readonly nextAction: string
  readonly nextActionOn: string
  readonly timeZone: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** Due today by the clock of the programme's first side, from `hour` on; a day or two late when nothing ran. Of archived programmes none. */
export async function findDueCases(db: Db, now: Instant, hour: number): Promise<CaseReminder[]> {
  const { rows } = await sql<CaseReminder>`
    select c.id as "caseId", c.programme_id as "programmeId", pr.name as "programmeName", h.name as "hostName",
      g.name as "guestName", c.next_action as "nextAction", c.next_action_on as "nextActionOn",
      z.time_zone as "timeZone", p.name, p.email, p.locale
    from cooperation_case c
    join programme pr on pr.id = c.programme_id and pr.archived_at is null
    join company h on h.id = c.host_company_id
    join company g on g.id = c.guest_company_id
    join person p on p.id = c.owner_id
    join lateral (select s.time_zone from side s where s.programme_id = c.programme_id order by s.position limit 1) z on true
    where c.state not in ('agreement-effected', 'not-interested') and c.next_action is not null
      and c.next_action_on + make_interval(hours => ${hour}::integer) <= ${now}::timestamptz at time zone z.time_zone
      and c.next_action_on >= (${now}::timestamptz at time zone z.time_zone)::date - 2
    order by c.id`.execute(db)
  return rows
}
