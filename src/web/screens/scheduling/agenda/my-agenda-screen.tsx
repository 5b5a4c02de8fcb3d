import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { holderKey } from './agenda-days.ts'
import { AgendaSheet } from './agenda-sheet.tsx'
import { CalendarFeed } from './calendar-feed.tsx'
import { messages } from './messages.ts'
import styles from './agenda-screen.module.css'

/** A representative's or interpreter's own released days, in every event of the programme. */
export function MyAgendaScreen() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const programmeId = programme.id
  const { data, error, refetch } = useQuery(query.scheduling.listMyAgendas.queryOptions({ input: { programmeId } }))
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <div className={styles.head}>
        <PageHead
          title={t('mine')}
          lead={[...new Set(data.rows.map(({ holderName }) => text(holderName)))].join(', ') || undefined}
          actions={data.rows.length > 0 ? <Button onClick={() => window.print()}>{t('print')}</Button> : undefined}
        />
      </div>
      <div className={styles.page}>
        {data.rows.length === 0 ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : null}
        {data.rows.map((agenda) => (
          <div key={`${agenda.eventId} ${holderKey(agenda)}`} className={styles.one}>
            <AgendaSheet agenda={agenda} title={text(agenda.eventName)} programmeId={programmeId} />
            <CalendarFeed programmeId={programmeId} agenda={agenda} />
          </div>
        ))}
      </div>
    </>
  )
}
