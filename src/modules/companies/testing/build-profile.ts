import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import { saveKeywords } from '../../programmes/index.ts'
import { type CreateProfile, createProfile } from '../operations/create-profile.ts'
import { publishProfile } from '../operations/publish-profile.ts'
import { buildCompany } from './build-company.ts'

export interface BuiltProfile {
  readonly profileId: Id
  readonly companyId: Id
  readonly programmeId: Id
}

let count = 0

/**
 * A profile that could be published, and is when `published`; its company and its keywords are built too when they
 * are not there.
 */
export async function buildProfile(
  platform: Platform,
  { published = false, ...facts }: Partial<CreateProfile> & { readonly published?: boolean } = {},
): Promise<BuiltProfile> {
  const actor = systemActor('test')
  const { companyId, programmeId } =
    facts.companyId && facts.programmeId
      ? { companyId: facts.companyId, programmeId: facts.programmeId }
      : await buildCompany(platform, facts.programmeId ? { programmeId: facts.programmeId } : {})
  const technologyKeywords = facts.technologyKeywords ?? ['T-1']
  const marketKeywords = facts.marketKeywords ?? []
  const keyword = (list: 'technology' | 'market') => (code: string) => ({
    list,
    code,
    parentCode: null,
    name: { en: code },
  })
  const keywords = [...technologyKeywords.map(keyword('technology')), ...marketKeywords.map(keyword('market'))]
  if (keywords.length > 0) await saveKeywords(platform, actor, { programmeId, keywords })
  const code = facts.code ?? `P-${String(++count).padStart(3, '0')}`
  const created = await createProfile(platform, actor, {
    type: 'technology-offer',
    title: { en: `Test profile ${code}` },
    summary: { en: 'A summary.' },
    description: {},
    advantages: {},
    technicalSpecification: {},
    partnerRole: {},
    stage: null,
    iprStatus: null,
    partnershipTypes: [],
    partnerKinds: [],
    partnerSizes: [],
    targetCountries: [],
    languages: ['en'],
    ...facts,
    companyId,
    programmeId,
    code,
    technologyKeywords,
    marketKeywords,
  })
  if (!created.ok) throw new Error(created.refusal.code)
  const profileId = created.value.id
  if (published) {
    const done = await publishProfile(platform, actor, { programmeId, profileId })
    if (!done.ok) throw new Error(done.refusal.code)
  }
  return { profileId, companyId, programmeId }
}
