import { Button, Select, TextInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { plainUnits } from '../../../kernel/money.ts'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import { GRADES, useOutcomeWords } from './outcome-words.ts'
import page from './page.module.css'
import type { Outcome } from './shapes.ts'
import { useRefreshOutcomes } from './use-refresh-outcomes.ts'

interface DialogProps {
  readonly outcome: Outcome
  readonly onClose: () => void
}

/** After a deed: read again, say it, close. */
function useSettle(done: string, onClose: () => void): () => Promise<void> {
  const refresh = useRefreshOutcomes()
  return async () => {
    await refresh()
    notify({ text: done })
    onClose()
  }
}

function Dialog({
  title,
  deed,
  serious = false,
  busy,
  error,
  onDeed,
  onClose,
  children,
}: {
  title: string
  deed: string
  serious?: boolean
  busy: boolean
  error: unknown
  onDeed: () => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Modal
      opened
      title={title}
      onClose={onClose}
      foot={
        <Button variant="filled" {...(serious ? { color: 'signal' } : {})} loading={busy} onClick={onDeed}>
          {deed}
        </Button>
      }
    >
      <div className={page.form}>
        {children}
        {error ? <ProblemNotice error={error} compact /> : null}
      </div>
    </Modal>
  )
}

/** Another grade with what proves it; everything else stays as it is. */
export function GradeDialog({ outcome, onClose }: DialogProps) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const { programme } = useProgramme()
  const [grade, setGrade] = useState(outcome.grade)
  const [evidence, setEvidence] = useState(outcome.evidence ?? '')
  const [tried, setTried] = useState(false)
  const settle = useSettle(t('one.raised'), onClose)
  const change = useMutation({
    ...query.outcomes.changeOutcome.mutationOptions(),
    meta: { quiet: true },
    onSuccess: settle,
  })
  const isMissing = GRADES.indexOf(grade) >= GRADES.indexOf('document') && evidence.trim() === ''
  const save = () => {
    setTried(true)
    if (isMissing) return
    const { id, revision, title, amount, happenedOn, conversions } = outcome
    change.mutate({
      programmeId: programme.id,
      outcomeId: id,
      revision,
      title,
      happenedOn,
      grade,
      amount: amount && { value: plainUnits(amount), currency: amount.currency },
      evidence: evidence.trim() === '' ? null : evidence.trim(),
      conversions: conversions.map(({ amount: second, rate, origin, roundedTo }) => ({
        currency: second.currency,
        published: origin === 'published' ? plainUnits(second) : null,
        rate,
        roundedTo,
      })),
    })
  }
  return (
    <Dialog
      title={t('one.raise')}
      deed={t('one.raise')}
      busy={change.isPending}
      error={change.error}
      onDeed={save}
      onClose={onClose}
    >
      <p>{t('one.raiseHint')}</p>
      <Select
        label={t('one.grade')}
        value={grade}
        allowDeselect={false}
        data={GRADES.map((one) => ({ value: one, label: words(`grades.${one}`) }))}
        onChange={(value) => setGrade(GRADES.find((one) => one === value) ?? grade)}
      />
      <Textarea
        label={t('one.evidence')}
        description={t('one.evidenceHint')}
        rows={3}
        maxLength={500}
        value={evidence}
        error={tried && isMissing ? t('one.evidenceMissing') : null}
        onChange={(input) => setEvidence(input.currentTarget.value)}
      />
    </Dialog>
  )
}

/** The same thing was announced once more. */
export function AnnouncementDialog({ outcome, onClose }: DialogProps) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [on, setOn] = useState(outcome.happenedOn)
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const settle = useSettle(t('one.noted'), onClose)
  const note = useMutation({
    ...query.outcomes.noteAnnouncement.mutationOptions(),
    meta: { quiet: true },
    onSuccess: settle,
  })
  const isMissing = source.trim() === ''
  return (
    <Dialog
      title={t('one.addAnnouncement')}
      deed={t('one.addAnnouncement')}
      busy={note.isPending}
      error={note.error}
      onDeed={() => {
        setTried(true)
        if (isMissing || on === '') return
        note.mutate({ programmeId: programme.id, outcomeId: outcome.id, on, source: source.trim() })
      }}
      onClose={onClose}
    >
      <p>{t('one.announcementsNote')}</p>
      <TextInput
        type="date"
        label={t('one.announcedOn')}
        required
        value={on}
        onChange={(input) => setOn(input.currentTarget.value)}
      />
      <TextInput
        label={t('one.source')}
        maxLength={300}
        required
        value={source}
        error={tried && isMissing ? t('one.sourceMissing') : null}
        onChange={(input) => setSource(input.currentTarget.value)}
      />
    </Dialog>
  )
}

export function WithdrawDialog({ outcome, onClose }: DialogProps) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const settle = useSettle(t('one.withdrawn'), onClose)
  const withdraw = useMutation({
    ...query.outcomes.withdrawOutcome.mutationOptions(),
    meta: { quiet: true },
    onSuccess: settle,
  })
  const isMissing = reason.trim() === ''
  return (
    <Dialog
      title={t('one.withdrawTitle')}
      deed={t('one.withdraw')}
      serious
      busy={withdraw.isPending}
      error={withdraw.error}
      onDeed={() => {
        setTried(true)
        if (!isMissing) withdraw.mutate({ programmeId: programme.id, outcomeId: outcome.id, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <p>{t('one.withdrawHint')}</p>
      <Textarea
        label={t('one.why')}
        rows={3}
        maxLength={500}
        required
        value={reason}
        error={tried && isMissing ? t('one.whyMissing') : null}
        onChange={(input) => setReason(input.currentTarget.value)}
      />
    </Dialog>
  )
}
