import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type {
  AgreementContent,
  AgreementStatus,
  AgreementType,
  Party,
  SigningMethod,
  StampProblem,
} from '../domain/agreement.ts'

export interface AgreementKey {
  readonly programmeId: Id
  readonly agreementId: Id
}

export interface StoredParty extends Party {
  readonly id: Id
  /** From 1. */
  readonly position: number
}

export interface StoredSignature {
  readonly id: Id
  readonly partyId: Id | null
  readonly position: number
  readonly contentHash: string
  readonly method: SigningMethod
  readonly signatoryName: string
  readonly signedAt: Instant
  readonly stampedAt: Instant | null
  /** Why there is no time stamp although one was asked for. */
  readonly stampProblem: StampProblem | null
  readonly voidedAt: Instant | null
}

export interface StoredCeremonyFile {
  readonly id: Id
  readonly kind: 'scan' | 'photograph'
  readonly fileId: Id
  readonly sha256: string
  readonly addedAt: Instant
}

/** An agreement with all that hangs on it. */
export interface AgreementRecord {
  readonly id: Id
  readonly programmeId: Id
  readonly revision: number
  readonly origin: 'drafted' | 'recorded'
  readonly status: AgreementStatus
  readonly content: AgreementContent
  readonly parties: readonly StoredParty[]
  readonly signatures: readonly StoredSignature[]
  readonly ceremonyFiles: readonly StoredCeremonyFile[]
  readonly contentHash: string | null
  readonly documentFileId: Id | null
  readonly sealedAt: Instant | null
  readonly witness: string | null
  /** Of a recorded agreement: the day it is said to have been signed. */
  readonly signedOn: string | null
  readonly source: string | null
  readonly note: LocalizedText
  readonly createdAt: Instant
  readonly sentAt: Instant | null
  readonly expiresAt: Instant | null
  readonly signedAt: Instant | null
  readonly reason: string | null
}

/** An instant inside JSON in the canonical form, which the driver gives to columns only. */
const iso = (column: RawBuilder<unknown>): RawBuilder<string> =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const PARTIES = sql`(
  select coalesce(json_agg(json_build_object('id', p.id, 'position', p.position, 'companyId', p.company_id,
    'sideId', p.side_id, 'name', p.name, 'legalName', p.legal_name, 'latinName', p.latin_name,
    'identifier', p.identifier, 'signatory', case when p.signatory_email is not null then json_build_object(
      'name', p.signatory_name, 'latinName', p.signatory_latin_name, 'office', p.signatory_office,
      'email', p.signatory_email, 'locale', p.signatory_locale, 'authority', p.authority,
      'authorityFrom', p.authority_from, 'authorityUntil', p.authority_until) end) order by p.position), '[]')
  from agreement_party p where p.agreement_id = a.id)`

const SIGNATURES = sql`(
  select coalesce(json_agg(json_build_object('id', s.id, 'partyId', s.party_id, 'position', s.position,
    'contentHash', s.content_hash, 'method', s.method, 'signatoryName', s.signatory_name,
    'signedAt', ${iso(sql`s.signed_at`)}, 'stampedAt', ${iso(sql`s.stamped_at`)}, 'stampProblem', s.stamp_problem,
    'voidedAt', ${iso(sql`s.voided_at`)}) order by s.signed_at, s.id), '[]')
  from agreement_signature s where s.agreement_id = a.id)`

const CEREMONY_FILES = sql`(
  select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'fileId', f.file_id, 'sha256', f.sha256,
    'addedAt', ${iso(sql`f.added_at`)}) order by f.added_at, f.id), '[]')
  from ceremony_file f where f.agreement_id = a.id)`

type AgreementRow = Omit<AgreementRecord, 'content'> & Omit<AgreementContent, 'parties'>

function recordOf(row: AgreementRow): AgreementRecord {
  const { number, type, title, languages, prevailing, terms, clauses, mode, signingOrder, ...rest } = row
  const parties = row.parties.map(({ id: _id, position: _position, ...party }) => party)
  return {
    ...rest,
    content: { number, type, title, languages, prevailing, parties, terms, clauses, mode, signingOrder },
  }
}

const COLUMNS = sql`a.id, a.programme_id, a.revision, a.origin, a.status, a.number, a.type, a.title, a.languages,
  a.prevailing, a.terms, a.clauses, a.mode, a.signing_order, a.content_hash, a.document_file_id, a.sealed_at,
  a.witness, a.signed_on, a.source, a.note, a.created_at, a.sent_at, a.expires_at, a.signed_at, a.reason,
  ${PARTIES} as parties, ${SIGNATURES} as signatures, ${CEREMONY_FILES} as ceremony_files`

/** Null: no such agreement in this programme. */
export async function findAgreement(
  db: Db,
  { programmeId, agreementId }: AgreementKey,
): Promise<AgreementRecord | null> {
  const { rows } = await sql<AgreementRow>`
    select ${COLUMNS} from agreement a
    where a.id = ${agreementId} and a.programme_id = ${programmeId}`.execute(db)
  return rows[0] ? recordOf(rows[0]) : null
}

/** The agreement of a signing link, which names no programme. */
export async function findLinkedAgreement(db: Db, agreementId: Id): Promise<AgreementRecord | null> {
  const { rows } = await sql<AgreementRow>`
    select ${COLUMNS} from agreement a where a.id = ${agreementId}`.execute(db)
  return rows[0] ? recordOf(rows[0]) : null
}

/**
 * As `findAgreement`, with the row locked until the transaction ends. The lock is a statement of its own: what the
 * second one reads is then what those before have written.
 */
export async function lockAgreement(trx: Db, agreementId: Id): Promise<AgreementRecord | null> {
  await sql`select id from agreement where id = ${agreementId} for update`.execute(trx)
  return findLinkedAgreement(trx, agreementId)
}

export interface ListFilter {
  readonly programmeId: Id
  /** Null: all. */
  readonly companies: readonly Id[] | null
  readonly status: AgreementStatus | null
  readonly type: AgreementType | null
  /** Part of a number, a title or the name of a party. */
  readonly q: string | null
  readonly limit: number
  readonly offset: number
}

export async function listAgreementRows(
  db: Db,
  { programmeId, companies, status, type, q, limit, offset }: ListFilter,
): Promise<{ rows: AgreementRecord[]; total: number }> {
  const visible =
    companies === null
      ? sql`true`
      : sql`a.status <> 'draft' and exists (select from agreement_party p
          where p.agreement_id = a.id and p.company_id = any(${companies}::uuid[]))`
  const { rows } = await sql<AgreementRow & { total: number }>`
    select ${COLUMNS}, count(*) over () as total from agreement a
    where a.programme_id = ${programmeId} and ${visible} ${status ? sql`and a.status = ${status}` : sql``}
      ${type ? sql`and a.type = ${type}` : sql``} ${q ? sql`and ${contains(q)}` : sql``}
    order by coalesce(a.signed_on, a.created_at::date) desc, a.number
    limit ${limit} offset ${offset}`.execute(db)
  return { rows: rows.map(({ total: _total, ...row }) => recordOf(row)), total: rows[0]?.total ?? 0 }
}

/** Whatever the reader typed is text, not a pattern. */
function contains(q: string): RawBuilder<unknown> {
  const pattern = `%${q.normalize('NFC').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`(a.number ilike ${pattern}
    or exists (select from jsonb_each_text(a.title) t where t.value ilike ${pattern})
    or exists (select from agreement_party p where p.agreement_id = a.id and (p.legal_name ilike ${pattern}
      or p.latin_name ilike ${pattern}
      or exists (select from jsonb_each_text(p.name) n where n.value ilike ${pattern}))))`
}

/** Sides of those of the companies that take part in the programme. */
export async function findPartyCompanies(
  db: Db,
  programmeId: Id,
  companyIds: readonly Id[],
): Promise<{ id: Id; sideId: Id }[]> {
  if (companyIds.length === 0) return []
  const { rows } = await sql<{ id: Id; sideId: Id }>`
    select id, side_id from company
    where programme_id = ${programmeId} and id = any(${companyIds}::uuid[])`.execute(db)
  return rows
}

export interface PartyToSave extends Party {
  readonly id: Id
}

const partyRows = (parties: readonly PartyToSave[]): string =>
  JSON.stringify(
    parties.map(({ signatory, ...party }, index) => ({
      ...party,
      position: index + 1,
      signatoryName: signatory?.name ?? null,
      signatoryLatinName: signatory?.latinName ?? null,
      signatoryOffice: signatory?.office ?? null,
      signatoryEmail: signatory?.email ?? null,
      signatoryLocale: signatory?.locale ?? null,
      authority: signatory?.authority ?? null,
      authorityFrom: signatory?.authorityFrom ?? null,
      authorityUntil: signatory?.authorityUntil ?? null,
    })),
  )

const insertParties = (parties: readonly PartyToSave[], of: string): RawBuilder<unknown> => sql`
  insert into agreement_party (id, agreement_id, position, company_id, side_id, name, legal_name, latin_name,
    identifier, signatory_name, signatory_latin_name, signatory_office, signatory_email, signatory_locale, authority,
    authority_from, authority_until)
  select g.id, ${sql.table(of)}.id, g.position, g."companyId", g."sideId", g.name, g."legalName", g."latinName",
    g.identifier, g."signatoryName", g."signatoryLatinName", g."signatoryOffice", g."signatoryEmail",
    g."signatoryLocale", g.authority, g."authorityFrom", g."authorityUntil"
  from ${sql.table(of)}, jsonb_to_recordset(${partyRows(parties)}::jsonb) as g(id uuid, position smallint,
    "companyId" uuid, "sideId" uuid, name jsonb, "legalName" text, "latinName" text, identifier text,
    "signatoryName" text, "signatoryLatinName" text, "signatoryOffice" text, "signatoryEmail" text,
    "signatoryLocale" text, authority text, "authorityFrom" date, "authorityUntil" date)`

export interface AgreementToSave {
  readonly id: Id
  readonly programmeId: Id
  readonly origin: 'drafted' | 'recorded'
  readonly content: AgreementContent
  readonly parties: readonly PartyToSave[]
  readonly signedOn: string | null
  readonly source: string | null
  readonly note: LocalizedText
  readonly createdBy: Id | null
  readonly now: Instant
}

/** The agreement, its parties and its journal entry in one statement. Throws a violation of `agreement_number`. */
export async function insertAgreement(db: Db, save: AgreementToSave, entry: NewJournalEntry): Promise<void> {
  const { content } = save
  const status = save.origin === 'recorded' ? 'signed' : 'draft'
  await sql`
    with changed as (
      insert into agreement (id, programme_id, number, type, origin, status, title, languages, prevailing, terms,
        clauses, mode, signing_order, signed_on, source, note, created_by, created_at, updated_at)
      values (${save.id}, ${save.programmeId}, ${content.number}, ${content.type}, ${save.origin}, ${status},
        ${JSON.stringify(content.title)}::jsonb, ${content.languages}::text[], ${content.prevailing},
        ${JSON.stringify(content.terms)}::jsonb, ${JSON.stringify(content.clauses)}::jsonb, ${content.mode},
        ${content.signingOrder}, ${save.signedOn}, ${save.source}, ${JSON.stringify(save.note)}::jsonb,
        ${save.createdBy}, ${save.now}, ${save.now})
      returning id
    ), parties as (${insertParties(save.parties, 'changed')}), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

/**
 * Another text for an agreement that is not signed; it is a draft again, and signatures of the text before are void.
 * False when somebody else changed it meanwhile.
 */
export async function saveContent(
  trx: Db,
  { agreementId }: AgreementKey,
  save: {
    readonly revision: number
    readonly content: AgreementContent
    readonly parties: readonly PartyToSave[]
    readonly now: Instant
  },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { content, now } = save
  await sql`
    update agreement_signature set voided_at = ${now}
    where agreement_id = ${agreementId} and voided_at is null`.execute(trx)
  await sql`delete from agreement_party where agreement_id = ${agreementId}`.execute(trx)
  const { rows } = await sql`
    with changed as (
      update agreement set number = ${content.number}, type = ${content.type},
        title = ${JSON.stringify(content.title)}::jsonb, languages = ${content.languages}::text[],
        prevailing = ${content.prevailing}, terms = ${JSON.stringify(content.terms)}::jsonb,
        clauses = ${JSON.stringify(content.clauses)}::jsonb, mode = ${content.mode},
        signing_order = ${content.signingOrder}, status = 'draft', content_hash = null, document_file_id = null,
        frozen_at = null, sent_at = null, expires_at = null, reason = null, witness = null,
        revision = revision + 1, updated_at = ${now}
      where id = ${agreementId} and revision = ${save.revision}
      returning id
    ), parties as (${insertParties(save.parties, 'changed')}), logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
  return rows.length > 0
}

export interface Move {
  readonly to: AgreementStatus
  readonly from: readonly AgreementStatus[]
  readonly now: Instant
  /** Columns that change with the state. */
  readonly set?: {
    readonly contentHash?: string
    readonly documentFileId?: Id
    readonly expiresAt?: Instant | null
    readonly reason?: string | null
    readonly suspendedFrom?: AgreementStatus | null
    readonly witness?: string | null
  }
}

/** A conditional change of state with its journal entry: false when the agreement was not in a state to start from. */
export async function saveMove(
  db: Db,
  { programmeId, agreementId }: AgreementKey,
  { to, from, now, set = {} }: Move,
  entry: NewJournalEntry,
): Promise<boolean> {
  const assign = [
    sql`status = ${to}`,
    sql`updated_at = ${now}`,
    sql`revision = revision + 1`,
    ...(set.contentHash === undefined ? [] : [sql`content_hash = ${set.contentHash}, frozen_at = ${now}`]),
    ...(set.documentFileId === undefined ? [] : [sql`document_file_id = ${set.documentFileId}`]),
    ...(set.expiresAt === undefined ? [] : [sql`expires_at = ${set.expiresAt}, sent_at = ${now}`]),
    ...(set.reason === undefined ? [] : [sql`reason = ${set.reason}, decided_at = ${now}`]),
    ...(set.suspendedFrom === undefined ? [] : [sql`suspended_from = ${set.suspendedFrom}`]),
    ...(set.witness === undefined ? [] : [sql`witness = ${set.witness}`]),
  ]
  const { rows } = await sql`
    with changed as (
      update agreement set ${sql.join(assign)}
      where id = ${agreementId} and programme_id = ${programmeId} and status = any(${from}::text[])
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Where a suspended agreement goes back to. */
export async function findSuspendedFrom(db: Db, { agreementId }: AgreementKey): Promise<'sent' | 'signed' | null> {
  const { rows } = await sql<{ suspendedFrom: 'sent' | 'signed' | null }>`
    select suspended_from from agreement where id = ${agreementId}`.execute(db)
  return rows[0]?.suspendedFrom ?? null
}

/** Agreements whose time to sign ran out: marked, at most `limit` at a time. */
export async function saveExpiry(trx: Db, now: Instant, limit: number): Promise<{ id: Id; programmeId: Id }[]> {
  const { rows } = await sql<{ id: Id; programmeId: Id }>`
    update agreement set status = 'expired', updated_at = ${now}, revision = revision + 1
    where id in (select id from agreement where status = 'sent' and expires_at <= ${now}
      order by expires_at, id limit ${limit} for update skip locked)
    returning id, programme_id`.execute(trx)
  return rows
}

/** What the overview says, in one statement. */
export async function countAgreements(
  db: Db,
  programmeId: Id,
): Promise<{ agreements: number; signed: number; underWay: number; drafts: number }> {
  const { rows } = await sql<{ agreements: number; signed: number; underWay: number; drafts: number }>`
    select count(*) as agreements, count(*) filter (where status = 'signed') as signed,
      count(*) filter (where status in ('frozen', 'sent')) as under_way,
      count(*) filter (where status = 'draft') as drafts
    from agreement where programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}
