import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { GradeSteps } from './grade-steps.tsx'
import { messages } from './messages.ts'
import { AnnouncementDialog, GradeDialog, WithdrawDialog } from './outcome-dialogs.tsx'
import { OutcomeFacts } from './outcome-facts.tsx'
import { useAmounts } from './outcome-words.ts'
import page from './page.module.css'
import type { Outcome } from './shapes.ts'

const route = getRouteApi('/programmes/$programmeId/outcomes/$outcomeId')

/** One record: what it is, how well it is proven, and how often it was announced. */
export function OutcomeScreen() {
  const text = useText()
  const { programme } = useProgramme()
  const { outcomeId } = route.useParams()
  const { data, error, refetch } = useQuery(
    query.outcomes.readOutcome.queryOptions({ input: { programmeId: programme.id, outcomeId } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead title={text(data.title)} badge={<State outcome={data} />} actions={<Deeds outcome={data} />} />
      <div className={page.page}>
        <div className={page.columns}>
          <OutcomeFacts outcome={data} />
          <Announcements outcome={data} />
        </div>
      </div>
    </>
  )
}

function State({ outcome: { status, grade } }: { outcome: Outcome }) {
  const t = useMessages(messages)
  return status === 'withdrawn' ? (
    <StatusBadge tone="off">{t('records.withdrawn')}</StatusBadge>
  ) : (
    <GradeSteps grade={grade} />
  )
}

type Deed = 'withdraw' | 'addAnnouncement' | 'raise'

function Deeds({ outcome }: { outcome: Outcome }) {
  const t = useMessages(messages)
  const [deed, setDeed] = useState<Deed | null>(null)
  if (!outcome.may.edit) return null
  const close = () => setDeed(null)
  return (
    <>
      <Button onClick={() => setDeed('withdraw')}>{t('one.withdraw')}</Button>
      <Button onClick={() => setDeed('addAnnouncement')}>{t('one.addAnnouncement')}</Button>
      <Button variant="filled" onClick={() => setDeed('raise')}>
        {t('one.raise')}
      </Button>
      {deed === 'raise' ? <GradeDialog outcome={outcome} onClose={close} /> : null}
      {deed === 'addAnnouncement' ? <AnnouncementDialog outcome={outcome} onClose={close} /> : null}
      {deed === 'withdraw' ? <WithdrawDialog outcome={outcome} onClose={close} /> : null}
    </>
  )
}

function Announcements({ outcome: { announcements } }: { outcome: Outcome }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const amounts = useAmounts()
  return (
    <Panel title={t('one.announcements')} note={t('one.announcementsNote')}>
      {announcements.length === 0 ? (
        <p className={page.quiet}>{t('one.announcementsNone')}</p>
      ) : (
        <ol className={page.plain}>
          {announcements.map(({ on, amount, source }) => (
            <li key={`${on} ${source}`}>
              <b>{formatCalendarDay(on, locale)}</b>
              {amount ? ` · ${amounts(amount)}` : null}
              <p className={page.small}>{t('figures.source', { source })}</p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
