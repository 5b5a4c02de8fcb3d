import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import { MAX_WEBHOOKS, type ToldEntry } from '../domain/webhook.ts'
import type { ProgrammesTables } from './tables.ts'

export interface WebhookRow {
  readonly id: Id
  readonly url: string
  readonly stages: readonly string[]
  readonly createdAt: Instant
  readonly pausedAt: Instant | null
  readonly previousUntil: Instant | null
}

const SHOWN = ['id', 'url', 'stages', 'createdAt', 'pausedAt', 'previousUntil'] as const

export async function listWebhookRows(db: Db, programmeId: Id): Promise<WebhookRow[]> {
  return tables<ProgrammesTables>(db)
    .selectFrom('webhook')
    .select(SHOWN)
    .where('programmeId', '=', programmeId)
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
}

export interface NewWebhook extends Pick<WebhookRow, 'id' | 'url' | 'stages' | 'createdAt'> {
  readonly programmeId: Id
  readonly secret: string
}

/** False when the programme has as many as it may have. */
export async function insertWebhook(db: Db, hook: NewWebhook, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into webhook (id, programme_id, url, stages, secret, created_at)
      select ${hook.id}::uuid, ${hook.programmeId}::uuid, ${hook.url}, ${hook.stages}::text[], ${hook.secret},
        ${hook.createdAt}::timestamptz
      where (select count(*) from webhook
        where programme_id = ${hook.programmeId} and removed_at is null) < ${MAX_WEBHOOKS}
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export interface WebhookKey {
  readonly programmeId: Id
  readonly webhookId: Id
}

export type WebhookChange =
  | { readonly kind: 'remove' | 'pause' | 'resume'; readonly now: Instant }
  | { readonly kind: 'rotate'; readonly secret: string; readonly until: Instant }

/** Whether there is such a webhook of this programme. What waits when it is paused has failed and can be sent again. */
export async function changeWebhook(
  db: Db,
  { programmeId, webhookId }: WebhookKey,
  change: WebhookChange,
  entry: NewJournalEntry,
): Promise<boolean> {
  const set = {
    remove: () => sql`removed_at = ${(change as { now: Instant }).now}::timestamptz`,
    pause: () => sql`paused_at = coalesce(paused_at, ${(change as { now: Instant }).now}::timestamptz)`,
    resume: () => sql`paused_at = null`,
    rotate: () => {
      const { secret, until } = change as Extract<WebhookChange, { kind: 'rotate' }>
      return sql`previous_secret = secret, previous_until = ${until}::timestamptz, secret = ${secret}`
    },
  }[change.kind]()
  const { rows } = await sql`
    with changed as (
      update webhook set ${set}
      where id = ${webhookId} and programme_id = ${programmeId} and removed_at is null returning id
    ), ended as (
      update webhook_delivery set status = 'failed', outcome = 'paused'
      where ${change.kind === 'pause'} and webhook_id in (select id from changed) and status = 'waiting'
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Live webhooks of these programmes, to choose who hears. */
export async function listHearers(
  db: Db,
  programmeIds: readonly Id[],
): Promise<{ id: Id; programmeId: Id; stages: readonly string[] }[]> {
  return tables<ProgrammesTables>(db)
    .selectFrom('webhook')
    .select(['id', 'programmeId', 'stages'])
    .where('programmeId', 'in', [...programmeIds])
    .where('removedAt', 'is', null)
    .where('pausedAt', 'is', null)
    .execute()
}

export interface DeliveryRow {
  readonly id: Id
  readonly webhookId: Id
  readonly action: string
  readonly occurredAt: Instant
  readonly status: 'waiting' | 'delivered' | 'failed'
  readonly attempts: number
  readonly outcome: string | null
  readonly lastTriedAt: Instant | null
}

export interface NewDelivery extends ToldEntry {
  readonly id: Id
  readonly webhookId: Id
  readonly seq: number
}

export async function insertDeliveries(db: Db, rows: readonly NewDelivery[]): Promise<void> {
  await tables<ProgrammesTables>(db)
    .insertInto('webhookDelivery')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The latest deliveries of the programme, newest first. */
export async function listDeliveryRows(db: Db, programmeId: Id, limit: number): Promise<DeliveryRow[]> {
  return tables<ProgrammesTables>(db)
    .selectFrom('webhookDelivery')
    .select(['id', 'webhookId', 'action', 'occurredAt', 'status', 'attempts', 'outcome', 'lastTriedAt'])
    .where('programmeId', '=', programmeId)
    .where('webhookId', 'in', (live) =>
      live.selectFrom('webhook').select('id').where('programmeId', '=', programmeId).where('removedAt', 'is', null),
    )
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}

export interface DeliveryFacts extends ToldEntry {
  readonly id: Id
  readonly webhookId: Id
  readonly url: string
  readonly secret: string
  /** null: only `secret` signs now. */
  readonly previousSecret: string | null
}

/** Counts an attempt of a waiting delivery to a live webhook; null when there is nothing to send any more. */
export async function beginAttempt(db: Db, deliveryId: Id, now: Instant): Promise<DeliveryFacts | null> {
  const { rows } = await sql<DeliveryFacts>`
    update webhook_delivery d set attempts = d.attempts + 1, last_tried_at = ${now}::timestamptz
    from webhook w
    where d.id = ${deliveryId} and d.status = 'waiting' and w.id = d.webhook_id
      and w.removed_at is null and w.paused_at is null
    returning d.id, d.webhook_id, d.programme_id, d.action, d.subject_kind, d.subject_id, d.occurred_at, w.url, w.secret,
      case when w.previous_until > ${now}::timestamptz then w.previous_secret end as previous_secret`.execute(db)
  return rows[0] ?? null
}

export async function settleAttempt(
  db: Db,
  deliveryId: Id,
  { status, outcome }: Pick<DeliveryRow, 'status' | 'outcome'>,
): Promise<void> {
  await tables<ProgrammesTables>(db)
    .updateTable('webhookDelivery')
    .set({ status, outcome })
    .where('id', '=', deliveryId)
    .where('status', '=', 'waiting')
    .execute()
}

/** Puts an ended delivery back; false when there is none such or it still waits. */
export async function reopenDelivery(db: Db, programmeId: Id, deliveryId: Id): Promise<boolean> {
  const reopened = await tables<ProgrammesTables>(db)
    .updateTable('webhookDelivery')
    .set({ status: 'waiting', outcome: null })
    .where('id', '=', deliveryId)
    .where('programmeId', '=', programmeId)
    .where('status', '<>', 'waiting')
    .executeTakeFirst()
  return reopened.numUpdatedRows > 0n
}
