import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { LicenceDays } from '../domain/licence.ts'
import type { Owner } from '../domain/ownership.ts'
import type { DistinguishingAttribute, FoundHit, PartyFacts, SubjectKind } from '../domain/party.ts'
import type { ScreeningState } from '../domain/state.ts'

export interface StoredCheck {
  readonly id: Id
  readonly partyHash: string
  readonly matcherVersion: string
  readonly threshold: number
  readonly listVersionIds: readonly Id[]
  readonly service: string | null
  readonly hits: readonly FoundHit[]
  readonly checkedAt: Instant
}

export interface ScreeningRecord {
  readonly id: Id
  readonly programmeId: Id
  readonly subjectKind: SubjectKind
  readonly subjectId: Id
  readonly party: PartyFacts
  readonly owners: readonly Owner[]
  readonly partyHash: string
  readonly state: ScreeningState
  readonly reason: string | null
  readonly attribute: DistinguishingAttribute | null
  readonly conditions: string | null
  readonly escalatedBy: Id | null
  readonly decidedBy: Id | null
  readonly decidedAt: Instant | null
  readonly revision: number
  readonly createdAt: Instant
  readonly check: StoredCheck | null
  readonly licences: readonly LicenceDays[]
}

const iso = (column: string): RawBuilder<unknown> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const COLUMNS = sql`s.id, s.programme_id, s.subject_kind, s.subject_id, s.party, s.owners, s.party_hash, s.state,
  s.reason, s.attribute, s.conditions, s.escalated_by, s.decided_by, s.decided_at, s.revision, s.created_at,
  (select coalesce(json_agg(json_build_object('validFrom', l.valid_from, 'expiresOn', l.expires_on)), '[]')
    from compliance_licence l where l.screening_id = s.id) as licences,
  case when c.id is not null then json_build_object('id', c.id, 'partyHash', c.party_hash,
    'matcherVersion', c.matcher_version, 'threshold', c.threshold, 'listVersionIds', c.list_version_ids,
    'service', c.service, 'hits', c.hits, 'checkedAt', ${iso('c.checked_at')}) end as check`

const FROM = sql`from screening s left join screening_check c on c.id = s.check_id`

export interface ScreeningKey {
  readonly programmeId: Id
  readonly screeningId: Id
}

export async function findScreening(
  db: Db,
  { programmeId, screeningId }: ScreeningKey,
): Promise<ScreeningRecord | null> {
  const { rows } = await sql<ScreeningRecord>`
    select ${COLUMNS} ${FROM} where s.id = ${screeningId} and s.programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** Those of these subjects that are known. */
export async function findScreeningsOf(
  db: Db,
  programmeId: Id,
  subjects: readonly { readonly subjectKind: SubjectKind; readonly subjectId: Id }[],
): Promise<ScreeningRecord[]> {
  const { rows } = await sql<ScreeningRecord>`
    select ${COLUMNS} ${FROM}
    join jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as g("subjectKind" text, "subjectId" uuid)
      on s.subject_kind = g."subjectKind" and s.subject_id = g."subjectId"
    where s.programme_id = ${programmeId}`.execute(db)
  return rows
}

/** All of a programme, those that wait for somebody first. */
export async function listScreeningRows(db: Db, programmeId: Id, limit: number): Promise<ScreeningRecord[]> {
  const { rows } = await sql<ScreeningRecord>`
    select ${COLUMNS} ${FROM} where s.programme_id = ${programmeId}
    order by array_position(array['hit', 'escalated', 'licence-required', 'blocked', 'suspended-by-law']::text[], s.state)
      nulls last, c.checked_at desc nulls last, s.id
    limit ${limit}`.execute(db)
  return rows
}

/** A page of the subjects of a programme in the order of their ids. */
export async function findScreeningsAfter(
  db: Db,
  programmeId: Id,
  afterId: Id | null,
  limit: number,
): Promise<ScreeningRecord[]> {
  const { rows } = await sql<ScreeningRecord>`
    select ${COLUMNS} ${FROM} where s.programme_id = ${programmeId}
      and (${afterId}::uuid is null or s.id > ${afterId}::uuid)
    order by s.id limit ${limit}`.execute(db)
  return rows
}

export interface CheckToSave {
  readonly screeningId: Id
  readonly checkId: Id
  readonly subjectKind: SubjectKind
  readonly subjectId: Id
  readonly party: PartyFacts
  readonly owners: readonly Owner[]
  readonly partyHash: string
  readonly state: ScreeningState
  /** 0: the party is not known yet. */
  readonly revision: number
  readonly matcherVersion: string
  readonly threshold: number
  readonly listVersionIds: readonly Id[]
  readonly service: string | null
  readonly hits: readonly FoundHit[]
}

/**
 * Writes checks of one programme with the state that follows from each. Gives the ids of those that were written: a
 * party that somebody else has checked or decided on since it was read is left out.
 */
export async function saveChecks(db: Db, programmeId: Id, checks: readonly CheckToSave[], now: Instant): Promise<Id[]> {
  const { rows } = await sql<{ screeningId: Id }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb) as g("screeningId" uuid, "checkId" uuid,
        "subjectKind" text, "subjectId" uuid, party jsonb, owners jsonb, "partyHash" text, state text, revision integer,
        "matcherVersion" text, threshold double precision, "listVersionIds" uuid[], service text, hits jsonb)
    ), opened as (
      insert into screening (id, programme_id, subject_kind, subject_id, party, owners, party_hash, state, check_id,
        created_at)
      select "screeningId", ${programmeId}::uuid, "subjectKind", "subjectId", party, owners, "partyHash", state,
        "checkId", ${now}::timestamptz
      from given where revision = 0
      on conflict do nothing returning id
    ), moved as (
      update screening s set party = g.party, owners = g.owners, party_hash = g."partyHash", state = g.state,
        check_id = g."checkId", revision = s.revision + 1,
        reason = case when g.state in ('clear', 'hit') then null else s.reason end,
        attribute = case when g.state in ('clear', 'hit') then null else s.attribute end,
        conditions = case when g.state in ('clear', 'hit') then null else s.conditions end
      from given g where s.id = g."screeningId" and g.revision > 0 and s.revision = g.revision
      returning s.id
    ), written as (select id from opened union all select id from moved)
    insert into screening_check (id, programme_id, screening_id, party, owners, party_hash, matcher_version, threshold,
      list_version_ids, service, hits, checked_at)
    select g."checkId", ${programmeId}::uuid, g."screeningId", g.party, g.owners, g."partyHash", g."matcherVersion",
      g.threshold, g."listVersionIds", g.service, g.hits, ${now}::timestamptz
    from given g join written on written.id = g."screeningId"
    returning screening_id`.execute(db)
  return rows.map(({ screeningId }) => screeningId)
}

export interface DecisionToSave {
  readonly id: Id
  readonly from: ScreeningState
  readonly to: ScreeningState
  readonly revision: number
  readonly reason: string
  readonly attribute: DistinguishingAttribute | null
  readonly conditions: string | null
  readonly escalatedBy: Id | null
  readonly decidedBy: Id | null
  readonly decidedAt: Instant
}

/** One person's word. False when the party is not what it was any more: of two who decide at once, one is first. */
export async function saveDecision(
  db: Db,
  { screeningId, programmeId }: ScreeningKey,
  decision: DecisionToSave,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { id, from, to, revision, reason, attribute, conditions, escalatedBy, decidedBy, decidedAt } = decision
  const { rows } = await sql`
    with changed as (
      update screening set state = ${to}, reason = ${reason}, attribute = ${attribute}, conditions = ${conditions},
        escalated_by = ${escalatedBy}, decided_by = ${decidedBy}, decided_at = ${decidedAt}, revision = revision + 1
      where id = ${screeningId} and programme_id = ${programmeId} and state = ${from} and revision = ${revision}
      returning id, check_id
    ), kept as (
      insert into screening_decision (id, programme_id, screening_id, check_id, from_state, to_state, reason, attribute,
        conditions, decided_by, decided_at)
      select ${id}::uuid, ${programmeId}::uuid, changed.id, changed.check_id, ${from}, ${to}, ${reason}, ${attribute},
        ${conditions}, ${decidedBy}::uuid, ${decidedAt}::timestamptz from changed
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** False when somebody has changed the party since `revision`. */
export async function saveOwners(
  db: Db,
  { screeningId, programmeId }: ScreeningKey,
  change: { readonly owners: readonly Owner[]; readonly partyHash: string; readonly revision: number },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update screening set owners = ${JSON.stringify(change.owners)}::jsonb, party_hash = ${change.partyHash},
        revision = revision + 1
      where id = ${screeningId} and programme_id = ${programmeId} and revision = ${change.revision} returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export interface PastDecision {
  readonly id: Id
  readonly fromState: ScreeningState
  readonly toState: ScreeningState
  readonly reason: string
  readonly attribute: DistinguishingAttribute | null
  readonly conditions: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Instant
  readonly checkedAt: Instant | null
  /** What the decision was made on. */
  readonly hits: readonly FoundHit[]
}

/** Newest first, each with the hits it was made on. */
export async function findDecisions(db: Db, screeningId: Id): Promise<PastDecision[]> {
  const { rows } = await sql<PastDecision>`
    select d.id, d.from_state, d.to_state, d.reason, d.attribute, d.conditions, person.name as decided_by_name,
      d.decided_at, c.checked_at, coalesce(c.hits, '[]') as hits
    from screening_decision d left join screening_check c on c.id = d.check_id
      left join person on person.id = d.decided_by
    where d.screening_id = ${screeningId} order by d.decided_at desc, d.id desc`.execute(db)
  return rows
}

export async function findPersonName(db: Db, personId: Id | null): Promise<string | null> {
  if (personId === null) return null
  const { rows } = await sql<{ name: string }>`select name from person where id = ${personId}`.execute(db)
  return rows[0]?.name ?? null
}

/** How many parties stand in each state. */
export async function countStates(db: Db, programmeId: Id): Promise<{ state: ScreeningState; count: number }[]> {
  const { rows } = await sql<{ state: ScreeningState; count: number }>`
    select state, count(*) as count from screening where programme_id = ${programmeId} group by state`.execute(db)
  return rows
}
