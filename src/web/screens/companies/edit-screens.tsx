import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { NotFoundScreen } from '../../shell/not-found-screen.tsx'
import { notify } from '../../ui/notices.tsx'
import { type CompanyDraft, companyDraftOf, emptyCompanyDraft } from './company-draft.ts'
import { CompanyForm } from './company-form.tsx'
import { useCompanyPaths } from './company-paths.ts'
import { useCompanyWords } from './company-words.ts'
import { fieldErrors } from './field-errors.ts'
import { FormPage } from './form-page.tsx'
import { messages } from './messages.ts'
import { emptyProfileDraft, nextProfileCode, profileDraftOf, profileToSend } from './profile-draft.ts'
import { ProfileForm, PublicationChecks } from './profile-form.tsx'
import type { Company, Profile } from './shapes.ts'
import { type Draft, useDraft } from './use-draft.ts'

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

/** To a path under the programme, once everything that shows companies has been told to look again. */
function useAfterSaving(): (path: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { programme } = useProgramme()
  return async (path) => {
    void client.invalidateQueries({ queryKey: query.programmes.readOverview.key() })
    await client.invalidateQueries({ queryKey: query.companies.key() })
    await navigate({
      to: `/programmes/$programmeId${path}` as '/programmes/$programmeId',
      params: { programmeId: programme.id },
    })
  }
}

/**
 * When somebody else has saved since the form was opened: my changes go on top of theirs. What only one of us
 * touched joins by itself; the rest is shown for a decision.
 */
async function rebaseOnLatest<T extends object>(
  error: unknown,
  draft: Draft<T>,
  readLatest: () => Promise<{ readonly value: T; readonly revision: number } | null>,
): Promise<'not-a-conflict' | 'joined' | 'to-decide'> {
  if (toProblem(error).code !== 'companies.changed-meanwhile') return 'not-a-conflict'
  const latest = await readLatest()
  if (!latest) return 'not-a-conflict'
  return draft.rebase(latest.value, latest.revision) ? 'to-decide' : 'joined'
}

function CompanyEditor({ company, initial }: { company: Company | null; initial: CompanyDraft }) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const { programme } = useProgramme()
  const draft = useDraft(initial, company?.revision ?? 0)
  const paths = useCompanyPaths(company?.id ?? '')
  const afterSaving = useAfterSaving()
  const programmeId = programme.id
  const [saved, setSaved] = useState(false)
  const save = useMutation({
    mutationFn: async (): Promise<string> => {
      if (!company) return (await api.companies.createCompany({ programmeId, ...draft.value })).id
      await api.companies.updateCompany({
        ...draft.value,
        programmeId,
        companyId: company.id,
        revision: draft.revision,
      })
      return company.id
    },
    meta: { quiet: true },
    onSuccess: async (id) => {
      setSaved(true)
      await afterSaving(company ? paths.company : `/companies/${id}`)
    },
    onError: async (error) => {
      if (!company) return
      const outcome = await rebaseOnLatest(error, draft, async () => {
        const latest = await api.companies.readCompany({ programmeId, companyId: company.id })
        return { value: companyDraftOf(latest), revision: latest.revision }
      })
      if (outcome === 'joined') notify({ tone: 'hand', text: t('conflict.joined') })
    },
  })
  return (
    <FormPage
      title={company ? text(company.name) : t('form.newCompany')}
      lead={t(company ? 'form.editCompanyLead' : 'form.newCompanyLead')}
      draft={draft}
      labelOf={(field) => companyFieldLabel(field, words, t)}
      error={save.error}
      saving={save.isPending}
      saved={saved}
      saveLabel={t(company ? 'form.save' : 'form.createCompany')}
      backPath={company ? paths.company : '/companies'}
      onSave={() => save.mutate()}
    >
      <CompanyForm
        value={draft.value}
        errors={save.error ? fieldErrors(toProblem(save.error)) : {}}
        onChange={draft.change}
      />
    </FormPage>
  )
}

const COMPANY_LABELS = {
  code: 'code',
  kind: 'kind',
  name: 'name',
  legalName: 'legalName',
  country: 'country',
  region: 'region',
  website: 'website',
  size: 'size',
  employees: 'employees',
  foundedYear: 'foundedYear',
  description: 'description',
  certifications: 'certifications',
  languages: 'languages',
  anonymous: 'anonymous',
  sideId: 'side',
} as const

function companyFieldLabel(
  field: string,
  words: ReturnType<typeof useCompanyWords>,
  t: ReturnType<typeof useMessages<(typeof messages)['en']>>,
): string {
  return field in COMPANY_LABELS
    ? words(`sheets.companies.${COMPANY_LABELS[field as keyof typeof COMPANY_LABELS]}`)
    : t('company.identifiers')
}

function ProfileEditor({ company, profile }: { company: Company; profile: Profile | null }) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const { programme } = useProgramme()
  const paths = useCompanyPaths(company.id)
  const afterSaving = useAfterSaving()
  const initial = profile
    ? profileDraftOf(profile)
    : emptyProfileDraft(
        nextProfileCode(
          company.code,
          company.profiles.map(({ code }) => code),
        ),
      )
  const draft = useDraft(initial, profile?.revision ?? 0)
  const programmeId = programme.id
  const [saved, setSaved] = useState(false)
  const save = useMutation({
    mutationFn: async () => {
      const said = profileToSend(draft.value)
      if (profile) {
        await api.companies.updateProfile({
          ...said,
          programmeId,
          profileId: profile.id,
          revision: draft.revision,
        })
      } else await api.companies.createProfile({ ...said, programmeId, companyId: company.id })
    },
    meta: { quiet: true },
    onSuccess: async () => {
      setSaved(true)
      await afterSaving(paths.company)
    },
    onError: async (error) => {
      if (!profile) return
      const outcome = await rebaseOnLatest(error, draft, async () => {
        const { profiles } = await api.companies.readCompany({ programmeId, companyId: company.id })
        const latest = profiles.find(({ id }) => id === profile.id)
        return latest ? { value: profileDraftOf(latest), revision: latest.revision } : null
      })
      if (outcome === 'joined') notify({ tone: 'hand', text: t('conflict.joined') })
    },
  })
  return (
    <FormPage
      title={profile ? text(profile.title) : t('form.newProfile')}
      lead={t('form.profileLead', { company: text(company.name) })}
      draft={draft}
      labelOf={(field) => profileFieldLabel(field, words)}
      error={save.error}
      saving={save.isPending}
      saved={saved}
      saveLabel={t(profile ? 'form.save' : 'form.createProfile')}
      backPath={paths.company}
      onSave={() => save.mutate()}
      aside={<PublicationChecks value={draft.value} />}
    >
      <ProfileForm
        value={draft.value}
        errors={save.error ? fieldErrors(toProblem(save.error)) : {}}
        onChange={draft.change}
      />
    </FormPage>
  )
}

const PROFILE_LABELS = {
  code: 'code',
  type: 'type',
  title: 'titleText',
  summary: 'summary',
  description: 'description',
  advantages: 'advantages',
  technicalSpecification: 'technicalSpecification',
  partnerRole: 'partnerRole',
  stage: 'stage',
  iprStatus: 'iprStatus',
  technologyKeywords: 'technologyKeywords',
  marketKeywords: 'marketKeywords',
  partnershipTypes: 'partnershipTypes',
  partnerKinds: 'partnerKinds',
  partnerSizes: 'partnerSizes',
  targetCountries: 'targetCountries',
  languages: 'languages',
} as const

const profileFieldLabel = (field: string, words: ReturnType<typeof useCompanyWords>): string =>
  field in PROFILE_LABELS ? words(`sheets.profiles.${PROFILE_LABELS[field as keyof typeof PROFILE_LABELS]}`) : field
