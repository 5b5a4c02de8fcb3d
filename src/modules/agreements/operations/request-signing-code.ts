import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { statusAt } from '../domain/agreement.ts'
import { insertCodeRequest } from '../store/signing-store.ts'
import { agreementEntry } from './entry.ts'
import { findLinkedParty } from './open-link.ts'

/**
 * Asks for a code, which goes to the signatory's own address whoever asks. The answer is the same for a true link and
 * any other, and when one was sent a moment ago.
 */
export async function requestSigningCode(
  platform: Platform,
  actor: Actor,
  { link }: { readonly link: string },
): Promise<Result<null>> {
  const linked = await findLinkedParty(platform, link)
  if (!linked || statusAt(linked.agreement, linked.now) !== 'sent') return ok(null)
  const { agreement, party, contentHash, now } = linked
  const codeId = platform.newId()
  const key = { programmeId: agreement.programmeId, agreementId: agreement.id }
  const entry = agreementEntry(platform, actor, key, 'signing-code.requested', { after: { codeId, partyId: party.id } })
  await insertCodeRequest(
    platform.db,
    { id: codeId, agreementId: agreement.id, partyId: party.id, contentHash, now },
    entry,
  )
  return ok(null)
}
