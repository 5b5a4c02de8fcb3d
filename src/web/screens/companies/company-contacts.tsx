import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LOCALES, type Locale, isLocale } from '../../../kernel/locale.ts'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './company-facts.module.css'
import { useCompanyWords } from './company-words.ts'
import { errorAt, fieldErrors } from './field-errors.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Company, Contact } from './shapes.ts'

/** Whom to talk to, for those who may know; `null` contacts are not this reader's to see, and nothing is drawn. */
export function CompanyContacts({ company }: { company: Company }) {
  const t = useMessages(messages)
  const [adding, setAdding] = useState(false)
  if (company.contacts === null) return null
  return (
    <Panel title={t('contacts.title')} note={t('contacts.note')}>
      {company.contacts.length === 0 ? <p className={page.quiet}>{t('contacts.none')}</p> : null}
      <ul className={styles.contacts}>
        {company.contacts.map((contact) => (
          <ContactLines key={contact.id} contact={contact} />
        ))}
      </ul>
      {company.may.edit ? (
        <>
          <Button
            size="xs"
            className={styles.add ?? ''}
            leftSection={<Icon name="plus" />}
            onClick={() => setAdding(true)}
          >
            {t('contacts.add')}
          </Button>
          <Modal opened={adding} title={t('contacts.add')} onClose={() => setAdding(false)}>
            <ContactForm companyId={company.id} onDone={() => setAdding(false)} />
          </Modal>
        </>
      ) : null}
    </Panel>
  )
}

function ContactLines({ contact: { name, jobTitle, email, phone, locale } }: { contact: Contact }) {
  const words = useCompanyWords()
  const about = [jobTitle, locale ? words(`locales.${locale}`) : null].filter(Boolean).join(' · ')
  return (
    <li>
      <b>{name}</b>
      {about ? <p>{about}</p> : null}
      {email ? (
        <a href={`mailto:${email}`}>
          <Icon name="mail" size={14} />
          {email}
        </a>
      ) : null}
      {phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : null}
    </li>
  )
}

function ContactForm({ companyId, onDone }: { companyId: string; onDone: () => void }) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const { programme } = useProgramme()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [jobTitle, setJobTitle] = useState('')
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const [locale, setLocale] = useState<Locale | null>(null)
  const add = useMutation({
    ...query.companies.addContact.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.companies.readCompany.key() })
      onDone()
    },
  })
  const errors = add.error ? fieldErrors(toProblem(add.error)) : {}
  const orNull = (value: string) => value.trim() || null
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({
          programmeId: programme.id,
          companyId,
          name,
          locale,
          jobTitle: orNull(jobTitle),
          email: orNull(email),
          phone: orNull(phone),
        })
      }}
    >
      {add.error && Object.keys(errors).length === 0 ? <ProblemNotice error={add.error} compact /> : null}
      <TextInput
        label={words('sheets.contacts.name')}
        required
        maxLength={200}
        value={name}
        error={errorAt(errors, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words('sheets.contacts.jobTitle')}
        maxLength={120}
        value={jobTitle}
        error={errorAt(errors, 'jobTitle')}
        onChange={(event) => setJobTitle(event.currentTarget.value)}
      />
      <TextInput
        label={words('sheets.contacts.email')}
        type="email"
        maxLength={320}
        value={email}
        error={errorAt(errors, 'email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={words('sheets.contacts.phone')}
        type="tel"
        maxLength={40}
        value={phone}
        error={errorAt(errors, 'phone')}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Select
        label={words('sheets.contacts.locale')}
        value={locale ?? ''}
        data={[
          { value: '', label: t('form.notSaid') },
          ...LOCALES.map((one) => ({ value: one, label: words(`locales.${one}`) })),
        ]}
        onChange={(value) => setLocale(value && isLocale(value) ? value : null)}
      />
      <Button type="submit" variant="filled" loading={add.isPending}>
        {t('contacts.save')}
      </Button>
    </form>
  )
}
