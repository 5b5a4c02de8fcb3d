import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notices.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { messages } from './messages.ts'
import { MoveDialog } from './move-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { Commitment, CommitmentStatus } from './shapes.ts'
import { useRefreshCommitments } from './use-refresh-commitments.ts'

type Deed = 'give' | 'move' | 'suspend' | 'resume' | 'withdraw'

const LIVE: readonly CommitmentStatus[] = ['open', 'objected', 'overdue', 'not-followed']
const SHOWN: readonly CommitmentStatus[] = ['evidence-given', 'accepted']

/** What the server lets one do in a state; it decides, this only leaves out what it would refuse. */
function deedsOf({ may, status }: Commitment): readonly Deed[] {
  const isLive = LIVE.includes(status)
  const canRest = isLive || SHOWN.includes(status)
  return [
    ...(may.manage && canRest ? (['withdraw', 'suspend'] as const) : []),
    ...(may.manage && status === 'suspended-by-law' ? (['resume'] as const) : []),
    ...(may.manage && isLive ? (['move'] as const) : []),
    ...(may.giveEvidence ? (['give'] as const) : []),
  ]
}

/** The deeds that are open to the reader, the likeliest last and filled. */
export function CommitmentDeeds({ commitment }: { commitment: Commitment }) {
  const t = useMessages(messages)
  const [deed, setDeed] = useState<Deed | null>(null)
  const deeds = deedsOf(commitment)
  const close = () => setDeed(null)
  return (
    <>
      {deeds.map((one) => (
        <Button key={one} variant={one === 'give' ? 'filled' : 'default'} onClick={() => setDeed(one)}>
          {t(`deeds.${one}`)}
        </Button>
      ))}
      {deed === 'give' ? <EvidenceForm commitment={commitment} onClose={close} /> : null}
      {deed === 'move' ? <MoveDialog commitment={commitment} onClose={close} /> : null}
      {deed === 'suspend' ? <Suspend commitment={commitment} onClose={close} /> : null}
      {deed === 'withdraw' ? <Withdraw commitment={commitment} onClose={close} /> : null}
      {deed === 'resume' ? <Resume commitment={commitment} onClose={close} /> : null}
    </>
  )
}

interface DialogProps {
  readonly commitment: Commitment
  readonly onClose: () => void
}

function Suspend({ commitment: { id }, onClose }: DialogProps) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const settle = useSettle(t('deeds.suspendedDone'), onClose)
  const suspend = useMutation({
    ...query.commitments.suspendCommitment.mutationOptions(),
    meta: { quiet: true },
    onSuccess: settle,
  })
  return (
    <ReasonDialog
      title={t('deeds.suspendTitle')}
      hint={t('deeds.suspendHint')}
      deed={t('deeds.suspend')}
      busy={suspend.isPending}
      error={suspend.error}
      onClose={onClose}
      onReason={(reason) => suspend.mutate({ programmeId: programme.id, commitmentId: id, reason })}
    />
  )
}

function Withdraw({ commitment: { id }, onClose }: DialogProps) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const settle = useSettle(t('deeds.withdrawnDone'), onClose)
  const withdraw = useMutation({
    ...query.commitments.withdrawCommitment.mutationOptions(),
    meta: { quiet: true },
    onSuccess: settle,
  })
  return (
    <ReasonDialog
      title={t('deeds.withdrawTitle')}
      hint={t('deeds.withdrawHint')}
      deed={t('deeds.withdraw')}
      serious
      busy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onReason={(reason) => withdraw.mutate({ programmeId: programme.id, commitmentId: id, reason })}
    />
  )
}

function Resume({ commitment: { id }, onClose }: DialogProps) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const settle = useSettle(t('deeds.resumedDone'), onClose)
  const resume = useMutation({ ...query.commitments.resumeCommitment.mutationOptions(), onSuccess: settle })
  return (
    <Confirm
      opened
      title={t('deeds.resumeTitle')}
      confirmLabel={t('deeds.resume')}
      busy={resume.isPending}
      onCancel={onClose}
      onConfirm={() => resume.mutate({ programmeId: programme.id, commitmentId: id })}
    >
      <p>{t('deeds.resumeHint')}</p>
    </Confirm>
  )
}

/** After a deed: read again, say it, close. */
function useSettle(done: string, onClose: () => void): () => Promise<void> {
  const refresh = useRefreshCommitments()
  return async () => {
    await refresh()
    notify({ text: done })
    onClose()
  }
}
