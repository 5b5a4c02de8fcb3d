import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { EvidenceKind } from '../../agreements/index.ts'
import type { Assessment } from '../domain/acceptance/assessment.ts'
import type { Criterion } from '../domain/acceptance/criterion.ts'
import type { CommitmentStatus } from '../domain/commitment.ts'

export interface CommitmentKey {
  readonly programmeId: Id
  readonly commitmentId: Id
}

export interface AgreementParty {
  readonly id: Id
  readonly position: number
  readonly companyId: Id | null
  readonly name: LocalizedText
  readonly legalName: string
  readonly latinName: string
}

export interface StoredMove {
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly reason: string
  readonly movedAt: Instant
}

export interface StoredVerdict {
  readonly partyId: Id
  readonly verdict: 'accept' | 'object'
  readonly reason: string | null
  readonly givenAt: Instant
}

export interface StoredEvidence {
  readonly id: Id
  readonly partyId: Id
  readonly note: string
  readonly file: {
    readonly name: string
    readonly mediaType: string
    readonly sha256: string
    readonly sizeBytes: number
  } | null
  readonly assessment: Assessment | null
  readonly givenAt: Instant
  readonly verdicts: readonly StoredVerdict[]
}

/** A commitment with its agreement, the parties, its moves and what was shown, oldest first. */
export interface CommitmentRecord {
  readonly id: Id
  readonly programmeId: Id
  readonly agreementId: Id
  readonly agreementNumber: string
  readonly agreementTitle: LocalizedText
  readonly partyId: Id
  readonly parties: readonly AgreementParty[]
  readonly milestoneKey: string | null
  readonly what: LocalizedText
  readonly dueOn: string | null
  readonly timeZone: TimeZone
  readonly evidenceKind: EvidenceKind
  readonly status: CommitmentStatus
  readonly suspendedFrom: CommitmentStatus | null
  readonly overdueSince: string | null
  readonly fulfilledAt: Instant | null
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly criteria: readonly Criterion[]
  readonly source: string | null
  readonly note: LocalizedText
  readonly reason: string | null
  readonly revision: number
  readonly createdAt: Instant
  readonly moves: readonly StoredMove[]
  readonly evidence: readonly StoredEvidence[]
}

/** An instant inside JSON in the canonical form, which the driver gives to columns only. */
const iso = (column: RawBuilder<unknown>): RawBuilder<string> =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const COLUMNS = sql`c.id, c.programme_id, c.agreement_id, a.number as agreement_number, a.title as agreement_title,
  c.party_id, c.milestone_key, c.what, c.due_on, c.time_zone, c.evidence_kind, c.status, c.suspended_from,
  c.overdue_since, c.fulfilled_at, c.amount_minor, c.currency, c.criteria, c.source, c.note, c.reason, c.revision,
  c.created_at,
  (select json_agg(json_build_object('id', p.id, 'position', p.position, 'companyId', p.company_id, 'name', p.name,
    'legalName', p.legal_name, 'latinName', p.latin_name) order by p.position)
    from agreement_party p where p.agreement_id = a.id) as parties,
  (select coalesce(json_agg(json_build_object('fromOn', m.from_on, 'toOn', m.to_on, 'reason', m.reason,
    'movedAt', ${iso(sql`m.moved_at`)}) order by m.moved_at, m.id), '[]')
    from commitment_move m where m.commitment_id = c.id) as moves,
  (select coalesce(json_agg(json_build_object('id', e.id, 'partyId', e.party_id, 'note', e.note,
    'file', case when f.id is not null then json_build_object('name', f.name, 'mediaType', f.media_type, 'sha256', f.sha256,
      'sizeBytes', f.size_bytes) end,
    'assessment', e.assessment, 'givenAt', ${iso(sql`e.given_at`)},
    'verdicts', (select coalesce(json_agg(json_build_object('partyId', v.party_id, 'verdict', v.verdict,
        'reason', v.reason, 'givenAt', ${iso(sql`v.given_at`)}) order by v.given_at, v.party_id), '[]')
      from commitment_verdict v where v.evidence_id = e.id)) order by e.given_at, e.id), '[]')
    from commitment_evidence e left join stored_file f on f.id = e.file_id
    where e.commitment_id = c.id) as evidence`

/** Null: no such commitment in this programme. */
export async function findCommitment(
  db: Db,
  { programmeId, commitmentId }: CommitmentKey,
): Promise<CommitmentRecord | null> {
  const { rows } = await sql<CommitmentRecord>`
    select ${COLUMNS} from commitment c join agreement a on a.id = c.agreement_id
    where c.id = ${commitmentId} and c.programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** As `findCommitment`, with the row locked until the transaction ends; what is read is what those before have written. */
export async function lockCommitment(trx: Db, key: CommitmentKey): Promise<CommitmentRecord | null> {
  await sql`
    select id from commitment where id = ${key.commitmentId} and programme_id = ${key.programmeId}
    for update`.execute(trx)
  return findCommitment(trx, key)
}

export interface ListFilter {
  readonly programmeId: Id
  readonly agreementId: Id | null
  /** Null: all. */
  readonly companies: readonly Id[] | null
  readonly limit: number
}

/** Nearest day first, those without a day last. */
export async function listCommitmentRows(
  db: Db,
  { programmeId, agreementId, companies, limit }: ListFilter,
): Promise<CommitmentRecord[]> {
  const visible =
    companies === null
      ? sql`true`
      : sql`exists (select from agreement_party p
          where p.agreement_id = c.agreement_id and p.company_id = any(${companies}::uuid[]))`
  const { rows } = await sql<CommitmentRecord>`
    select ${COLUMNS} from commitment c join agreement a on a.id = c.agreement_id
    where c.programme_id = ${programmeId} and ${visible}
      ${agreementId ? sql`and c.agreement_id = ${agreementId}` : sql``}
    order by c.due_on nulls last, c.created_at, c.id
    limit ${limit}`.execute(db)
  return rows
}

export interface CommitmentToSave {
  readonly id: Id
  readonly partyId: Id
  readonly milestoneKey: string | null
  readonly what: LocalizedText
  readonly dueOn: string | null
  readonly evidenceKind: EvidenceKind
  readonly amountMinor: number | null
  readonly currency: string | null
  readonly status: 'open' | 'not-followed'
  readonly source: string | null
  readonly note: LocalizedText
}

/**
 * Writes commitments of a signed agreement; null when it is not there, not signed, or a party is not one of its. A
 * milestone that has its commitment already is left out. `evenSuspended`: a law that has suspended the agreement since
 * it was signed is no reason against. The owner's clock is that of its side, else of the first side.
 */
export async function insertCommitments(
  db: Db,
  { programmeId, agreementId }: { readonly programmeId: Id; readonly agreementId: Id },
  rows: readonly CommitmentToSave[],
  by: { readonly createdBy: Id | null; readonly now: Instant; readonly evenSuspended?: boolean },
): Promise<Id[] | null> {
  const { rows: written } = await sql<{ id: Id | null }>`
    with signed as (
      select id from agreement where id = ${agreementId} and programme_id = ${programmeId}
        and (status = 'signed'
          or (${by.evenSuspended ?? false}::boolean and status = 'suspended-by-law' and suspended_from = 'signed'))
    ), given as (
      select g.*, p.side_id from signed, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid,
        "partyId" uuid, "milestoneKey" text, what jsonb, "dueOn" date, "evidenceKind" text, "amountMinor" bigint,
        currency text, status text, source text, note jsonb)
      join agreement_party p on p.id = g."partyId" and p.agreement_id = ${agreementId}
    ), changed as (
      insert into commitment (id, programme_id, agreement_id, party_id, milestone_key, what, due_on, time_zone,
        evidence_kind, status, amount_minor, currency, source, note, created_by, created_at, updated_at)
      select given.id, ${programmeId}::uuid, ${agreementId}::uuid, "partyId", "milestoneKey", what, "dueOn",
        (select time_zone from side where side.programme_id = ${programmeId}
          order by side.id = given.side_id desc nulls last, position limit 1),
        "evidenceKind", status, "amountMinor", currency, source, note, ${by.createdBy}::uuid,
        ${by.now}::timestamptz, ${by.now}::timestamptz
      from given
      on conflict (agreement_id, milestone_key) where milestone_key is not null do nothing
      returning id
    )
    select changed.id from (select count(*) as count from given) counted
    left join changed on true where counted.count = ${rows.length}`.execute(db)
  return written.length === 0 ? null : written.flatMap(({ id }) => id ?? [])
}

export interface Change {
  readonly now: Instant
  readonly status?: CommitmentStatus
  readonly dueOn?: string | null
  readonly suspendedFrom?: CommitmentStatus | null
  readonly reason?: string | null
  readonly fulfilledAt?: Instant | null
  readonly overdueSince?: string | null
  readonly criteria?: readonly Criterion[]
}

/** A change of a locked commitment with its journal entry. */
export async function saveChange(trx: Db, commitmentId: Id, change: Change, entry: NewJournalEntry): Promise<void> {
  const { now, status, dueOn, suspendedFrom, reason, fulfilledAt, overdueSince, criteria } = change
  const assign = [
    sql`updated_at = ${now}`,
    sql`revision = revision + 1`,
    ...(status === undefined ? [] : [sql`status = ${status}`]),
    ...(dueOn === undefined ? [] : [sql`due_on = ${dueOn}`]),
    ...(suspendedFrom === undefined ? [] : [sql`suspended_from = ${suspendedFrom}`]),
    ...(reason === undefined ? [] : [sql`reason = ${reason}`]),
    ...(fulfilledAt === undefined ? [] : [sql`fulfilled_at = ${fulfilledAt}`]),
    ...(overdueSince === undefined ? [] : [sql`overdue_since = ${overdueSince}`]),
    ...(criteria === undefined ? [] : [sql`criteria = ${JSON.stringify(criteria)}::jsonb`]),
  ]
  await sql`
    with changed as (update commitment set ${sql.join(assign)} where id = ${commitmentId} returning id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
}

export async function insertMove(
  trx: Db,
  move: StoredMove & { readonly id: Id; readonly commitmentId: Id; readonly movedBy: Id | null },
): Promise<void> {
  await sql`
    insert into commitment_move (id, commitment_id, from_on, to_on, reason, moved_by, moved_at)
    values (${move.id}, ${move.commitmentId}, ${move.fromOn}, ${move.toOn}, ${move.reason}, ${move.movedBy},
      ${move.movedAt})`.execute(trx)
}

export interface EvidenceToSave {
  readonly id: Id
  readonly commitmentId: Id
  readonly partyId: Id
  readonly note: string
  readonly fileId: Id | null
  readonly assessment: Assessment | null
  readonly givenBy: Id | null
  readonly givenAt: Instant
}

export async function insertEvidence(trx: Db, evidence: EvidenceToSave): Promise<void> {
  const { id, commitmentId, partyId, note, fileId, assessment, givenBy, givenAt } = evidence
  await sql`
    insert into commitment_evidence (id, commitment_id, party_id, note, file_id, assessment, given_by, given_at)
    values (${id}, ${commitmentId}, ${partyId}, ${note}, ${fileId},
      ${assessment === null ? null : JSON.stringify(assessment)}::jsonb, ${givenBy}, ${givenAt})`.execute(trx)
}

/** A party may change its word as long as the commitment is not fulfilled. */
export async function saveVerdict(
  trx: Db,
  verdict: StoredVerdict & { readonly evidenceId: Id; readonly givenBy: Id | null },
): Promise<void> {
  const { evidenceId, partyId, verdict: word, reason, givenBy, givenAt } = verdict
  await sql`
    insert into commitment_verdict (evidence_id, party_id, verdict, reason, given_by, given_at)
    values (${evidenceId}, ${partyId}, ${word}, ${reason}, ${givenBy}, ${givenAt})
    on conflict (evidence_id, party_id)
    do update set verdict = excluded.verdict, reason = excluded.reason, given_by = excluded.given_by,
      given_at = excluded.given_at`.execute(trx)
}

export interface ChangedCommitment {
  readonly id: Id
  readonly programmeId: Id
  readonly before: CommitmentStatus
}

/** Marks what is overdue by the owner's clock, at most `limit` at a time. */
export async function saveOverdue(trx: Db, now: Instant, limit: number): Promise<ChangedCommitment[]> {
  const { rows } = await sql<ChangedCommitment>`
    with due as (
      select id, status from commitment
      where status in ('open', 'objected') and due_on is not null
        and (${now}::timestamptz at time zone time_zone)::date > due_on
      order by due_on, id limit ${limit} for update skip locked
    )
    update commitment c set status = 'overdue', overdue_since = c.due_on + 1, updated_at = ${now},
      revision = revision + 1
    from due where c.id = due.id
    returning c.id, c.programme_id, due.status as before`.execute(trx)
  return rows
}

/** What a suspension of the whole agreement leaves behind as the reason. */
const OF_AGREEMENT = 'agreement-suspended'

/** Suspends with their agreement the commitments that are still to be met. */
export async function suspendOfAgreement(trx: Db, agreementId: Id, now: Instant): Promise<ChangedCommitment[]> {
  const { rows } = await sql<ChangedCommitment>`
    with live as (
      select id, status from commitment where agreement_id = ${agreementId}
        and status in ('open', 'objected', 'overdue', 'evidence-given', 'accepted') for update
    )
    update commitment c set status = 'suspended-by-law', suspended_from = live.status, reason = ${OF_AGREEMENT},
      updated_at = ${now}, revision = revision + 1
    from live where c.id = live.id
    returning c.id, c.programme_id, live.status as before`.execute(trx)
  return rows
}

/** Takes up again what was suspended with its agreement, and nothing that was suspended by itself. */
export async function resumeOfAgreement(trx: Db, agreementId: Id, now: Instant): Promise<ChangedCommitment[]> {
  const { rows } = await sql<ChangedCommitment>`
    update commitment set status = suspended_from, suspended_from = null, reason = null, updated_at = ${now},
      revision = revision + 1
    where agreement_id = ${agreementId} and status = 'suspended-by-law' and reason = ${OF_AGREEMENT}
    returning id, programme_id, 'suspended-by-law' as before`.execute(trx)
  return rows
}

/** Somebody to be reminded of a commitment, in the own language. */
export interface ReminderRow {
  readonly commitmentId: Id
  readonly programmeId: Id
  readonly agreementNumber: string
  readonly agreementTitle: LocalizedText
  readonly what: LocalizedText
  readonly dueOn: string
  readonly timeZone: TimeZone
  readonly ownerName: LocalizedText
  readonly ownerLegalName: string
  readonly name: string
  readonly email: string
  readonly locale: 'ko' | 'ru' | 'en'
}

/**
 * Commitments due within `days` with everybody who speaks for one of the parties, and the signatories of parties that
 * have no company in the programme. Of archived programmes nobody.
 */
export async function listReminderRows(db: Db, now: Instant, days: number): Promise<ReminderRow[]> {
  const { rows } = await sql<ReminderRow>`
    select c.id as commitment_id, c.programme_id, a.number as agreement_number, a.title as agreement_title, c.what,
      c.due_on, c.time_zone, owner.name as owner_name, owner.legal_name as owner_legal_name, who.name, who.email,
      who.locale
    from commitment c
    join programme on programme.id = c.programme_id and programme.archived_at is null
    join agreement a on a.id = c.agreement_id
    join agreement_party owner on owner.id = c.party_id
    cross join lateral (
      select person.name, person.email, person.locale from agreement_party p
      join role_grant g on g.scope_id = p.company_id and g.programme_id = c.programme_id
        and g.role = 'company-representative' and g.revoked_at is null
      join person on person.id = g.person_id
      where p.agreement_id = c.agreement_id
      union
      select p.signatory_name, p.signatory_email, p.signatory_locale from agreement_party p
      where p.agreement_id = c.agreement_id and p.company_id is null and p.signatory_email is not null
    ) who
    where c.status in ('open', 'objected') and c.due_on is not null
      and c.due_on - (${now}::timestamptz at time zone c.time_zone)::date between 0 and ${days}::integer
    order by c.due_on, c.id, who.email`.execute(db)
  return rows
}

/** For the overview, in one statement. */
export async function countCommitments(db: Db, programmeId: Id, now: Instant) {
  const { rows } = await sql<{ commitments: number; fulfilled: number; overdue: number; toJudge: number }>`
    select count(*) as commitments, count(*) filter (where status = 'fulfilled') as fulfilled,
      count(*) filter (where status = 'overdue' or (status in ('open', 'objected')
        and (${now}::timestamptz at time zone time_zone)::date > due_on)) as overdue,
      count(*) filter (where status in ('evidence-given', 'accepted')) as to_judge
    from commitment where programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}
