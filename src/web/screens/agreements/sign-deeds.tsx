import { Button, Checkbox, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Ending, SigningPaper } from './shapes.ts'
import { CodeForm } from './sign-code.tsx'
import { messages } from './sign-messages.ts'
import styles from './sign-screen.module.css'

/** Signing and declining. A code that ran out while somebody was reading is asked for anew, the text stays open. */
export function SignDeeds({
  link,
  paper,
  firstCode,
  address,
  onEnd,
  onLookAgain,
}: {
  link: string
  paper: SigningPaper
  firstCode: string
  address: string
  onEnd: (ending: Ending) => void
  onLookAgain: () => void
}) {
  const t = useMessages(messages)
  const [consents, setConsents] = useState(false)
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const [code, setCode] = useState(firstCode)
  const { partyId, parties, contentHash, isYourTurn } = paper
  const own = parties.find(({ id }) => id === partyId)
  const sign = useMutation({
    mutationFn: () => api.agreements.signAgreement({ link, code, contentHash, consent: true }),
    meta: { quiet: true },
    onSuccess: ({ complete }) => onEnd(complete ? 'complete' : 'signed'),
  })
  const decline = useMutation({
    mutationFn: () => api.agreements.declineAgreement({ link, code, reason }),
    meta: { quiet: true },
    onSuccess: () => onEnd('declined'),
    // What went wrong is said on the page below.
    onError: () => setDeclining(false),
  })
  const problem = sign.error ?? decline.error
  const again = (next: string) => {
    setCode(next)
    sign.reset()
    decline.reset()
  }
  if (own?.signedAt) return <p className={styles.note}>{t('paper.alreadySigned')}</p>
  return (
    <footer className={styles.deeds}>
      <p className={styles.small}>{t('paper.level')}</p>
      {problem && toProblem(problem).code === 'agreements.code-wrong' ? (
        <div className={styles.renew}>
          <p role="alert">{t('paper.newCode')}</p>
          <CodeForm link={link} address={address} label={t('paper.useCode')} busy={false} onCode={again} />
        </div>
      ) : problem ? (
        <div className={styles.renew}>
          <ProblemNotice error={problem} />
          <Button onClick={onLookAgain}>{t('reload')}</Button>
        </div>
      ) : null}
      {isYourTurn ? (
        <Checkbox
          size="md"
          label={t('paper.consent', { party: own?.legalName ?? '' })}
          checked={consents}
          onChange={(event) => setConsents(event.currentTarget.checked)}
        />
      ) : (
        <p className={styles.note}>{t('paper.notTurn')}</p>
      )}
      <div className={styles.buttons}>
        <Button size="md" onClick={() => setDeclining(true)}>
          {t('paper.decline')}
        </Button>
        {isYourTurn ? (
          <Button
            size="md"
            variant="filled"
            disabled={!consents}
            loading={sign.isPending}
            onClick={() => sign.mutate()}
          >
            {t('paper.sign')}
          </Button>
        ) : null}
      </div>
      <Confirm
        opened={declining}
        title={t('declining.title')}
        confirmLabel={t('declining.confirm')}
        serious
        busy={decline.isPending}
        onCancel={() => setDeclining(false)}
        onConfirm={() => {
          if (reason.trim() !== '') decline.mutate()
        }}
      >
        <p>{t('declining.body')}</p>
        <Textarea
          label={t('declining.reason')}
          required
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </footer>
  )
}
