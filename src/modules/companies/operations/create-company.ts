import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { readProgramme } from '../../programmes/index.ts'
import { type CompanyFacts, companyProblems, indexCompany, normaliseIdentifiers } from '../domain/company.ts'
import { insertCompany } from '../store/company-store.ts'
import { cleanInput } from './clean-input.ts'
import { absent, forbidden, invalid, unlessTaken } from './refusals.ts'
import { standingOf } from './standing.ts'

export type CreateCompany = CompanyFacts & {
  readonly programmeId: Id
  /** Not a real organisation; false for what an operator registers. */
  readonly synthetic?: boolean
  readonly source?: string | null
}

/** Registers a company. Refuses a taken code or identifier, a side of another programme, wrong check digits. */
export async function createCompany(
  platform: Platform,
  actor: Actor,
  { programmeId, synthetic = false, source = null, ...said }: CreateCompany,
): Promise<Result<{ id: Id }>> {
  if (!standingOf(actor, programmeId).operator) return forbidden()
  const programme = await readProgramme(platform, actor, { programmeId })
  if (!programme.ok) return absent()
  const { identifiers, ...facts } = cleanInput({ ...said, identifiers: normaliseIdentifiers(said.identifiers) })
  const [problem] = [...emptyProblems(facts), ...companyProblems({ ...facts, identifiers }, programme.value.sides)]
  if (problem) return invalid(problem)
  const now = platform.clock.now()
  const id = platform.newId()
  const { certifications, languages, ...plain } = facts
  const row = {
    id,
    programmeId,
    ...plain,
    ...indexCompany(facts),
    certifications: [...certifications],
    languages: [...languages],
    synthetic,
    source,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  }
  const inserted = await unlessTaken(() =>
    insertCompany(platform.db, row, identifiers, {
      at: now,
      programmeId,
      ...journalActor(actor),
      action: 'company.created',
      subjectKind: 'company',
      subjectId: id,
      after: { code: facts.code, sideId: facts.sideId, kind: facts.kind, name: facts.name, country: facts.country },
    }),
  )
  return inserted.ok ? ok({ id }) : inserted
}

/** Texts that held nothing but invisible characters. */
export const emptyProblems = ({ code, name }: Pick<CompanyFacts, 'code' | 'name'>) => [
  ...(code ? [] : [{ code: 'code-missing', field: 'code', values: {} }]),
  ...(Object.keys(name).length > 0 ? [] : [{ code: 'name-missing', field: 'name', values: {} }]),
]
