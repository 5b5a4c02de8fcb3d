import { useProgramme } from '../../shell/programme-context.ts'

/**
 * Where a company's pages are for this reader, as paths under the programme: in the chain for those who see it,
 * under "My profile" for its own representatives.
 */
export function useCompanyPaths(companyId: string): {
  readonly company: string
  readonly edit: string
  readonly newProfile: string
  readonly profile: (profileId: string) => string
} {
  const { seesChain, grants } = useProgramme()
  const own =
    !seesChain && grants.some(({ role, scopeId }) => role === 'company-representative' && scopeId === companyId)
  const base = own ? `/my/profile/${companyId}` : `/companies/${companyId}`
  return {
    company: own ? '/my/profile' : base,
    edit: `${base}/edit`,
    newProfile: `${base}/profiles/new`,
    profile: (profileId) => `${base}/profiles/${profileId}`,
  }
}
