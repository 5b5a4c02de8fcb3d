import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Outputs } from '../../api.ts'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './interests-view.module.css'
import page from './page.module.css'
import { messages } from './view-messages.ts'

type Interest = Outputs['matching']['listInterests']['rows'][number]

const TONES: Readonly<Record<Interest['status'], Tone>> = {
  open: 'accent',
  welcomed: 'done',
  declined: 'off',
  withdrawn: 'off',
}

/**
 * Who is interested in whom, newest first, with the answer where the reader may give it; `whenAny` shows nothing as
 * long as there is nothing.
 */
export function InterestsView({ whenAny = false }: { whenAny?: boolean }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.matching.listInterests.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (whenAny && !error && !data?.rows.length) return null
  return (
    <Panel title={t('interests.title')} note={t('interests.note')}>
      {error ? <ProblemNotice error={error} compact onRetry={() => void refetch()} /> : null}
      {data?.rows.length === 0 ? <p className={page.quiet}>{t('interests.none')}</p> : null}
      <ul className={styles.interests}>
        {data?.rows.map((interest) => (
          <InterestRow key={interest.id} interest={interest} />
        ))}
      </ul>
    </Panel>
  )
}

function InterestRow({ interest }: { interest: Interest }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const client = useQueryClient()
  const { id: interestId, company, partner, profile, status, message, may, createdAt, answeredAt } = interest
  const key = { programmeId: programme.id, interestId }
  const onSettled = () => client.invalidateQueries({ queryKey: query.matching.listInterests.key() })
  const answer = useMutation({
    ...query.matching.answerInterest.mutationOptions(),
    onSuccess: (_, { answer: given }) => notify({ text: t(`interests.${given}`, { company: text(company.name) }) }),
    onSettled,
  })
  const withdraw = useMutation({
    ...query.matching.withdrawInterest.mutationOptions(),
    onSuccess: () => notify({ text: t('interests.withdrawn') }),
    onSettled,
  })
  const names = { company: text(company.name), partner: text(partner.name), profile: text(profile.title) }
  return (
    <li data-hand={may.answer || undefined}>
      <div className={styles.words}>
        <p>{t('interests.inProfile', names)}</p>
        {message ? <blockquote>{message}</blockquote> : null}
        <p className={styles.when}>
          <StatusBadge tone={may.answer ? 'hand' : TONES[status]}>{t(`interests.statuses.${status}`)}</StatusBadge>
          <Time at={answeredAt ?? createdAt} day="short" />
        </p>
      </div>
      <div className={styles.deeds}>
        {may.answer ? (
          <>
            <Button
              variant="filled"
              loading={answer.isPending}
              onClick={() => answer.mutate({ ...key, answer: 'welcomed' })}
            >
              {t('interests.welcome')}
            </Button>
            <Button disabled={answer.isPending} onClick={() => answer.mutate({ ...key, answer: 'declined' })}>
              {t('interests.decline')}
            </Button>
          </>
        ) : null}
        {may.withdraw ? (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(key)}>
            {t('interests.withdraw')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
