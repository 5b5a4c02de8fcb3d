import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'

export interface PolicySettings {
  readonly inForce: boolean
  readonly threshold: number
  readonly maxListAgeDays: number
  readonly maxScreeningAgeDays: number
  readonly technologyRequired: boolean
}

/** A list as the gate needs to know it. */
export interface CurrentList {
  readonly id: Id
  readonly code: string
  readonly name: string
  readonly fictional: boolean
  readonly versionId: Id
  /** When it was last read from its publisher, changed or not. */
  readonly confirmedAt: Instant
}

export interface PolicyRecord extends PolicySettings {
  /** 0: nothing has been set yet. */
  readonly revision: number
  readonly lists: readonly CurrentList[]
}

/** Whether a programme has screening in force, as a condition within another stage's statement. */
export const screeningInForce = (programmeId: Id | RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from screening_policy where programme_id = ${programmeId} and in_force)`

/** What a gate needs to know of a programme, in one statement. Where nobody has set anything, `defaults` and not in force. */
export async function loadPolicy(db: Db, programmeId: Id, defaults: PolicySettings): Promise<PolicyRecord> {
  const { rows } = await sql<PolicyRecord>`
    select coalesce(p.in_force, false) as in_force, coalesce(p.threshold, ${defaults.threshold}) as threshold,
      coalesce(p.max_list_age_days, ${defaults.maxListAgeDays}::integer) as max_list_age_days,
      coalesce(p.max_screening_age_days, ${defaults.maxScreeningAgeDays}::integer) as max_screening_age_days,
      coalesce(p.technology_required, false) as technology_required, coalesce(p.revision, 0) as revision,
      (select coalesce(json_agg(json_build_object('id', l.id, 'code', l.code, 'name', l.name, 'fictional', l.fictional,
          'versionId', v.id, 'confirmedAt', to_char(v.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by v.id), '[]')
        from watch_list l join watch_list_version v on v.id = l.current_version_id
        where l.programme_id = ${programmeId} and l.retired_at is null) as lists
    from (select 1) always left join screening_policy p on p.programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}

/** False when somebody else has set something since `revision`. */
export async function savePolicy(
  db: Db,
  programmeId: Id,
  settings: PolicySettings,
  revision: number,
  by: { readonly personId: Id | null; readonly now: Instant },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { inForce, threshold, maxListAgeDays, maxScreeningAgeDays, technologyRequired } = settings
  const { rows } = await sql`
    with changed as (
      insert into screening_policy (programme_id, in_force, threshold, max_list_age_days, max_screening_age_days,
        technology_required, updated_by, updated_at)
      values (${programmeId}, ${inForce}, ${threshold}, ${maxListAgeDays}, ${maxScreeningAgeDays}, ${technologyRequired},
        ${by.personId}, ${by.now})
      on conflict (programme_id) do update set in_force = excluded.in_force, threshold = excluded.threshold,
        max_list_age_days = excluded.max_list_age_days, max_screening_age_days = excluded.max_screening_age_days,
        technology_required = excluded.technology_required, updated_by = excluded.updated_by,
        updated_at = excluded.updated_at, revision = screening_policy.revision + 1
      where screening_policy.revision = ${revision}
      returning programme_id
    ), logged as (${journalInsert(entry)}) select 1 from changed`.execute(db)
  return rows.length > 0
}

export interface ProposalRecord {
  readonly id: Id
  readonly kind: 'switch-off' | 'retire-list'
  readonly listId: Id | null
  readonly listName: string | null
  readonly reason: string
  readonly proposedBy: Id
  readonly proposedByName: string | null
  readonly proposedAt: Instant
}

/** Those nobody has decided yet, oldest first. */
export async function listOpenProposals(db: Db, programmeId: Id): Promise<ProposalRecord[]> {
  const { rows } = await sql<ProposalRecord>`
    select s.id, s.kind, s.list_id, l.name as list_name, s.reason, s.proposed_by, person.name as proposed_by_name,
      s.proposed_at
    from screening_proposal s left join watch_list l on l.id = s.list_id left join person on person.id = s.proposed_by
    where s.programme_id = ${programmeId} and s.outcome is null order by s.proposed_at, s.id`.execute(db)
  return rows
}

export interface NewProposal {
  readonly id: Id
  readonly programmeId: Id
  readonly kind: 'switch-off' | 'retire-list'
  readonly listId: Id | null
  readonly reason: string
  readonly proposedBy: Id
  readonly proposedAt: Instant
}

/** False when the same is proposed already: the index decides between two who propose at once. */
export async function insertProposal(db: Db, proposal: NewProposal, entry: NewJournalEntry): Promise<boolean> {
  const { id, programmeId, kind, listId, reason, proposedBy, proposedAt } = proposal
  const { rows } = await sql`
    with changed as (
      insert into screening_proposal (id, programme_id, kind, list_id, reason, proposed_by, proposed_at)
      values (${id}, ${programmeId}, ${kind}, ${listId}, ${reason}, ${proposedBy}, ${proposedAt})
      on conflict do nothing returning id
    ), logged as (${journalInsert(entry)}) select id from changed`.execute(db)
  return rows.length > 0
}

/** Writes the word of the second person; false when it is decided already or was the same person's proposal. */
export async function decideProposalRow(
  db: Db,
  proposalId: Id,
  outcome: 'confirmed' | 'rejected',
  by: { readonly personId: Id; readonly now: Instant },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update screening_proposal set outcome = ${outcome}, decided_by = ${by.personId}, decided_at = ${by.now}
      where id = ${proposalId} and outcome is null and proposed_by <> ${by.personId} returning id
    ), logged as (${journalInsert(entry)}) select id from changed`.execute(db)
  return rows.length > 0
}

export const switchOff = async (db: Db, programmeId: Id, now: Instant): Promise<void> => {
  await sql`update screening_policy set in_force = false, updated_at = ${now}, revision = revision + 1
    where programme_id = ${programmeId}`.execute(db)
}

/** Lists in use that were last read longer ago than their programme allows. */
export async function countOldLists(db: Db, now: Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from screening_policy p
    join watch_list l on l.programme_id = p.programme_id and l.retired_at is null
    join watch_list_version v on v.id = l.current_version_id
    where p.in_force
      and v.confirmed_at < ${now}::timestamptz - make_interval(days => p.max_list_age_days)`.execute(db)
  return rows[0]?.count ?? 0
}
