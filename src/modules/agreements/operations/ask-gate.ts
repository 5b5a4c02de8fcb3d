import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { checkGate } from '../../compliance/index.ts'
import { visibleCompanies } from '../domain/policy.ts'
import { gatePartiesOfAgreement } from '../queries/gate-parties.ts'

/**
 * Whether the agreement may be handed over, sent or signed: all parties and the technology it hands over. To be asked before the
 * transaction of the step, because what the check finds has to stay when the step is refused.
 */
export const askGate = (
  platform: Platform,
  actor: Actor,
  gate: 'file-share' | 'agreement-send' | 'agreement-signature',
  key: { readonly programmeId: Id; readonly agreementId: Id },
): Promise<Result<unknown>> =>
  checkGate(platform, {
    programmeId: key.programmeId,
    gate,
    parties: () => gatePartiesOfAgreement(platform, key),
    technologies: [key.agreementId],
    actor,
  })

/**
 * Whether whoever reads along for a company, or by a signing link, may have the document. What all have signed is theirs
 * and is not kept from them: the gate was asked at each signature. Those who look after the programme hand nothing on.
 */
export async function askToShare(
  platform: Platform,
  actor: Actor,
  agreement: { readonly id: Id; readonly programmeId: Id; readonly signedAt: Instant | null },
): Promise<Result<unknown>> {
  const { id: agreementId, programmeId, signedAt } = agreement
  if (signedAt !== null || visibleCompanies(actor, programmeId) === null) return ok(null)
  return askGate(platform, actor, 'file-share', { programmeId, agreementId })
}
