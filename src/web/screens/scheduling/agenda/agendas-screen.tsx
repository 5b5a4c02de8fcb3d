import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { query } from '../../../api.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { type Agenda, heldEntries, holderKey } from './agenda-days.ts'
import { AgendaSheet } from './agenda-sheet.tsx'
import { CalendarFeed } from './calendar-feed.tsx'
import { messages } from './messages.ts'
import styles from './agenda-screen.module.css'

const route = getRouteApi('/programmes/$programmeId/events/$eventId/agendas')

/** Everybody's released day for the operator: to read one, to print one or all, to take away as a table. */
export function AgendasScreen() {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const input = route.useParams()
  const chosen = route.useSearch()
  const { data, error, refetch } = useQuery(query.scheduling.listAgendas.queryOptions({ input }))
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const key = chosen.participantId ?? chosen.interpreterId
  const shown = key === undefined ? data.rows : data.rows.filter((agenda) => holderKey(agenda) === key)
  const [first] = shown
  return (
    <>
      <div className={styles.head}>
        <PageHead
          title={key !== undefined && first ? t('one', { name: text(first.holderName) }) : t('all')}
          lead={first ? t('allLead', { version: first.version }) : undefined}
          actions={
            <>
              <Button
                leftSection={<Icon name="chevron-left" />}
                renderRoot={(props) => (
                  <Link to="/programmes/$programmeId/events/$eventId/schedule" params={input} {...props} />
                )}
              >
                {t('back')}
              </Button>
              {first ? (
                <>
                  <Button
                    component="a"
                    leftSection={<Icon name="download" />}
                    href={`/api/v1/programmes/${input.programmeId}/events/${input.eventId}/schedule-export?locale=${locale}&format=xlsx`}
                    download
                  >
                    {t('export')}
                  </Button>
                  <Button variant="filled" onClick={() => window.print()}>
                    {t('print')}
                  </Button>
                </>
              ) : null}
            </>
          }
        >
          {data.rows.length > 0 ? <HolderChoice agendas={data.rows} current={key ?? ''} /> : null}
        </PageHead>
      </div>
      <div className={styles.page}>
        {first ? null : <EmptyState title={t('noneAll')}>{t('noneAllHint')}</EmptyState>}
        {shown.map((agenda) => (
          <AgendaSheet
            key={holderKey(agenda)}
            agenda={agenda}
            title={text(agenda.holderName)}

            programmeId={input.programmeId}
          />
        ))}
        {key !== undefined && first ? <CalendarFeed programmeId={input.programmeId} agenda={first} /> : null}
      </div>
    </>
  )
}

/** Who: companies and interpreters with the number of their meetings. */
function HolderChoice({ agendas, current }: { agendas: readonly Agenda[]; current: string }) {
  const t = useMessages(messages)
  const text = useText()
  const navigate = route.useNavigate()
  const option = (agenda: Agenda) => (
    <option key={holderKey(agenda)} value={holderKey(agenda)}>
      {text(agenda.holderName)} ({heldEntries(agenda)})
    </option>
  )
  const choose = (key: string) => {
    const chosen = agendas.find((agenda) => holderKey(agenda) === key)
    const { participantId, interpreterId } = chosen ?? {}
    void navigate({ search: participantId ? { participantId } : interpreterId ? { interpreterId } : {} })
  }
  return (
    <label className={styles.holder}>
      <span>{t('holder')}</span>
      <select value={current} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('everybody', { count: agendas.length })}</option>
        <optgroup label={t('companies')}>{agendas.filter((a) => a.participantId !== null).map(option)}</optgroup>
        <optgroup label={t('interpreters')}>{agendas.filter((a) => a.interpreterId !== null).map(option)}</optgroup>
      </select>
    </label>
  )
}
