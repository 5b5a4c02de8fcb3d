import { randomBytes } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayManageWebhooks } from '../domain/policy.ts'
import type { Stage } from '../domain/stage.ts'
import { MAX_WEBHOOKS, OVERLAP_MINUTES, isWebhookAddress } from '../domain/webhook.ts'
import { deliverWebhook } from '../jobs/deliver-webhook.ts'
import { type WebhookKey, changeWebhook, insertWebhook, reopenDelivery } from '../store/webhook-store.ts'
import { sealWebhookSecret } from './webhook-secret.ts'

const forbidden = () => refuse('forbidden', 'programmes.forbidden')

/** As the Standard Webhooks specification writes a symmetric secret: 24 random bytes. */
const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/** The secret is told now and never again. Refuses with `programmes.webhook-address` and `programmes.webhooks-too-many`. */
export async function createWebhook(
  platform: Platform,
  actor: Actor,
  { programmeId, url, stages }: { readonly programmeId: Id; readonly url: string; readonly stages: readonly Stage[] },
): Promise<Result<{ id: Id; secret: string }>> {
  if (!mayManageWebhooks(actor, programmeId)) return forbidden()
  if (!isWebhookAddress(url)) return refuse('invalid', 'programmes.webhook-address')
  const [id, secret] = [platform.newId(), newSecret()]
  const sealed = sealWebhookSecret(platform, id, secret)
  const hook = { id, programmeId, url, stages, secret: sealed, createdAt: platform.clock.now() }
  const key = { programmeId, webhookId: id }
  const isSaved = await insertWebhook(platform.db, hook, entryOf(platform, actor, key, 'webhook.created'))
  return isSaved ? ok({ id, secret }) : refuse('conflict', 'programmes.webhooks-too-many', { limit: MAX_WEBHOOKS })
}

/** A new secret; for a day messages are signed with both. */
export async function rotateWebhookSecret(
  platform: Platform,
  actor: Actor,
  key: WebhookKey,
): Promise<Result<{ secret: string }>> {
  if (!mayManageWebhooks(actor, key.programmeId)) return forbidden()
  const secret = newSecret()
  const until = addMinutes(platform.clock.now(), OVERLAP_MINUTES)
  const entry = entryOf(platform, actor, key, 'webhook.secret-changed')
  const sealed = sealWebhookSecret(platform, key.webhookId, secret)
  const isSaved = await changeWebhook(platform.db, key, { kind: 'rotate', secret: sealed, until }, entry)
  return isSaved ? ok({ secret }) : refuse('absent', 'programmes.absent')
}

/** Nothing more is told there, not even what waits. */
export const removeWebhook = (platform: Platform, actor: Actor, key: WebhookKey): Promise<Result<void>> =>
  change(platform, actor, key, 'remove', 'webhook.removed')

/** Paused webhooks hear nothing of what happens meanwhile. */
export const setWebhookPaused = (
  platform: Platform,
  actor: Actor,
  { paused, ...key }: WebhookKey & { readonly paused: boolean },
): Promise<Result<void>> =>
  paused
    ? change(platform, actor, key, 'pause', 'webhook.paused')
    : change(platform, actor, key, 'resume', 'webhook.resumed')

async function change(
  platform: Platform,
  actor: Actor,
  { programmeId, webhookId }: WebhookKey,
  kind: 'remove' | 'pause' | 'resume',
  action: string,
): Promise<Result<void>> {
  if (!mayManageWebhooks(actor, programmeId)) return forbidden()
  const key = { programmeId, webhookId }
  const entry = entryOf(platform, actor, key, action)
  const isSaved = await changeWebhook(platform.db, key, { kind, now: platform.clock.now() }, entry)
  return isSaved ? ok(undefined) : refuse('absent', 'programmes.absent')
}

/** Sends an ended delivery again, under the same message id, so that a receiver can tell. */
export async function replayDelivery(
  platform: Platform,
  actor: Actor,
  { programmeId, deliveryId }: { readonly programmeId: Id; readonly deliveryId: Id },
): Promise<Result<void>> {
  if (!mayManageWebhooks(actor, programmeId)) return forbidden()
  return transaction(platform.db, async (trx) => {
    const { db, jobs } = within(platform, trx)
    if (!(await reopenDelivery(db, programmeId, deliveryId))) return refuse('absent', 'programmes.absent')
    await jobs.send(deliverWebhook, { deliveryId }, { db })
    return ok(undefined)
  })
}

const entryOf = (platform: Platform, actor: Actor, { programmeId, webhookId }: WebhookKey, action: string) => ({
  at: platform.clock.now(),
  programmeId,
  ...journalActor(actor),
  action,
  subjectKind: 'webhook',
  subjectId: webhookId,
})
