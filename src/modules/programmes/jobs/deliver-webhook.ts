import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import { epochMs } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { type OutboundAnswer, openOutside } from '../../../platform/outbound.ts'
import { hears, webhookBody } from '../domain/webhook.ts'
import { openWebhookSecret } from '../operations/webhook-secret.ts'
import {
  type DeliveryFacts,
  type NewDelivery,
  beginAttempt,
  changeWebhook,
  insertDeliveries,
  listHearers,
  settleAttempt,
} from '../store/webhook-store.ts'

/** Twelve more attempts, each wait twice the one before: about seventeen hours. */
const RETRIES = 12

export const deliverWebhook = defineJob('programmes.deliver-webhook', {
  schema: z.object({ deliveryId: z.uuid() }),
  retryLimit: RETRIES,
  retryDelaySeconds: 15,
  expireInSeconds: 120,
})

/** Every entry that a webhook hears of becomes one delivery to it. */
export const tellWebhooks = {
  reader: 'programmes.tell-webhooks',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const told = entries.filter(({ programmeId, action }) => programmeId !== null && hears([], action))
    if (told.length === 0) return
    const hearers = await listHearers(platform.db, [...new Set(told.map(({ programmeId }) => programmeId!))])
    const rows = told.flatMap(({ seq, at, programmeId, action, subjectKind, subjectId }) =>
      hearers
        .filter((hook) => hook.programmeId === programmeId && hears(hook.stages, action))
        .map(({ id: webhookId }): NewDelivery => {
          const entry = { programmeId: programmeId!, action, subjectKind, subjectId, occurredAt: at }
          return { id: platform.newId(), webhookId, seq, ...entry }
        }),
    )
    if (rows.length === 0) return
    await insertDeliveries(platform.db, rows)
    for (const { id } of rows) await platform.jobs.send(deliverWebhook, { deliveryId: id }, { db: platform.db })
  },
}

export interface DeliveryOptions {
  /** Hosts that may be reached although they are not public: for tests. */
  readonly trustedHosts?: readonly string[]
  /** The last attempt: what fails now has failed. */
  readonly isLast?: boolean
}

/** Sends one delivery unless it is no longer waiting. Throws when it may succeed later. */
export async function attemptDelivery(
  platform: Platform,
  deliveryId: string,
  { trustedHosts = [], isLast = false }: DeliveryOptions = {},
): Promise<void> {
  const facts = await beginAttempt(platform.db, deliveryId, platform.clock.now())
  if (!facts) return
  const secrets = secretsOf(platform, facts)
  if (secrets.length === 0) {
    return settleAttempt(platform.db, deliveryId, { status: 'failed', outcome: 'secret-unreadable' })
  }
  const answer = await send(platform, facts, secrets, trustedHosts)
  const outcome = answer.ok ? String(answer.status) : answer.failure
  if (answer.ok && answer.status >= 200 && answer.status < 300) {
    return settleAttempt(platform.db, deliveryId, { status: 'delivered', outcome })
  }
  // 410: nobody is there any more, says the specification. A forbidden address does not become allowed.
  const isGone = answer.ok && answer.status === 410
  const isFinal = isLast || isGone || (!answer.ok && answer.failure === 'refused')
  await settleAttempt(platform.db, deliveryId, { status: isFinal ? 'failed' : 'waiting', outcome })
  if (isGone) await pause(platform, facts)
  if (!isFinal) throw new Error(`The webhook answered ${outcome}`)
}

/** The newest first; none when the secret of the installation is another one than when they were made. */
const secretsOf = (platform: Platform, { webhookId, secret, previousSecret }: DeliveryFacts): string[] =>
  [secret, ...(previousSecret === null ? [] : [previousSecret])].flatMap(
    (stored) => openWebhookSecret(platform, webhookId, stored) ?? [],
  )

/** Signed as the Standard Webhooks specification says; with two secrets while one takes over from the other. */
function send(
  platform: Platform,
  facts: DeliveryFacts,
  secrets: readonly string[],
  trustedHosts: readonly string[],
): Promise<OutboundAnswer> {
  const body = webhookBody(facts)
  const at = new Date(platform.clock.now())
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Naru',
    'webhook-id': facts.id,
    'webhook-timestamp': String(Math.floor(epochMs(platform.clock.now()) / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(facts.id, at, body)).join(' '),
  }
  return openOutside(facts.url, {
    method: 'POST',
    headers,
    body,
    timeoutMs: 15_000,
    maxBytes: 64 * 1024,
    trustedHosts,
  })
}

const pause = ({ db, clock }: Platform, { programmeId, webhookId }: DeliveryFacts) =>
  changeWebhook(
    db,
    { programmeId, webhookId },
    { kind: 'pause', now: clock.now() },
    {
      at: clock.now(),
      programmeId,
      actorKind: 'system',
      actorId: null,
      action: 'webhook.paused',
      subjectKind: 'webhook',
      subjectId: webhookId,
    },
  )

export async function startWebhooks(platform: Platform): Promise<void> {
  await platform.jobs.work(
    deliverWebhook,
    ({ data, retryCount }) => attemptDelivery(platform, data.deliveryId, { isLast: retryCount >= RETRIES }),
    { concurrency: 4 },
  )
}
