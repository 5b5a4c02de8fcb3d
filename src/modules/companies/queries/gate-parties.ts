import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type GateParty, partyByName } from '../../compliance/index.ts'
import { findNamesOfCompanies } from '../store/company-store.ts'

/**
 * Companies of a programme as the screening gate needs them: every name on file, identifiers, country. Those of another
 * programme are left out; null: all of them.
 */
export async function gatePartiesOf(
  platform: Platform,
  programmeId: Id,
  companyIds: readonly Id[] | null,
): Promise<GateParty[]> {
  const companies = await findNamesOfCompanies(platform.db, programmeId, companyIds)
  return companies.map(({ id, name, legalName, country, identifiers }) => ({
    subjectKind: 'company',
    subjectId: id,
    party: {
      kind: 'organisation',
      names: [...Object.values(name), ...(legalName === null ? [] : [legalName])],
      identifiers: identifiers.map(({ scheme, value }) => ({ kind: scheme, value })),
      countries: [country],
    },
  }))
}

/** The parties of a record: companies with all that is on file of them, others by the names the record has. */
export async function gatePartiesOfRecords(
  platform: Platform,
  programmeId: Id,
  parties: readonly { readonly companyId: Id | null; readonly name: LocalizedText }[],
): Promise<GateParty[]> {
  const companyIds = [...new Set(parties.flatMap(({ companyId }) => companyId ?? []))]
  const outside = parties.filter(({ companyId }) => companyId === null)
  return [
    ...(await gatePartiesOf(platform, programmeId, companyIds)),
    ...outside.map(({ name }) => partyByName(programmeId, Object.values(name))),
  ]
}
