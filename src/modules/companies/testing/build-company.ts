import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import { readProgramme } from '../../programmes/index.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { type CreateCompany, createCompany } from '../operations/create-company.ts'

export interface BuiltCompany {
  readonly companyId: Id
  readonly programmeId: Id
  readonly sideId: Id
  readonly code: string
}

let count = 0

/** A company on the first side of a programme, which is built too when the test does not name one. */
export async function buildCompany(platform: Platform, facts: Partial<CreateCompany> = {}): Promise<BuiltCompany> {
  const actor = systemActor('test')
  const programmeId = facts.programmeId ?? (await buildProgramme(platform)).programmeId
  const programme = await readProgramme(platform, actor, { programmeId })
  if (!programme.ok) throw new Error(programme.refusal.code)
  const side = programme.value.sides.find(({ id }) => id === facts.sideId) ?? programme.value.sides[0]!
  const code = facts.code ?? `T-${String(++count).padStart(3, '0')}`
  const created = await createCompany(platform, actor, {
    kind: 'company',
    name: { en: `Test company ${code}` },
    legalName: null,
    country: side.country,
    region: null,
    website: null,
    size: null,
    employees: null,
    foundedYear: null,
    description: {},
    certifications: [],
    languages: [...side.languages],
    anonymous: false,
    identifiers: [],
    ...facts,
    programmeId,
    sideId: side.id,
    code,
  })
  if (!created.ok) throw new Error(created.refusal.code)
  return { companyId: created.value.id, programmeId, sideId: side.id, code }
}
