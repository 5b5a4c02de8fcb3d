import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, findProver } from '../../accounts/index.ts'
import { statusAt } from '../domain/agreement.ts'
import { signingLink } from '../operations/signing-link.ts'
import type { AgreementKey } from '../store/agreement-store.ts'
import { findVisible } from './read-agreement.ts'

/**
 * The link of the mail to whoever reads it, when they are the signatory of a party: their address is the one the mail
 * went to. Null for everybody else, and while nothing is to be signed.
 */
export async function readOwnSigningLink(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
): Promise<Result<{ link: string | null }>> {
  const found = await findVisible(platform, actor, key)
  if (!found.ok) return found
  const { id: agreementId, parties, contentHash, sentAt, content } = found.value
  const isOpen = content.mode === 'remote' && statusAt(found.value, platform.clock.now()) === 'sent'
  const email = isOpen ? (await findProver(platform, actor))?.email.toLowerCase() : undefined
  const own = parties.find(({ signatory }) => email !== undefined && signatory?.email.toLowerCase() === email)
  if (!own || contentHash === null || sentAt === null) return ok({ link: null })
  return ok({ link: signingLink(platform.config.secret, { agreementId, partyId: own.id, contentHash, sentAt }) })
}
