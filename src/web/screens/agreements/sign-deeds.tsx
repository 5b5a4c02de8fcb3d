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
import { DeviceRefusal, canUsePasskeys, signWithPasskey } from './sign-with-passkey.ts'

/** Signing and declining. A code that ran out while somebody was reading is asked for anew, the text stays open. */
export function SignDeeds({
  link,
  paper,
  firstCode,
  address,
  hasPasskey,
  onEnd,
  onLookAgain,
}: {
  link: string
  paper: SigningPaper
  /** Null: opened by the signatory who is signed in; a code is asked for when it is needed. */
  firstCode: string | null
  address: string
  hasPasskey: boolean
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
    mutationFn: (by: 'code' | 'passkey') =>
      by === 'passkey'
        ? signWithPasskey(link, contentHash)
        : api.agreements.signAgreement({ link, code: code ?? '', contentHash, consent: true }),
    meta: { quiet: true },
    onSuccess: ({ complete }) => onEnd(complete ? 'complete' : 'signed'),
  })
  const decline = useMutation({
    mutationFn: () => api.agreements.declineAgreement({ link, code: code ?? '', reason }),
    meta: { quiet: true },
    onSuccess: () => onEnd('declined'),
    // What went wrong is said on the page below.
    onError: () => setDeclining(false),
  })
  const problem = sign.error ?? decline.error
  const byPasskey = hasPasskey && isYourTurn && canUsePasskeys()
  const again = (next: string) => {
    setCode(next)
    sign.reset()
    decline.reset()
  }
  if (own?.signedAt) return <p className={styles.note}>{t('paper.alreadySigned')}</p>
  return (
    <footer className={styles.deeds}>
      <p className={styles.small}>{t(byPasskey ? 'paper.levelPasskey' : 'paper.level')}</p>
      {problem instanceof DeviceRefusal ? (
        <p className={styles.wrong} role="alert">
          {t('paper.deviceRefused')}
        </p>
      ) : problem && toProblem(problem).code === 'agreements.code-wrong' ? (
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
        {code === null ? null : (
          <Button size="md" onClick={() => setDeclining(true)}>
            {t('paper.decline')}
          </Button>
        )}
        {isYourTurn && code !== null ? (
          <Button
            size="md"
            variant={byPasskey ? 'default' : 'filled'}
            disabled={!consents}
            loading={sign.isPending}
            onClick={() => sign.mutate('code')}
          >
            {t('paper.sign')}
          </Button>
        ) : null}
        {byPasskey ? (
          <Button
            size="md"
            variant="filled"
            disabled={!consents}
            loading={sign.isPending}
            onClick={() => sign.mutate('passkey')}
          >
            {t('paper.signPasskey')}
          </Button>
        ) : null}
      </div>
      {code === null ? (
        <div className={styles.renew}>
          <p>{t(byPasskey ? 'paper.orCode' : 'paper.needCode')}</p>
          <CodeForm link={link} address={address} label={t('paper.useCode')} busy={false} onCode={again} />
        </div>
      ) : null}
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
