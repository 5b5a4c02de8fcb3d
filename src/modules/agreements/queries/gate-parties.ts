import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { gatePartiesOf } from '../../companies/index.ts'
import type { GateParty } from '../../compliance/index.ts'
import { type AgreementKey, type StoredParty, findAgreement } from '../store/agreement-store.ts'

/** The parties of an agreement as the screening gate needs them; none when there is no such agreement. */
export async function gatePartiesOfAgreement(platform: Platform, key: AgreementKey): Promise<GateParty[]> {
  const agreement = await findAgreement(platform.db, key)
  return agreement ? partiesToCheck(platform, key.programmeId, agreement.parties) : []
}

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
