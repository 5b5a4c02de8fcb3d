import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, jsonb } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Conversion } from '../domain/conversion.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Announcement, OutcomeFacts, OutcomeParty } from '../domain/outcome.ts'

/** One state of a record. The row without `validUntil` is how it stands now. */
export interface OutcomeRow extends Omit<OutcomeFacts, 'amount'> {
  readonly id: Id
  readonly revision: number
  readonly programmeId: Id
  readonly amountMinor: number | null
  readonly currency: Currency | null
  readonly confirmedBy: readonly Id[]
  readonly status: 'recorded' | 'withdrawn'
  readonly reason: string | null
  readonly recordedBy: Id | null
  readonly validFrom: Instant
}

const COLUMNS = sql`id, revision, programme_id, reference, kind, title, parties, basis, amount_minor, currency, grade,
  happened_on, event_id, request_id, agreement_id, commitment_id, evidence, conversions, announcements, confirmed_by,
  status, reason, recorded_by, valid_from`

const values = (row: OutcomeRow): RawBuilder<unknown> => sql`
  ${row.id}::uuid, ${row.revision}::integer, ${row.programmeId}::uuid, ${row.reference}::text, ${row.kind}::text,
  ${jsonb(row.title)}, ${jsonb<readonly OutcomeParty[]>(row.parties)}, ${row.basis}::text, ${row.amountMinor}::bigint,
  ${row.currency}::text, ${row.grade}::text, ${row.happenedOn}::date, ${row.eventId}::uuid, ${row.requestId}::uuid,
  ${row.agreementId}::uuid, ${row.commitmentId}::uuid, ${row.evidence}::text,
  ${jsonb<readonly Conversion[]>(row.conversions)}, ${jsonb<readonly Announcement[]>(row.announcements)},
  ${row.confirmedBy}::uuid[], ${row.status}::text, ${row.reason}::text, ${row.recordedBy}::uuid,
  ${row.validFrom}::timestamptz`

/** Writes a record with its entry unless the same thing is recorded already; false then. */
export async function insertOutcome(db: Db, row: OutcomeRow, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into outcome (${COLUMNS}) select ${values(row)}
      on conflict (programme_id, reference, basis) where valid_until is null and status = 'recorded' do nothing
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Closes the state that was read and opens the next; false when somebody else was first. */
export async function replaceOutcome(db: Db, row: OutcomeRow, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with closed as (
      update outcome set valid_until = ${row.validFrom}::timestamptz
      where id = ${row.id} and programme_id = ${row.programmeId} and revision = ${row.revision - 1}
        and valid_until is null
      returning id
    ), changed as (
      insert into outcome (${COLUMNS}) select ${values(row)} from closed returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export async function findOutcome(db: Db, programmeId: Id, outcomeId: Id): Promise<OutcomeRow | null> {
  const { rows } = await sql<OutcomeRow>`
    select ${COLUMNS} from outcome
    where id = ${outcomeId} and programme_id = ${programmeId} and valid_until is null`.execute(db)
  return rows[0] ?? null
}

/** The record of this thing on this basis, when it counts. */
export async function findByReference(
  db: Db,
  { programmeId, reference, basis }: Pick<OutcomeRow, 'programmeId' | 'reference' | 'basis'>,
): Promise<OutcomeRow | null> {
  const { rows } = await sql<OutcomeRow>`
    select ${COLUMNS} from outcome where programme_id = ${programmeId} and reference = ${reference}
      and basis = ${basis} and valid_until is null and status = 'recorded'`.execute(db)
  return rows[0] ?? null
}

/** Somebody has taken this thing out of every figure, and it was not recorded anew since. */
export async function isWithdrawn(
  db: Db,
  { programmeId, reference, basis }: Pick<OutcomeRow, 'programmeId' | 'reference' | 'basis'>,
): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`
    select coalesce(bool_and(status = 'withdrawn'), false) as withdrawn from outcome
    where programme_id = ${programmeId} and reference = ${reference} and basis = ${basis} and valid_until is null`.execute(
    db,
  )
  return rows[0]?.withdrawn ?? false
}

/** The records of a programme as they stand, newest day first; of the parties `companies` when given. */
export async function findOutcomes(
  db: Db,
  programmeId: Id,
  { companies, limit }: { readonly companies: readonly Id[] | null; readonly limit: number },
): Promise<OutcomeRow[]> {
  const own =
    companies === null
      ? sql`true`
      : sql`exists (select from jsonb_array_elements(parties) party
          where (party ->> 'companyId')::uuid = any(${companies}::uuid[]))`
  const { rows } = await sql<OutcomeRow>`
    select ${COLUMNS} from outcome
    where programme_id = ${programmeId} and valid_until is null and ${own}
    order by happened_on desc, valid_from desc, id limit ${limit}`.execute(db)
  return rows
}

/** What a new record is held against: those it may repeat, and whether what it refers to is there. */
export interface RecordingFacts {
  readonly known: readonly OutcomeRow[]
  readonly companies: readonly { readonly id: Id; readonly sideId: Id }[]
  /** Names of the attributions that this programme does not have. */
  readonly missing: readonly string[]
}

export async function loadRecordingFacts(
  db: Db,
  programmeId: Id,
  facts: Pick<OutcomeFacts, 'kind' | 'basis' | 'eventId' | 'requestId' | 'agreementId' | 'commitmentId'> & {
    readonly companyIds: readonly Id[]
  },
): Promise<RecordingFacts> {
  const absent = (table: string, id: Id | null) =>
    sql`(${id}::uuid is not null and not exists (select from ${sql.table(table)} t
      where t.id = ${id}::uuid and t.programme_id = ${programmeId}))`
  const { rows } = await sql<RecordingFacts>`
    select (
      select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference, 'kind', o.kind,
        'basis', o.basis, 'parties', o.parties, 'amountMinor', o.amount_minor, 'currency', o.currency)), '[]')
      from outcome o where o.programme_id = ${programmeId} and o.valid_until is null and o.status = 'recorded'
        and o.kind = ${facts.kind} and o.basis = ${facts.basis}
    ) as known, (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'sideId', c.side_id)), '[]') from company c
      where c.programme_id = ${programmeId} and c.id = any(${facts.companyIds}::uuid[])
    ) as companies, array_remove(array[
      case when ${absent('event', facts.eventId)} then 'event' end,
      case when ${absent('meeting_request', facts.requestId)} then 'meeting' end,
      case when ${absent('agreement', facts.agreementId)} then 'agreement' end,
      case when ${absent('commitment', facts.commitmentId)} then 'commitment' end
    ]::text[], null) as missing`.execute(db)
  return rows[0]!
}

/** What the later stages say of agreements that are signed or recorded. */
export interface SignedAgreement {
  readonly id: Id
  readonly programmeId: Id
  readonly number: string
  readonly type: string
  readonly origin: 'drafted' | 'recorded'
  readonly title: OutcomeFacts['title']
  readonly subject: OutcomeFacts['title']
  readonly amountMinor: number | null
  readonly currency: Currency | null
  readonly announcedMinor: number | null
  readonly announcedCurrency: Currency | null
  readonly signedOn: string
  readonly source: string | null
  readonly parties: readonly OutcomeParty[]
}

/** A law that suspends a signed agreement does not undo it: it counts whether that is heard before or after. */
const isSigned = sql`(a.status = 'signed' or (a.status = 'suspended-by-law' and a.suspended_from = 'signed'))`

export async function findSignedAgreements(db: Db, agreementIds: readonly Id[]): Promise<SignedAgreement[]> {
  const { rows } = await sql<SignedAgreement>`
    select a.id, a.programme_id, a.number, a.type, a.origin, a.title, coalesce(a.terms -> 'subject', '{}') as subject,
      (a.terms -> 'amount' ->> 'minor')::bigint as amount_minor, a.terms -> 'amount' ->> 'currency' as currency,
      (a.terms -> 'announcedAs' -> 'amount' ->> 'minor')::bigint as announced_minor,
      a.terms -> 'announcedAs' -> 'amount' ->> 'currency' as announced_currency,
      coalesce(a.signed_on, (a.signed_at at time zone 'UTC')::date, (a.created_at at time zone 'UTC')::date) as signed_on,
      a.source,
      (select coalesce(jsonb_agg(jsonb_build_object('companyId', p.company_id, 'sideId', coalesce(p.side_id, c.side_id),
          'name', case when p.name = '{}' then jsonb_build_object('en', p.latin_name) else p.name end)
          order by p.position), '[]')
        from agreement_party p left join company c on c.id = p.company_id where p.agreement_id = a.id) as parties
    from agreement a
    where a.id = any(${agreementIds}::uuid[]) and ${isSigned}`.execute(db)
  return rows
}

export async function findSignedAgreementIds(db: Db, programmeId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select a.id from agreement a where a.programme_id = ${programmeId} and ${isSigned}
    order by a.created_at, a.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Promised payments that were fulfilled. */
export interface FulfilledPayment {
  readonly id: Id
  readonly programmeId: Id
  readonly agreementId: Id
  readonly what: OutcomeFacts['title']
  readonly amountMinor: number
  readonly currency: Currency
  readonly paidOn: string
  readonly parties: readonly OutcomeParty[]
}

export const findFulfilledPayments = (db: Db, commitmentIds: readonly Id[]): Promise<FulfilledPayment[]> =>
  findPayments(db, sql`c.id = any(${commitmentIds}::uuid[])`)

/** The same of a whole programme. */
export const findPaymentsOf = (db: Db, programmeId: Id): Promise<FulfilledPayment[]> =>
  findPayments(db, sql`c.programme_id = ${programmeId}`)

async function findPayments(db: Db, where: RawBuilder<unknown>): Promise<FulfilledPayment[]> {
  const { rows } = await sql<FulfilledPayment>`
    select c.id, c.programme_id, c.agreement_id, c.what, c.amount_minor, c.currency,
      (coalesce(c.fulfilled_at, c.updated_at) at time zone c.time_zone)::date as paid_on,
      (select coalesce(jsonb_agg(jsonb_build_object('companyId', p.company_id, 'sideId', coalesce(p.side_id, o.side_id),
          'name', p.name) order by p.position), '[]')
        from agreement_party p left join company o on o.id = p.company_id where p.agreement_id = c.agreement_id) as parties
    from commitment c
    where ${where} and c.status = 'fulfilled' and c.evidence_kind = 'payment'
      and c.amount_minor is not null`.execute(db)
  return rows
}
