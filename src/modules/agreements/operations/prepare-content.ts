import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { AgreementContent } from '../domain/agreement.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Clause } from '../domain/clause.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { fillTemplate } from '../domain/templates/fill-template.ts'
import { checkContent } from '../domain/transition.ts'
import { type PartyToSave, findPartyCompanies } from '../store/agreement-store.ts'

/** What somebody enters: without clauses those of our template are taken. */
export interface ContentInput extends Omit<AgreementContent, 'clauses'> {
  readonly clauses: readonly Clause[] | null
}

/** Text as it is kept and hashed: NFC, clauses from the template where none are given, sides from the companies. */
export async function prepareContent(
  platform: Platform,
  programmeId: Id,
  input: ContentInput,
): Promise<Result<{ content: AgreementContent; parties: PartyToSave[] }>> {
  const written = JSON.parse(canonicalJson(input)) as ContentInput
  const companyIds = written.parties.flatMap(({ companyId }) => companyId ?? [])
  const known = await findPartyCompanies(platform.db, programmeId, companyIds)
  const sides = new Map(known.map(({ id, sideId }) => [id, sideId]))
  if (companyIds.some((id) => !sides.has(id))) return refuseAgreement('invalid', 'company-absent')
  const parties = written.parties.map((party) => ({
    ...party,
    sideId: (party.companyId && sides.get(party.companyId)) || party.sideId,
  }))
  const content = { ...written, parties, clauses: written.clauses ?? [] }
  const checked = checkContent(content)
  if (!checked.ok) return checked
  const clauses = written.clauses ?? fillTemplate(content)
  return ok({
    content: { ...content, clauses },
    parties: parties.map((party) => ({ ...party, id: platform.newId() })),
  })
}
