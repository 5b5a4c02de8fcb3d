import { Button, Radio, TextInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Questionnaire } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

type Outcome = 'no-licence-needed' | 'licence-required'

/** What a person makes of the entries, after reading them. */
export function DetermineForm({ row, onClose }: { row: Questionnaire; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [outcome, setOutcome] = useState<Outcome>('licence-required')
  const [reason, setReason] = useState('')
  const [expiresOn, setExpiresOn] = useState('')
  const [tried, setTried] = useState(false)
  const determine = useMutation({
    ...query.compliance.determineTechnology.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('technology.saved') })
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    if (reason.trim().length < 3 || expiresOn === '') return
    const { id: questionnaireId, revision } = row
    determine.mutate({
      programmeId: programme.id,
      questionnaireId,
      revision,
      outcome,
      reason: reason.trim(),
      expiresOn,
    })
  }
  return (
    <Modal
      opened
      title={t('technology.determine')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={determine.isPending} onClick={send}>
          {t('technology.determine')}
        </Button>
      }
    >
      <div className={page.form}>
        <p className={page.quiet}>{row.title}</p>
        <Radio.Group label={t('technology.outcome')} value={outcome} onChange={(value) => setOutcome(value as Outcome)}>
          <div className={page.form}>
            {(['licence-required', 'no-licence-needed'] as const).map((one) => (
              <Radio key={one} value={one} label={t(`technologyStates.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('technology.reason')}
          rows={3}
          maxLength={2000}
          value={reason}
          error={tried && reason.trim().length < 3 ? t('decide.missing') : null}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('technology.expires')}
          value={expiresOn}
          error={tried && expiresOn === '' ? t('decide.missing') : null}
          onChange={(input) => setExpiresOn(input.currentTarget.value)}
        />
        {determine.error ? <ProblemNotice error={determine.error} compact /> : null}
      </div>
    </Modal>
  )
}
