import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { openSecret, sealSecret } from '../../../platform/sealed-secret.ts'

const PURPOSE = 'webhook'

/** A secret as the row of this webhook keeps it. */
export const sealWebhookSecret = ({ config }: Pick<Platform, 'config'>, webhookId: Id, secret: string): string =>
  sealSecret(config.secret, PURPOSE, webhookId, secret)

/** Null when the installation's secret has changed since: the webhook then needs a new one. */
export const openWebhookSecret = ({ config }: Pick<Platform, 'config'>, webhookId: Id, stored: string): string | null =>
  openSecret(config.secret, PURPOSE, webhookId, stored)
