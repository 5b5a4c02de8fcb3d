import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Desk } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

/** What would make the gates weaker and waits for the word of a second person. */
export function ProposalsPanel({ desk }: { desk: Desk }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const decide = useMutation({
    ...query.compliance.decideProposal.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('proposals.decided') })
    },
  })
  if (desk.proposals.length === 0) return null
  return (
    <Panel title={t('proposals.title')}>
      <ul className={page.list}>
        {desk.proposals.map(({ id: proposalId, kind, listName, reason, proposedByName, mayDecide }) => (
          <li key={proposalId}>
            <strong>{t(`proposals.${kind}`, { list: listName ?? '' })}</strong>
            <span className={page.quiet}>{t('proposals.by', { name: proposedByName ?? '–', reason })}</span>
            {mayDecide ? (
              <div className={page.bar}>
                <Button onClick={() => decide.mutate({ programmeId: programme.id, proposalId, outcome: 'rejected' })}>
                  {t('proposals.reject')}
                </Button>
                <Button
                  variant="filled"
                  color="signal"
                  onClick={() => decide.mutate({ programmeId: programme.id, proposalId, outcome: 'confirmed' })}
                >
                  {t('proposals.confirm')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export interface Weakening {
  readonly kind: 'switch-off' | 'retire-list'
  readonly listId: string | null
  readonly listName: string
}

/** Asks for a reason; somebody else has to confirm. */
export function WeakeningForm({ weakening, onClose }: { weakening: Weakening; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const { kind, listId, listName } = weakening
  const propose = useMutation({
    ...query.compliance.proposeWeakening.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('proposals.proposed') })
      onClose()
    },
  })
  return (
    <Modal
      opened
      title={t(`proposals.${kind}`, { list: listName })}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          color="signal"
          disabled={reason.trim().length < 3}
          loading={propose.isPending}
          onClick={() => propose.mutate({ programmeId: programme.id, kind, listId, reason: reason.trim() })}
        >
          {t('proposals.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        <p>{t('proposals.hint')}</p>
        <Textarea
          label={t('decide.reason')}
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(input) => setReason(input.currentTarget.value)}
        />
        {propose.error ? <ProblemNotice error={propose.error} compact /> : null}
      </div>
    </Modal>
  )
}
