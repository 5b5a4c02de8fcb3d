import { Button, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './dialogs.module.css'
import { messages } from './messages.ts'
import type { CompanyRow } from './shapes.ts'

const MAX_MESSAGE_LENGTH = 2000

/** Says that a company is interested in a profile of another, outside any event. */
export function InterestButton({ company, partner }: { company: CompanyRow; partner: CompanyRow }) {
  const t = useMessages(messages)
  const text = useText()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button miw="max-content" leftSection={<Icon name="mail" />} onClick={() => setOpened(true)}>
        {t('interest.button')}
      </Button>
      <Modal
        opened={opened}
        title={t('interest.title', { partner: text(partner.name) })}
        onClose={() => setOpened(false)}
      >
        <InterestForm company={company} partner={partner} onDone={() => setOpened(false)} />
      </Modal>
    </>
  )
}

function InterestForm({ company, partner, onDone }: { company: CompanyRow; partner: CompanyRow; onDone: () => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme, roles } = useProgramme()
  const { data, error: readError } = useQuery(
    query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId: partner.id } }),
  )
  const profiles = (data?.profiles ?? []).filter(({ status }) => status === 'published')
  const [chosen, setChosen] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const profileId = chosen ?? profiles[0]?.id ?? null
  const express = useMutation({
    ...query.matching.expressInterest.mutationOptions(),
    meta: { quiet: true },
    onSuccess: () => {
      notify({ text: t('interest.done', { partner: text(partner.name) }) })
      onDone()
    },
  })
  const error = express.error ?? readError
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (profileId === null) return
        express.mutate({
          programmeId: programme.id,
          companyId: company.id,
          profileId,
          message: message.trim() || null,
        })
      }}
    >
      <p>{roles.includes('operator') ? t('interest.onBehalf', { company: text(company.name) }) : t('interest.hint')}</p>
      {error ? <ProblemNotice error={error} compact /> : null}
      {data && profiles.length === 0 ? <p>{t('interest.noProfile')}</p> : null}
      {profiles.length > 1 ? (
        <Select
          label={t('interest.profile')}
          value={profileId}
          data={profiles.map(({ id, title }) => ({ value: id, label: text(title) }))}
          onChange={setChosen}
        />
      ) : null}
      {profiles.length === 1 && profiles[0] ? (
        <p>
          <span className={styles.label}>{t('interest.profile')}</span>
          {text(profiles[0].title)}
        </p>
      ) : null}
      <Textarea
        label={t('interest.message')}
        description={t('interest.messageHint')}
        rows={5}
        maxLength={MAX_MESSAGE_LENGTH}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <div className={styles.foot}>
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="submit" variant="filled" loading={express.isPending} disabled={profileId === null}>
          {t('interest.button')}
        </Button>
      </div>
    </form>
  )
}
