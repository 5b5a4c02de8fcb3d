import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { LogContent, LogSeat, MeetingLog, MeetingRecord } from '../domain/log.ts'
import type { RoomKey } from './room-store.ts'

const NOTHING: MeetingRecord = { revision: 0, hostSignedAt: null, guestSignedAt: null, signedOffAt: null }

/** The record of a meeting, created when there is none, and kept by this transaction until it ends. */
export async function lockRecord(trx: Db, { programmeId, requestId }: RoomKey, now: Instant): Promise<MeetingRecord> {
  await sql`insert into meeting_record (request_id, programme_id, created_at)
    values (${requestId}, ${programmeId}, ${now}) on conflict (request_id) do nothing`.execute(trx)
  const { rows } = await sql<MeetingRecord>`
    select revision, host_signed_at as "hostSignedAt", guest_signed_at as "guestSignedAt", signed_off_at as "signedOffAt"
    from meeting_record where request_id = ${requestId} for update`.execute(trx)
  return rows[0] ?? NOTHING
}

export interface StoredRecord extends MeetingRecord {
  readonly logs: readonly MeetingLog[]
}

interface LogRow extends Omit<MeetingLog, 'amount'> {
  readonly requestId: Id
  readonly amountMinor: number | null
  readonly currency: Currency | null
}

/** Of each meeting its record and logs: host, guest, interpreter. Two statements for any number of meetings. */
export async function findRecords(db: Db, requestIds: readonly Id[]): Promise<Map<Id, StoredRecord>> {
  const records = await sql<MeetingRecord & { requestId: Id }>`
    select request_id as "requestId", revision, host_signed_at as "hostSignedAt", guest_signed_at as "guestSignedAt",
      signed_off_at as "signedOffAt"
    from meeting_record where request_id = any(${requestIds}::uuid[])`.execute(db)
  const logs = await sql<LogRow>`
    select l.request_id as "requestId", l.written_as as "writtenAs", coalesce(person.name, '') as name, l.attended,
      l.interest, l.agreement_kind as "agreementKind", l.amount_minor as "amountMinor", l.currency,
      l.amount_basis as "amountBasis", l.note, l.next_step as "nextStep", l.next_step_on as "nextStepOn",
      l.confidential, l.revision, l.written_at as "writtenAt"
    from meeting_log l left join person on person.id = l.person_id
    where l.request_id = any(${requestIds}::uuid[])
    order by case l.written_as when 'host' then 0 when 'guest' then 1 else 2 end`.execute(db)
  const byRequest = Map.groupBy(logs.rows, ({ requestId }) => requestId)
  return new Map(
    records.rows.map(({ requestId, ...record }) => [
      requestId,
      { ...record, logs: (byRequest.get(requestId) ?? []).map(logOf) },
    ]),
  )
}

const logOf = ({ requestId: _, amountMinor, currency, ...log }: LogRow): MeetingLog => ({
  ...log,
  amount: amountMinor === null || currency === null ? null : { minor: amountMinor, currency },
})

/** Null: nothing was written of it. */
export const findRecord = async (db: Db, requestId: Id): Promise<StoredRecord | null> =>
  (await findRecords(db, [requestId])).get(requestId) ?? null

/** How often a log was written; 0: there is none. Read under the lock of its record. */
export async function findLogRevision(trx: Db, requestId: Id, writtenAs: LogSeat): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from meeting_log where request_id = ${requestId} and written_as = ${writtenAs}`.execute(trx)
  return rows[0]?.revision ?? 0
}

export interface LogToSave extends RoomKey {
  readonly id: Id
  readonly writtenAs: LogSeat
  readonly personId: Id
  readonly content: LogContent
  readonly now: Instant
}

/** Writes one log under the lock of its record; earlier signatures are gone. */
export async function saveLog(trx: Db, { id, programmeId, requestId, writtenAs, personId, content, now }: LogToSave) {
  const { amount } = content
  await sql`
    insert into meeting_log (id, programme_id, request_id, written_as, person_id, attended, interest, agreement_kind,
      amount_minor, currency, amount_basis, note, next_step, next_step_on, confidential, written_at)
    values (${id}, ${programmeId}, ${requestId}, ${writtenAs}, ${personId}, ${content.attended}, ${content.interest},
      ${content.agreementKind}, ${amount?.minor ?? null}, ${amount?.currency ?? null}, ${content.amountBasis},
      ${content.note}, ${content.nextStep}, ${content.nextStepOn}, ${content.confidential}, ${now})
    on conflict (request_id, written_as) do update set person_id = excluded.person_id, attended = excluded.attended,
      interest = excluded.interest, agreement_kind = excluded.agreement_kind, amount_minor = excluded.amount_minor,
      currency = excluded.currency, amount_basis = excluded.amount_basis, note = excluded.note,
      next_step = excluded.next_step, next_step_on = excluded.next_step_on, confidential = excluded.confidential,
      written_at = excluded.written_at, revision = meeting_log.revision + 1`.execute(trx)
  await sql`
    update meeting_record set revision = revision + 1, host_signed_by = null, host_signed_at = null,
      guest_signed_by = null, guest_signed_at = null
    where request_id = ${requestId}`.execute(trx)
}

/** Writes who has signed, under the lock of the record. */
export async function saveSignature(
  trx: Db,
  requestId: Id,
  { hostSignedAt, guestSignedAt, signedOffAt }: MeetingRecord,
  { party, personId }: { readonly party: 'host' | 'guest'; readonly personId: Id },
): Promise<void> {
  const signer = party === 'host' ? sql`host_signed_by = ${personId}` : sql`guest_signed_by = ${personId}`
  await sql`
    update meeting_record set host_signed_at = ${hostSignedAt}, guest_signed_at = ${guestSignedAt},
      signed_off_at = ${signedOffAt}, ${signer}
    where request_id = ${requestId}`.execute(trx)
}
