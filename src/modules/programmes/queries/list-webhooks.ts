import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayManageWebhooks } from '../domain/policy.ts'
import { type DeliveryRow, type WebhookRow, listDeliveryRows, listWebhookRows } from '../store/webhook-store.ts'

export type { WebhookRow }

const DELIVERIES_SHOWN = 100

/** The webhooks of a programme without their secrets, and what was told lately. */
export async function listWebhooks(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<{ webhooks: WebhookRow[]; deliveries: DeliveryRow[] }>> {
  if (!mayManageWebhooks(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  const webhooks = await listWebhookRows(platform.db, programmeId)
  return ok({ webhooks, deliveries: await listDeliveryRows(platform.db, programmeId, DELIVERIES_SHOWN) })
}
