import { createHash } from 'node:crypto'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import {
  LIMIT_WINDOW_MINUTES,
  MAX_LINKS_PER_ADDRESS,
  MAX_LINKS_PER_CLIENT,
  SIGN_IN_LINK_MINUTES,
} from '../domain/sign-in.ts'
import { signInMail } from '../emails/sign-in-mail.ts'
import { countUse } from '../store/rate-limit-store.ts'
import { createSignInLinkForAddress } from './create-sign-in-link.ts'

/**
 * Mails a link to the person with this address, in that person's language. Nothing tells whether there is one, or
 * whether the address has had its share of links.
 */
export async function requestSignInLink(platform: Platform, { email }: { readonly email: string }): Promise<void> {
  const address = email.toLowerCase()
  const key = `sign-in-link/address/${createHash('sha256').update(address).digest('base64url')}`
  if ((await countUse(platform.db, key, LIMIT_WINDOW_MINUTES, platform.clock.now())) > MAX_LINKS_PER_ADDRESS) return
  await transaction(platform.db, (trx) => mailLink(within(platform, trx), address))
}

async function mailLink(platform: Platform, address: string): Promise<void> {
  const link = await createSignInLinkForAddress(platform, address, { validMinutes: SIGN_IN_LINK_MINUTES })
  if (link.ok) await platform.mail.enqueue(platform.db, signInMail(link.value, SIGN_IN_LINK_MINUTES))
}

/** Counts one more request for a link from this client. Refuses with `accounts.too-many-links`. */
export async function countLinkRequest(platform: Platform, client: string): Promise<Result<void>> {
  const key = `sign-in-link/client/${client}`
  const uses = await countUse(platform.db, key, LIMIT_WINDOW_MINUTES, platform.clock.now())
  if (uses <= MAX_LINKS_PER_CLIENT) return ok(undefined)
  return refuse('conflict', 'accounts.too-many-links', { minutes: LIMIT_WINDOW_MINUTES })
}
