import { Button, TextInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { zoneLabel } from '../../ui/time-format.ts'
import { endOfDay } from './due-day.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Commitment } from './shapes.ts'
import { useRefreshCommitments } from './use-refresh-commitments.ts'

/** Another day with its reason; the day before stays on record. */
export function MoveDialog({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshCommitments()
  const { id, dueOn, timeZone } = commitment
  const [day, setDay] = useState(dueOn ?? '')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  const move = useMutation({
    ...query.commitments.moveDueDate.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('deeds.movedDone') })
      onClose()
    },
  })
  return (
    <Modal
      opened
      title={t('deeds.moveTitle')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          loading={move.isPending}
          onClick={() => {
            setTried(true)
            if (isMissing) return
            move.mutate({
              programmeId: programme.id,
              commitmentId: id,
              dueOn: day === '' ? null : day,
              reason: reason.trim(),
            })
          }}
        >
          {t('deeds.move')}
        </Button>
      }
    >
      <div className={page.form}>
        <p>{t('deeds.moveHint')}</p>
        <TextInput
          type="date"
          label={t('deeds.newDay')}
          description={t('deeds.newDayHint', { zone: zoneLabel(endOfDay(day || '2020-01-01', timeZone), timeZone) })}
          value={day}
          onChange={(input) => setDay(input.currentTarget.value)}
        />
        <Textarea
          label={t('deeds.reason')}
          rows={3}
          maxLength={1000}
          required
          value={reason}
          error={tried && isMissing ? t('deeds.reasonMissing') : null}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
        {move.error ? <ProblemNotice error={move.error} compact /> : null}
      </div>
    </Modal>
  )
}
