import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import type { PartyDraft } from './agreement-draft.ts'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'

const SHOWN = 20

/** Takes names and identifier over from a company of the programme, in the places that are still empty. */
export function CompanyChoice({
  party,
  onChange,
}: {
  party: PartyDraft
  onChange: (facts: Partial<PartyDraft>) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const programmeId = programme.id
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    ...query.companies.listCompanies.queryOptions({
      input: { programmeId, pageSize: SHOWN, locale, sort: 'name', ...(typed === '' ? {} : { q: typed }) },
    }),
    placeholderData: keepPreviousData,
  })
  const { data: chosen } = useQuery({
    ...query.companies.readCompany.queryOptions({ input: { programmeId, companyId: party.companyId ?? '' } }),
    enabled: party.companyId !== null,
  })
  const options = (data?.rows ?? []).map(({ id, name, code }) => ({ value: id, label: `${text(name)} (${code})` }))
  const own = chosen ? [{ value: chosen.id, label: `${text(chosen.name)} (${chosen.code})` }] : []
  const take = async (companyId: string) => {
    const company = await api.companies.readCompany({ programmeId, companyId })
    const latin = company.name.en ?? ''
    onChange({
      companyId,
      sideId: company.sideId,
      name: company.name,
      legalName: company.legalName ?? company.name.ko ?? company.name.ru ?? latin,
      latinName: latin,
      identifier: company.identifiers[0]?.value ?? '',
    })
  }
  return (
    <div className={styles.row}>
      <Select
        label={t('parties.company')}
        description={t('parties.companyHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('parties.companyNone')}
        searchable
        clearable
        value={party.companyId}
        data={[...own, ...options.filter(({ value }) => value !== party.companyId)]}
        // The server has searched already, by names in all languages.
        filter={({ options: all }) => all}
        nothingFoundMessage={t('parties.searching')}
        onSearchChange={(search) => setTyped(own[0]?.label === search ? '' : search.trim())}
        onChange={(companyId) => {
          if (companyId) void take(companyId)
          else onChange({ companyId: null, sideId: null })
        }}
      />
    </div>
  )
}
