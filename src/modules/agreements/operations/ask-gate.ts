import type { Id } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { gatePartiesOf } from '../../companies/index.ts'
import { type GateParty, checkGate } from '../../compliance/index.ts'
import { type StoredParty, findAgreement } from '../store/agreement-store.ts'

/**
 * Whether the agreement may be sent or signed: all parties and the technology it hands over. To be asked before the
 * transaction of the step, because what the check finds has to stay when the step is refused.
 */
export const askGate = (
  platform: Platform,
  actor: Actor,
  gate: 'agreement-send' | 'agreement-signature',
  key: { readonly programmeId: Id; readonly agreementId: Id },
): Promise<Result<unknown>> =>
  checkGate(platform, {
    programmeId: key.programmeId,
    gate,
    parties: async () => {
      const agreement = await findAgreement(platform.db, key)
      return agreement ? partiesToCheck(platform, key.programmeId, agreement.parties) : []
    },
    technologies: [key.agreementId],
    actor,
  })

/** Companies with everything on file of them, others with the names and numbers of the agreement. */
async function partiesToCheck(
  platform: Platform,
  programmeId: Id,
  parties: readonly StoredParty[],
): Promise<GateParty[]> {
  const companyIds = parties.flatMap(({ companyId }) => companyId ?? [])
  return [
    ...(await gatePartiesOf(platform, programmeId, companyIds)),
    ...parties
      .filter(({ companyId }) => companyId === null)
      .map(({ id, name, legalName, latinName, identifier }) => ({
        subjectKind: 'agreement-party' as const,
        subjectId: id,
        party: {
          kind: 'organisation' as const,
          names: [legalName, latinName, ...Object.values(name)],
          identifiers: identifier === null ? [] : [{ kind: 'registration', value: identifier }],
          countries: [],
        },
      })),
  ]
}
