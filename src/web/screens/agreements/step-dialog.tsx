import { TextInput, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useZones } from '../../ui/time.tsx'
import { endOfDay } from './end-of-day.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Agreement } from './shapes.ts'
import type { Steps } from './use-steps.ts'

export type Step = 'freeze' | 'send' | 'recall' | 'suspend' | 'resume'

interface DialogProps {
  readonly agreement: Agreement
  readonly steps: Steps
  readonly onClose: () => void
}

/** Asks before a step that others will notice, with what it needs to know. */
export function StepDialog({ step, ...props }: DialogProps & { step: Step }) {
  switch (step) {
    case 'freeze':
      return <FreezeDialog {...props} />
    case 'send':
      return <SendDialog {...props} />
    case 'resume':
      return <ResumeDialog {...props} />
    default:
      return <ReasonDialog step={step} {...props} />
  }
}

const useKey = ({ id }: Agreement) => {
  const { programme } = useProgramme()
  return { programmeId: programme.id, agreementId: id }
}

function FreezeDialog({ agreement, steps: { freeze }, onClose }: DialogProps) {
  const t = useMessages(messages)
  const key = useKey(agreement)
  const { data } = useQuery(query.agreements.checkAgreement.queryOptions({ input: key }))
  const blocking = data?.findings.filter(({ severity }) => severity === 'blocks').length ?? 0
  return (
    <Confirm
      opened
      title={t('deeds.freezeTitle')}
      confirmLabel={t('detail.freeze')}
      busy={freeze.isPending}
      onCancel={onClose}
      onConfirm={() => freeze.mutate(key, { onSuccess: onClose })}
    >
      <div className={page.form}>
        <p>{blocking > 0 ? t('deeds.freezeFirst', { count: blocking }) : t('deeds.freezeBody')}</p>
        {freeze.error ? <ProblemNotice error={freeze.error} compact /> : null}
      </div>
    </Confirm>
  )
}

function SendDialog({ agreement, steps: { send }, onClose }: DialogProps) {
  const t = useMessages(messages)
  const { list } = useNumbers()
  const key = useKey(agreement)
  const [zone] = useZones()
  const [day, setDay] = useState('')
  const names = list(agreement.parties.map(({ signatory, legalName }) => signatory?.name ?? legalName))
  const expiresAt = day && zone ? endOfDay(day, zone.zone) : null
  return (
    <Confirm
      opened
      title={t('deeds.sendTitle')}
      confirmLabel={t('detail.send')}
      busy={send.isPending}
      onCancel={onClose}
      onConfirm={() => send.mutate({ ...key, expiresAt, witness: null }, { onSuccess: onClose })}
    >
      <div className={page.form}>
        <p>{t('deeds.sendRemote')}</p>
        <p>{t(agreement.signingOrder === 'in-order' ? 'deeds.sendInOrder' : 'deeds.sendParallel', { names })}</p>
        <TextInput
          type="date"
          label={t('deeds.expires')}
          description={t('deeds.expiresHint', { zone: zone?.name ?? 'UTC' })}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        {send.error ? <ProblemNotice error={send.error} compact /> : null}
      </div>
    </Confirm>
  )
}

function ResumeDialog({ agreement, steps: { resume }, onClose }: DialogProps) {
  const t = useMessages(messages)
  const key = useKey(agreement)
  return (
    <Confirm
      opened
      title={t('deeds.resumeTitle')}
      confirmLabel={t('detail.resume')}
      busy={resume.isPending}
      onCancel={onClose}
      onConfirm={() => resume.mutate(key, { onSuccess: onClose })}
    >
      <div className={page.form}>
        <p>{t('deeds.resumeBody')}</p>
        {resume.error ? <ProblemNotice error={resume.error} compact /> : null}
      </div>
    </Confirm>
  )
}

function ReasonDialog({ step, agreement, steps, onClose }: DialogProps & { step: 'recall' | 'suspend' }) {
  const t = useMessages(messages)
  const key = useKey(agreement)
  const [reason, setReason] = useState('')
  const deed = steps[step]
  return (
    <Confirm
      opened
      title={t(`deeds.${step}Title`)}
      confirmLabel={t(`detail.${step}`)}
      serious
      busy={deed.isPending}
      onCancel={onClose}
      onConfirm={() => deed.mutate({ ...key, reason }, { onSuccess: onClose })}
    >
      <div className={page.form}>
        <p>{t(`deeds.${step}Body`)}</p>
        <Textarea
          label={t(step === 'suspend' ? 'deeds.suspendReason' : 'deeds.reason')}
          required
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {deed.error ? <ProblemNotice error={deed.error} compact /> : null}
      </div>
    </Confirm>
  )
}
