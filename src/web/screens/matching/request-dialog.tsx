import { Button, Radio, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messages as meetingMessages } from '../../../modules/meetings/messages.ts'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import styles from './dialogs.module.css'
import { type MeetingTarget, useMeetingTarget } from './meeting-target.ts'
import { messages } from './messages.ts'
import type { CompanyRow } from './shapes.ts'

const MAX_NOTE_LENGTH = 1000
const WISHES = ['want', 'must'] as const

/** Asks for a meeting at the open event; where there is none, or the two have asked already, it says so or nothing. */
export function RequestButton({ company, partner }: { company: CompanyRow; partner: CompanyRow }) {
  const t = useMessages(messages)
  const text = useText()
  const target = useMeetingTarget(company.id, partner.id)
  const [opened, setOpened] = useState(false)
  if (!target) return null
  if (target.live) {
    return (
      <StatusBadge tone={target.live === 'accepted' ? 'done' : 'accent'}>{t(`request.${target.live}`)}</StatusBadge>
    )
  }
  return (
    <>
      <Button variant="filled" miw="max-content" leftSection={<Icon name="request" />} onClick={() => setOpened(true)}>
        {t('request.button')}
      </Button>
      <Modal
        opened={opened}
        title={t('request.title', { partner: text(partner.name) })}
        onClose={() => setOpened(false)}
      >
        <RequestForm company={company} partner={partner} target={target} onDone={() => setOpened(false)} />
      </Modal>
    </>
  )
}

function RequestForm({
  company,
  partner,
  target,
  onDone,
}: {
  company: CompanyRow
  partner: CompanyRow
  target: MeetingTarget
  onDone: () => void
}) {
  const t = useMessages(messages)
  const words = useMessages(meetingMessages)
  const text = useText()
  const { programme, roles } = useProgramme()
  const client = useQueryClient()
  const [wish, setWish] = useState<(typeof WISHES)[number]>('want')
  const [note, setNote] = useState('')
  const ask = useMutation({
    ...query.meetings.requestMeeting.mutationOptions(),
    meta: { quiet: true },
    onSuccess: ({ status }) => {
      notify({ text: t(status === 'accepted' ? 'request.counts' : 'request.sent', { partner: text(partner.name) }) })
      void client.invalidateQueries({ queryKey: query.meetings.key() })
      onDone()
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const { eventId, hostId, guestId } = target
        ask.mutate({ programmeId: programme.id, eventId, hostId, guestId, wish, note: note.trim() || null })
      }}
    >
      {roles.includes('operator') ? <p>{t('request.onBehalf', { company: text(company.name) })}</p> : null}
      {ask.error ? <ProblemNotice error={ask.error} compact /> : null}
      <Radio.Group
        label={t('request.wish')}
        value={wish}
        onChange={(value) => setWish(value === 'must' ? 'must' : 'want')}
      >
        <div className={styles.wishes}>
          {WISHES.map((one) => (
            <Radio key={one} value={one} label={words(`wishes.${one}`)} description={t(`request.wishes.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('request.note')}
        description={t('request.noteHint')}
        rows={4}
        maxLength={MAX_NOTE_LENGTH}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.foot}>
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="submit" variant="filled" loading={ask.isPending}>
          {t('request.send')}
        </Button>
      </div>
    </form>
  )
}
