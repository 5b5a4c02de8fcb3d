import { Button, Radio, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { messages as accountMessages } from '../../../modules/accounts/messages.ts'
import { type Role, useProgramme } from '../../shell/programme-context.ts'
import { messages as uiMessages } from '../../ui/messages.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './people-messages.ts'
import styles from './people.module.css'
import type { useScopes } from './people-scopes.ts'

const ROLES = [
  'company-representative',
  'interpreter',
  'broker',
  'operator',
  'official',
  'auditor',
] as const satisfies Role[]
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Invites a person to a role; representatives and interpreters are invited for one company or entry. */
export function InviteForm({ scopes, onClose }: { scopes: ReturnType<typeof useScopes>; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(accountMessages)
  const ui = useMessages(uiMessages)
  const { programme } = useProgramme()
  const client = useQueryClient()
  const localeId = useId()
  const reader = useLocale()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [locale, setLocale] = useState<Locale>(reader.locale)
  const [role, setRole] = useState<Role>('company-representative')
  const [scopeId, setScopeId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const invite = useMutation({
    ...query.accounts.invitePerson.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.accounts.listPeople.key() })
      notify({ text: t('form.sent', { name }) })
      onClose()
    },
  })
  const options =
    role === 'company-representative' ? scopes.companies : role === 'interpreter' ? scopes.interpreters : null
  const faults = {
    name: name.trim() === '' ? t('form.nameMissing') : null,
    email: EMAIL.test(email.trim()) ? null : t('form.emailWrong'),
    scope: options && !scopeId ? t('form.scopeMissing') : null,
  }
  const send = () => {
    setTried(true)
    if (Object.values(faults).some((fault) => fault !== null)) return
    invite.mutate({ programmeId: programme.id, name: name.trim(), email: email.trim(), locale, role, scopeId })
  }
  return (
    <Modal
      opened
      title={t('form.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={invite.isPending} onClick={send}>
          {t('form.deed')}
        </Button>
      }
    >
      <div className={styles.form}>
        <Radio.Group
          label={t('form.role')}
          value={role}
          onChange={(value) => {
            setRole(value as Role)
            setScopeId(null)
          }}
        >
          <div className={styles.roles}>
            {ROLES.map((one) => (
              <Radio key={one} value={one} label={words(`roles.${one}`)} description={t(`form.about.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        {options ? (
          <Select
            key={role}
            label={t(role === 'interpreter' ? 'form.interpreter' : 'form.company')}
            placeholder={role === 'interpreter' ? '' : t('form.search')}
            searchable
            maxDropdownHeight={200}
            value={scopeId}
            error={tried ? faults.scope : null}
            description={options.length === 0 && role === 'interpreter' ? t('form.noInterpreters') : null}
            data={options.map(({ id, label }) => ({ value: id, label }))}
            onChange={setScopeId}
          />
        ) : null}
        <div className={styles.row}>
          <TextInput
            label={t('form.name')}
            value={name}
            maxLength={200}
            autoComplete="off"
            error={tried ? faults.name : null}
            onChange={(input) => setName(input.currentTarget.value)}
          />
          <TextInput
            type="email"
            label={t('form.email')}
            value={email}
            maxLength={320}
            autoComplete="off"
            error={tried ? faults.email : null}
            onChange={(input) => setEmail(input.currentTarget.value)}
          />
        </div>
        <div>
          <p className={styles.label} id={localeId}>
            {t('form.language')}
          </p>
          <SegmentedControl
            aria-labelledby={localeId}
            value={locale}
            onChange={(value) => setLocale(value as Locale)}
            data={LOCALES.map((one) => ({ value: one, label: ui(`languages.${one}`) }))}
          />
        </div>
        {invite.error ? <ProblemNotice error={invite.error} compact /> : null}
      </div>
    </Modal>
  )
}
