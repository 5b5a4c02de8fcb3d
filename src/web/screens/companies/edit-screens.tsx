import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { NotFoundScreen } from '../../shell/not-found-screen.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { companyDraftOf, emptyCompanyDraft } from './company-draft.ts'
import { CompanyEditor } from './company-editor.tsx'
import { ProfileEditor } from './profile-editor.tsx'
import type { Company } from './shapes.ts'

export function NewCompanyScreen() {
  const { programme } = useProgramme()
  const [side] = programme.sides.toSorted((a, b) => a.position - b.position)
  if (!side) return <NotFoundScreen />
  return <CompanyEditor company={null} initial={emptyCompanyDraft(side)} />
}

export function EditCompanyScreen() {
  const company = useCompany()
  if (!company) return <PendingScreen />
  if (!company.may.edit) return <NotFoundScreen />
  return <CompanyEditor company={company} initial={companyDraftOf(company)} />
}

export function NewProfileScreen() {
  const company = useCompany()
  if (!company) return <PendingScreen />
  if (!company.may.edit) return <NotFoundScreen />
  return <ProfileEditor company={company} profile={null} />
}

export function EditProfileScreen() {
  const company = useCompany()
  const { profileId } = useParams({ strict: false })
  if (!company) return <PendingScreen />
  const profile = company.profiles.find(({ id }) => id === profileId)
  if (!profile || !company.may.edit) return <NotFoundScreen />
  return <ProfileEditor key={profile.id} company={company} profile={profile} />
}

/** The company of the address; undefined while it loads. */
function useCompany(): Company | undefined {
  const { programme } = useProgramme()
  const { companyId = '' } = useParams({ strict: false })
  const { data, error } = useQuery(
    query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId } }),
  )
  if (error && !data) throw error
  return data
}
