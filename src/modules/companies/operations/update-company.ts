import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { readProgramme } from '../../programmes/index.ts'
import {
  type CompanyFacts,
  changedFacts,
  companyProblems,
  indexCompany,
  normaliseIdentifiers,
} from '../domain/company.ts'
import { mayEditCompany, maySeeCompany } from '../domain/policy.ts'
import { type CompanyWithIdentifiers, findCompany, updateCompanyRow } from '../store/company-store.ts'
import { cleanInput } from './clean-input.ts'
import { emptyProblems } from './create-company.ts'
import { absent, changedMeanwhile, forbidden, invalid, unlessTaken } from './refusals.ts'
import { standingOf } from './standing.ts'

export type UpdateCompany = CompanyFacts & {
  readonly programmeId: Id
  readonly companyId: Id
  /** As it was read; another one means that somebody else changed it meanwhile. */
  readonly revision: number
}

/** A representative may correct everything but where the operator has put the company. */
const OPERATOR_ONLY: readonly (keyof CompanyFacts)[] = ['code', 'sideId']

/** Changes a company. Saving what is already stored changes nothing and keeps the revision. */
export async function updateCompany(
  platform: Platform,
  actor: Actor,
  { programmeId, companyId, revision, ...said }: UpdateCompany,
): Promise<Result<{ revision: number }>> {
  const standing = standingOf(actor, programmeId)
  const stored = maySeeCompany(standing, companyId) ? await findCompany(platform.db, programmeId, companyId) : null
  if (!stored) return absent()
  if (!mayEditCompany(standing, companyId)) return forbidden()
  if (stored.revision !== revision) return changedMeanwhile()
  const programme = await readProgramme(platform, actor, { programmeId })
  if (!programme.ok) return absent()
  const facts = cleanInput({ ...said, identifiers: normaliseIdentifiers(said.identifiers) })
  const [problem] = [...emptyProblems(facts), ...companyProblems(facts, programme.value.sides)]
  if (problem) return invalid(problem)
  const before = factsOf(stored)
  const changed = changedFacts<CompanyFacts>(before, facts)
  const notTheirs = standing.operator ? undefined : changed.find((field) => OPERATOR_ONLY.includes(field))
  if (notTheirs) return refuse('forbidden', 'companies.operator-only', { field: notTheirs })
  if (changed.length === 0) return ok({ revision })
  return save(platform, actor, { stored, before, facts, changed })
}

export function factsOf(stored: CompanyWithIdentifiers): CompanyFacts {
  const { sideId, code, kind, name, legalName, country, region, website, size, employees, foundedYear } = stored
  const { description, certifications, languages, anonymous, identifiers } = stored
  return {
    sideId,
    code,
    kind,
    name,
    legalName,
    country,
    region,
    website,
    size,
    employees,
    foundedYear,
    description,
    certifications,
    languages,
    anonymous,
    identifiers,
  }
}

interface Change {
  readonly stored: CompanyWithIdentifiers
  readonly before: CompanyFacts
  readonly facts: CompanyFacts
  readonly changed: readonly (keyof CompanyFacts)[]
}

async function save(
  platform: Platform,
  actor: Actor,
  { stored, before, facts, changed }: Change,
): Promise<Result<{ revision: number }>> {
  const { identifiers: _, ...row } = stored
  const { identifiers, certifications, languages, ...plain } = facts
  const now = platform.clock.now()
  const revision = stored.revision + 1
  const updated = await unlessTaken(() =>
    updateCompanyRow(
      platform.db,
      {
        ...row,
        ...plain,
        ...indexCompany(facts),
        revision,
        updatedAt: now,
        certifications: [...certifications],
        languages: [...languages],
      },
      identifiers,
      stored.revision,
      {
        at: now,
        programmeId: stored.programmeId,
        ...journalActor(actor),
        action: 'company.changed',
        subjectKind: 'company',
        subjectId: stored.id,
        before: pick(before, changed),
        after: pick(facts, changed),
      },
    ),
  )
  if (!updated.ok) return updated
  return updated.value ? ok({ revision }) : changedMeanwhile()
}

/** The changed facts alone, for the journal. */
export const pick = <T extends object>(facts: T, fields: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(fields.map((field) => [field, facts[field]])) as Partial<T>
