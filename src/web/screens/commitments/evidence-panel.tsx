import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { AssessmentView } from './assessment-view.tsx'
import styles from './evidence-panel.module.css'
import { messages } from './messages.ts'
import page from './page.module.css'
import { usePartyName } from './party-name.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import type { Commitment, Evidence } from './shapes.ts'
import { useRefreshCommitments } from './use-refresh-commitments.ts'

/** What was shown, newest first, with the word of every other party; the newest can be judged. */
export function EvidencePanel({ commitment }: { commitment: Commitment }) {
  const t = useMessages(messages)
  const [newest, ...earlier] = commitment.evidence.toReversed()
  return (
    <Panel title={t('evidence.title')}>
      {newest ? (
        <>
          <OneEvidence evidence={newest} commitment={commitment} isNewest />
          {earlier.length > 0 ? (
            <details className={styles.earlier}>
              <summary>
                {t('evidence.earlier')} ({earlier.length})
              </summary>
              {earlier.map((evidence) => (
                <OneEvidence key={evidence.id} evidence={evidence} commitment={commitment} />
              ))}
            </details>
          ) : null}
        </>
      ) : (
        <EmptyState title={t('evidence.none')}>{t('evidence.noneHint')}</EmptyState>
      )}
    </Panel>
  )
}

function OneEvidence({
  evidence,
  commitment,
  isNewest = false,
}: {
  evidence: Evidence
  commitment: Commitment
  isNewest?: boolean
}) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { note, file, givenAt, assessment } = evidence
  const address = `/api/v1/programmes/${programme.id}/commitments/${commitment.id}/evidence/${evidence.id}/file`
  return (
    <article className={styles.evidence}>
      <p className={page.small}>
        {t('evidence.given')} <Time at={givenAt} day="full" />
      </p>
      <p className={styles.note}>{note}</p>
      {file ? (
        <p>
          <a href={address} download={file.name} className={styles.file}>
            <Icon name="download" /> {file.name}
          </a>
        </p>
      ) : null}
      {assessment ? <AssessmentView assessment={assessment} criteria={commitment.criteria} /> : null}
      <Verdicts evidence={evidence} commitment={commitment} isNewest={isNewest} />
    </article>
  )
}

/** Every party but the owner with its word, and the buttons of those for whom the reader may speak. */
function Verdicts({
  evidence,
  commitment,
  isNewest,
}: {
  evidence: Evidence
  commitment: Commitment
  isNewest: boolean
}) {
  const t = useMessages(messages)
  const partyName = usePartyName()
  const { parties, partyId, may } = commitment
  return (
    <section className={styles.verdicts}>
      <h3>{t('evidence.words')}</h3>
      <ul>
        {parties
          .filter(({ id }) => id !== partyId)
          .map(({ id }) => {
            const word = evidence.verdicts.find((one) => one.partyId === id)
            return (
              <li key={id}>
                <span>{partyName(parties, id)}</span>
                <StatusBadge tone={word ? (word.verdict === 'accept' ? 'done' : 'hand') : 'neutral'}>
                  {t(word ? (word.verdict === 'accept' ? 'evidence.accepts' : 'evidence.objects') : 'evidence.waits')}
                </StatusBadge>
                {isNewest && may.judgeFor.includes(id) ? (
                  <Judge evidenceId={evidence.id} commitment={commitment} judgeId={id} word={word?.verdict ?? null} />
                ) : null}
                {word?.reason ? <p className={page.quote}>{word.reason}</p> : null}
              </li>
            )
          })}
      </ul>
      {isNewest && may.judgeFor.length > 0 ? <p className={page.small}>{t('evidence.judgeHint')}</p> : null}
    </section>
  )
}

function Judge({
  evidenceId,
  commitment,
  judgeId,
  word,
}: {
  evidenceId: string
  commitment: Commitment
  judgeId: string
  word: 'accept' | 'object' | null
}) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshCommitments()
  const partyName = usePartyName()
  const [objecting, setObjecting] = useState(false)
  const name = partyName(commitment.parties, judgeId)
  const judge = useMutation({
    ...query.commitments.judgeEvidence.mutationOptions(),
    meta: { quiet: objecting },
    onSuccess: async ({ status }, { verdict }) => {
      await refresh()
      const done = verdict === 'object' ? 'objectedDone' : status === 'fulfilled' ? 'fulfilledDone' : 'acceptedDone'
      notify({ text: t(`deeds.${done}`) })
      setObjecting(false)
    },
    onError: () => refresh(),
  })
  const say = (verdict: 'accept' | 'object', reason: string | null) =>
    judge.mutate({
      programmeId: programme.id,
      commitmentId: commitment.id,
      evidenceId,
      partyId: judgeId,
      verdict,
      reason,
    })
  return (
    <span className={styles.judge}>
      {word === 'accept' ? null : (
        <Button
          size="xs"
          variant="light"
          loading={judge.isPending && !objecting}
          aria-label={`${t('deeds.accept')}: ${name}`}
          onClick={() => say('accept', null)}
        >
          {t('deeds.accept')}
        </Button>
      )}
      <Button size="xs" aria-label={`${t('deeds.object')}: ${name}`} onClick={() => setObjecting(true)}>
        {t('deeds.object')}
      </Button>
      {objecting ? (
        <ReasonDialog
          title={t('evidence.objectTitle')}
          hint={t('evidence.objectHint', { party: name })}
          deed={t('deeds.object')}
          busy={judge.isPending}
          error={judge.error}
          onClose={() => setObjecting(false)}
          onReason={(reason) => say('object', reason)}
        />
      ) : null}
    </span>
  )
}
