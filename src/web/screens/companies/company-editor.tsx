import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { rebaseOnLatest, useAfterSaving } from './after-saving.ts'
import { type CompanyDraft, companyDraftOf } from './company-draft.ts'
import { CompanyForm } from './company-form.tsx'
import { useCompanyPaths } from './company-paths.ts'
import { useCompanyWords } from './company-words.ts'
import { fieldErrors } from './field-errors.ts'
import { FormPage } from './form-page.tsx'
import { messages } from './messages.ts'
import type { Company } from './shapes.ts'
import { useDraft } from '../../ui/use-draft.ts'

/** The form of a company, new (`company` null) or stored, with saving and everything that may come in between. */
export function CompanyEditor({ company, initial }: { company: Company | null; initial: CompanyDraft }) {
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
