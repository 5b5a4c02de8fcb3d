import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../locale.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'

/** Asks why before something that the others will read. */
export function ReasonDialog({
  title,
  hint,
  deed,
  busy,
  error,
  serious = false,
  onReason,
  onClose,
}: {
  title: string
  hint: string
  deed: string
  busy: boolean
  error: unknown
  /** Cannot be undone. */
  serious?: boolean
  onReason: (reason: string) => void
  onClose: () => void
}) {
  const t = useMessages(messages)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <Modal
      opened
      title={title}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          {...(serious ? { color: 'signal' } : {})}
          loading={busy}
          onClick={() => {
            setTried(true)
            if (!isMissing) onReason(reason.trim())
          }}
        >
          {deed}
        </Button>
      }
    >
      <div className={page.form}>
        <p>{hint}</p>
        <Textarea
          label={t('deeds.reason')}
          rows={3}
          maxLength={1000}
          required
          value={reason}
          error={tried && isMissing ? t('deeds.reasonMissing') : null}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
        {error ? <ProblemNotice error={error} compact /> : null}
      </div>
    </Modal>
  )
}
