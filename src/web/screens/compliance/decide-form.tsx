import { Button, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { messages as states } from '../../../modules/compliance/messages.ts'
import { type Inputs, query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Deed, Screening } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

type Attribute = NonNullable<Inputs['compliance']['decideScreening']['attribute']>
const ATTRIBUTES = Object.keys(messages.en.attributes) as Attribute[]

/** A decision with its reason, and what else the deed needs. */
export function DecideForm({ screening, deed, onClose }: { screening: Screening; deed: Deed; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(states)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const [attribute, setAttribute] = useState<Attribute | null>(null)
  const [conditions, setConditions] = useState('')
  const [tried, setTried] = useState(false)
  const isShort = (text: string) => text.trim().length < 3
  const faults = {
    reason: isShort(reason) ? t('decide.missing') : null,
    attribute: deed === 'set-aside' && attribute === null ? t('decide.missing') : null,
    conditions: deed === 'clear-with-conditions' && isShort(conditions) ? t('decide.missing') : null,
  }
  const decide = useMutation({
    ...query.compliance.decideScreening.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ state }) => {
      await refresh()
      notify({ text: t('decide.done', { state: words(`states.${state}`) }) })
      onClose()
    },
    // Somebody else was faster: what they did stands on the page by now.
    onError: () => refresh(),
  })
  const send = () => {
    setTried(true)
    if (Object.values(faults).some((fault) => fault !== null)) return
    decide.mutate({
      programmeId: programme.id,
      screeningId: screening.screeningId,
      revision: screening.revision,
      deed,
      reason: reason.trim(),
      attribute,
      conditions: deed === 'clear-with-conditions' ? conditions.trim() : null,
    })
  }
  return (
    <Modal
      opened
      title={t(`deeds.${deed}`)}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={decide.isPending} onClick={send}>
          {t(`deeds.${deed}`)}
        </Button>
      }
    >
      <div className={page.form}>
        <p className={page.quiet}>{screening.name}</p>
        {deed === 'set-aside' ? (
          <Select
            label={t('decide.attribute')}
            value={attribute}
            error={tried ? faults.attribute : null}
            onChange={(value) => setAttribute(value as Attribute | null)}
            data={ATTRIBUTES.map((one) => ({ value: one, label: t(`attributes.${one}`) }))}
          />
        ) : null}
        {deed === 'clear-with-conditions' ? (
          <Textarea
            label={t('decide.conditions')}
            rows={2}
            maxLength={2000}
            value={conditions}
            error={tried ? faults.conditions : null}
            onChange={(input) => setConditions(input.currentTarget.value)}
          />
        ) : null}
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonHint')}
          rows={3}
          maxLength={2000}
          value={reason}
          error={tried ? faults.reason : null}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
        {decide.error ? <ProblemNotice error={decide.error} compact /> : null}
      </div>
    </Modal>
  )
}
