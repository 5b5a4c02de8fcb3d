import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages as uiMessages } from '../../ui/messages.ts'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './account-messages.ts'
import styles from './account.module.css'
import { useScopes } from './people-scopes.ts'

/** Who speaks for the person's companies; a colleague is invited with the same rights. */
export function Colleagues() {
  const t = useMessages(messages)
  const { programme, person, grants } = useProgramme()
  const scopes = useScopes()
  const { data } = useQuery(query.accounts.listColleagues.queryOptions({ input: { programmeId: programme.id } }))
  const own = grants.flatMap(({ role, scopeId }) => (role === 'company-representative' && scopeId ? [scopeId] : []))
  const nameOf = (id: string) => scopes.companies.find((company) => company.id === id)?.label ?? ''
  return (
    <Panel title={t('colleagues')}>
      <ul className={styles.list}>
        {(data?.rows ?? []).map(({ personId, name, email, companyId }) => (
          <li key={`${personId} ${companyId}`}>
            <span>
              <b>{name}</b> {email}{' '}
              <small>
                {personId === person.id ? `${t('you')} · ` : ''}
                {nameOf(companyId)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <InviteColleague companies={own.map((id) => ({ value: id, label: nameOf(id) }))} />
    </Panel>
  )
}

function InviteColleague({ companies }: { companies: { value: string; label: string }[] }) {
  const t = useMessages(messages)
  const ui = useMessages(uiMessages)
  const client = useQueryClient()
  const { programme } = useProgramme()
  const reader = useLocale()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [locale, setLocale] = useState<Locale>(reader.locale)
  const [companyId, setCompanyId] = useState<string | null>(companies[0]?.value ?? null)
  const invite = useMutation({
    ...query.accounts.inviteColleague.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.accounts.listColleagues.key() })
      notify({ text: t('invited', { name: name.trim() }) })
      setName('')
      setEmail('')
    },
  })
  if (companyId === null) return null
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        invite.mutate({ programmeId: programme.id, companyId, name: name.trim(), email: email.trim(), locale })
      }}
    >
      {companies.length > 1 ? (
        <Select label={t('company')} data={companies} value={companyId} allowDeselect={false} onChange={setCompanyId} />
      ) : null}
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={name}
        autoComplete="off"
        onChange={(input) => setName(input.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={t('email')}
        required
        maxLength={320}
        value={email}
        autoComplete="off"
        onChange={(input) => setEmail(input.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={t('language')}
        value={locale}
        onChange={(value) => setLocale(value as Locale)}
        data={LOCALES.map((one) => ({ value: one, label: ui(`languages.${one}`) }))}
      />
      {invite.error ? <ProblemNotice error={invite.error} compact /> : null}
      <Button type="submit" loading={invite.isPending}>
        {t('invite')}
      </Button>
    </form>
  )
}
