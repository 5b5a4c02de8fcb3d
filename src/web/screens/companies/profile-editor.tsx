import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { rebaseOnLatest, useAfterSaving } from './after-saving.ts'
import { useCompanyPaths } from './company-paths.ts'
import { useCompanyWords } from './company-words.ts'
import { fieldErrors } from './field-errors.ts'
import { FormPage } from './form-page.tsx'
import { messages } from './messages.ts'
import { emptyProfileDraft, nextProfileCode, profileDraftOf, profileToSend } from './profile-draft.ts'
import { ProfileForm } from './profile-form.tsx'
import { PublicationChecks } from './publication-checks.tsx'
import type { Company, Profile } from './shapes.ts'
import { useDraft } from '../../ui/use-draft.ts'

/** The form of a profile, new (`profile` null) or stored, with saving and everything that may come in between. */
export function ProfileEditor({ company, profile }: { company: Company; profile: Profile | null }) {
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
