import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useMessages, useText } from '../../locale.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Modal } from '../../ui/modal.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { MeetingRequest } from './shapes.ts'
import type { useDecisions } from './use-decisions.tsx'

/** What a person has begun to decide and has to confirm. */
export interface Deciding {
  readonly request: MeetingRequest
  readonly deed: 'decline' | 'cancel'
}

/** Asks for a reason before declining, and once more before cancelling. `ownCompanies` tells whose side the reader is on. */
export function DecideDialogs({
  deciding,
  decisions,
  ownCompanies,
  onClose,
}: {
  deciding: Deciding | null
  decisions: ReturnType<typeof useDecisions>
  /** Empty for the operator. */
  ownCompanies: readonly string[]
  onClose: () => void
}) {
  if (!deciding) return null
  const { request, deed } = deciding
  return deed === 'decline' ? (
    <DeclineDialog request={request} decisions={decisions} asOperator={ownCompanies.length === 0} onClose={onClose} />
  ) : (
    <CancelDialog request={request} decisions={decisions} ownCompanies={ownCompanies} onClose={onClose} />
  )
}

function DeclineDialog({
  request,
  decisions,
  asOperator,
  onClose,
}: {
  request: MeetingRequest
  decisions: ReturnType<typeof useDecisions>
  asOperator: boolean
  onClose: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const [reason, setReason] = useState('')
  const host = text(request.host.name)
  return (
    <Modal
      opened
      title={t('deeds.declineTitle', { host })}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          loading={decisions.busyWith === request.id}
          onClick={() => decisions.decline(request, reason.trim() === '' ? null : reason.trim(), onClose)}
        >
          {t('deeds.decline')}
        </Button>
      }
    >
      <div className={page.form}>
        <p>{t('deeds.declineBody', { host })}</p>
        {asOperator ? <p className={page.quiet}>{t('deeds.answerFor', { guest: text(request.guest.name) })}</p> : null}
        <Textarea
          label={t('deeds.reason')}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
      </div>
    </Modal>
  )
}

function CancelDialog({
  request,
  decisions,
  ownCompanies,
  onClose,
}: {
  request: MeetingRequest
  decisions: ReturnType<typeof useDecisions>
  ownCompanies: readonly string[]
  onClose: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { host, guest, status } = request
  const partner = text(ownCompanies.includes(host.companyId) ? guest.name : host.name)
  const way = ownCompanies.length === 0 ? 'operatorCancel' : status === 'accepted' ? 'callOff' : 'cancel'
  const deed = { operatorCancel: 'cancel', callOff: 'callOff', cancel: 'takeBack' } as const
  const names = { partner, host: text(host.name), guest: text(guest.name) }
  return (
    <Confirm
      opened
      title={t(`deeds.${way}Title`, names)}
      confirmLabel={t(`deeds.${deed[way]}`)}
      serious
      busy={decisions.busyWith === request.id}
      onCancel={onClose}
      onConfirm={() => decisions.cancel(request, onClose)}
    >
      <p>{t(`deeds.${way}Body`, names)}</p>
    </Confirm>
  )
}
