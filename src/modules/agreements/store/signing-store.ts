import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { SigningMethod, StampProblem } from '../domain/agreement.ts'
import { CODES_A_DAY, CODE_PAUSE_SECONDS, CODE_TRIES } from '../domain/signing.ts'

export interface CodeRequest {
  readonly id: Id
  readonly agreementId: Id
  readonly partyId: Id
  readonly contentHash: string
  readonly now: Instant
}

/** Notes that a code is wanted, unless one was a moment ago or there were too many today: false then. */
export async function insertCodeRequest(db: Db, request: CodeRequest, entry: NewJournalEntry): Promise<boolean> {
  const { id, agreementId, partyId, contentHash, now } = request
  const { rows } = await sql`
    with locked as materialized (select id from agreement_party where id = ${partyId} for update),
    changed as (
      insert into signing_code (id, agreement_id, party_id, content_hash, requested_at)
      select ${id}::uuid, ${agreementId}::uuid, locked.id, ${contentHash}, ${now}::timestamptz
      from locked
      where not exists (select from signing_code where party_id = ${partyId} and content_hash = ${contentHash}
          and requested_at > ${addMinutes(now, -CODE_PAUSE_SECONDS / 60)} and requested_at <= ${now})
        and (select count(*) from signing_code where party_id = ${partyId}
          and requested_at > ${addMinutes(now, -24 * 60)}) < ${CODES_A_DAY}
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** A wanted code of which the mail is not written yet; null when it is, or when the text was changed since. */
export async function findWantedCode(
  trx: Db,
  codeId: Id,
): Promise<{ agreementId: Id; partyId: Id; contentHash: string } | null> {
  const { rows } = await sql<{ agreementId: Id; partyId: Id; contentHash: string }>`
    select c.agreement_id, c.party_id, c.content_hash from signing_code c
    join agreement a on a.id = c.agreement_id and a.content_hash = c.content_hash
    where c.id = ${codeId} and c.code_hash is null`.execute(trx)
  return rows[0] ?? null
}

export async function saveCode(
  trx: Db,
  codeId: Id,
  code: { readonly codeHash: string; readonly validFrom: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await sql`
    update signing_code set code_hash = ${code.codeHash}, valid_from = ${code.validFrom}, expires_at = ${code.expiresAt}
    where id = ${codeId}`.execute(trx)
}

/**
 * Takes one of the tries of the newest live code of a party and text, before the code is compared: of many guesses
 * made at once no more than five are heard. Null: there is no live code.
 */
export async function takeTry(
  db: Db,
  { partyId, contentHash, now }: Pick<CodeRequest, 'partyId' | 'contentHash' | 'now'>,
): Promise<{ id: Id; codeHash: string } | null> {
  const { rows } = await sql<{ id: Id; codeHash: string }>`
    update signing_code set tries = tries + 1
    where id = (select id from signing_code where party_id = ${partyId} and content_hash = ${contentHash}
        and code_hash is not null order by requested_at desc, id desc limit 1)
      and used_at is null and tries < ${CODE_TRIES} and valid_from <= ${now} and expires_at > ${now}
    returning id, code_hash`.execute(db)
  return rows[0] ?? null
}

/** Gives a try back: the code was right. */
export async function returnTry(db: Db, codeId: Id): Promise<void> {
  await sql`update signing_code set tries = tries - 1 where id = ${codeId}`.execute(db)
}

export async function useCode(trx: Db, codeId: Id, now: Instant): Promise<boolean> {
  const { rows } = await sql`
    update signing_code set used_at = ${now} where id = ${codeId} and used_at is null returning id`.execute(trx)
  return rows.length > 0
}

export interface SignatureToSave {
  readonly id: Id
  readonly agreementId: Id
  readonly partyId: Id
  readonly position: number
  readonly contentHash: string
  readonly method: SigningMethod
  readonly signatoryName: string
  readonly signedAt: Instant
  readonly fileId: Id
  readonly stampedAt: Instant | null
  readonly stampProblem: StampProblem | null
}

/** Takes the slot of a party; false when it is taken. */
export async function insertSignature(trx: Db, signature: SignatureToSave, entry: NewJournalEntry): Promise<boolean> {
  const { id, agreementId, partyId, position, contentHash, method, signatoryName, signedAt, fileId } = signature
  const { stampedAt, stampProblem } = signature
  const { rows } = await sql`
    with changed as (
      insert into agreement_signature (id, agreement_id, party_id, position, content_hash, method, signatory_name,
        signed_at, file_id, stamped_at, stamp_problem)
      values (${id}, ${agreementId}, ${partyId}, ${position}, ${contentHash}, ${method}, ${signatoryName}, ${signedAt},
        ${fileId}, ${stampedAt}, ${stampProblem})
      on conflict (party_id, content_hash) where voided_at is null do nothing
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
  return rows.length > 0
}

/** The document after a signature; with `signedAt` the agreement is complete and sealed. */
export async function saveDocument(
  trx: Db,
  agreementId: Id,
  save: { readonly fileId: Id; readonly signedAt: Instant | null; readonly sealedAt: Instant | null },
  entries: readonly NewJournalEntry[],
): Promise<void> {
  const { fileId, signedAt, sealedAt } = save
  const logged = entries.map((entry, index) => sql`${sql.id(`logged_${index}`)} as (${journalInsert(entry)})`)
  await sql`
    with changed as (
      update agreement set document_file_id = ${fileId}, revision = revision + 1,
        status = case when ${signedAt}::timestamptz is not null then 'signed' else status end,
        signed_at = coalesce(${signedAt}::timestamptz, signed_at),
        sealed_at = coalesce(${sealedAt}::timestamptz, sealed_at)
      where id = ${agreementId}
      returning id
    )${logged.length > 0 ? sql`, ${sql.join(logged)}` : sql``}
    select id from changed`.execute(trx)
}

export async function insertCeremonyFile(
  trx: Db,
  file: {
    readonly id: Id
    readonly agreementId: Id
    readonly kind: 'scan' | 'photograph'
    readonly fileId: Id
    readonly sha256: string
    readonly addedAt: Instant
  },
  entry: NewJournalEntry,
): Promise<void> {
  await sql`
    with changed as (
      insert into ceremony_file (id, agreement_id, kind, file_id, sha256, added_at)
      values (${file.id}, ${file.agreementId}, ${file.kind}, ${file.fileId}, ${file.sha256}, ${file.addedAt})
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
}

/** An entry as the evidence shows it: plain facts, no names. */
export interface ExcerptEntry {
  readonly seq: number
  readonly at: Instant
  readonly actorKind: string
  readonly actorId: Id | null
  readonly action: string
  readonly before: unknown
  readonly after: unknown
}

/** Everything the journal holds of an agreement, in its order. */
export async function listJournalOf(db: Db, agreementId: Id): Promise<ExcerptEntry[]> {
  const { rows } = await sql<ExcerptEntry>`
    select seq, at, actor_kind, actor_id, action, before, after from journal_entry
    where subject_kind = 'agreement' and subject_id = ${agreementId} order by seq`.execute(db)
  return rows
}

/** Every sending of an agreement with the hash of the text that was sent, oldest first. */
export async function listSendings(db: Db, agreementId: Id): Promise<{ contentHash: string; sentAt: Instant }[]> {
  const { rows } = await sql<{ contentHash: string; sentAt: Instant }>`
    select s.at as sent_at, (
        select f.after ->> 'contentHash' from journal_entry f
        where f.subject_kind = 'agreement' and f.subject_id = s.subject_id and f.action = 'agreement.frozen'
          and f.seq < s.seq
        order by f.seq desc limit 1) as content_hash
    from journal_entry s
    where s.subject_kind = 'agreement' and s.subject_id = ${agreementId} and s.action = 'agreement.sent'
    order by s.seq`.execute(db)
  return rows.filter(({ contentHash }) => contentHash !== null)
}

/** When those whose signature is awaited were last written to again; null: never. */
export async function findLastReminder(db: Db, agreementId: Id): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant }>`
    select at from journal_entry
    where subject_kind = 'agreement' and subject_id = ${agreementId} and action = 'agreement.reminded'
    order by seq desc limit 1`.execute(db)
  return rows[0]?.at ?? null
}
