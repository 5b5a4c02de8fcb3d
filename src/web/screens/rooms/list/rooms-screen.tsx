import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { query } from '../../../api.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { DeskLink } from '../desk/desk-link.tsx'
import { LogsLink } from '../log/log-links.tsx'
import { messages } from '../messages.ts'
import { stateOf } from '../room-words.ts'
import type { RoomsSearch } from '../rooms-search.ts'
import type { RoomRow } from '../shapes.ts'
import { roomColumns } from './room-columns.tsx'
import page from '../page.module.css'
import styles from './rooms-screen.module.css'

/** Somebody comes in or a room opens: the list looks again by itself. */
const REFRESH_MS = 15_000

/** The rooms of a day, all of the programme. */
export const RoomsScreen = () => <RoomList mine={false} />

/** Those of a representative or an interpreter. */
export const MyRoomsScreen = () => <RoomList mine />

function RoomList({ mine }: { mine: boolean }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const programmeId = programme.id
  const { day } = useSearch({ strict: false }) as RoomsSearch
  const input = { programmeId, ...(day === undefined ? {} : { day }) }
  const { data, error, refetch } = useQuery(
    query.rooms.listRooms.queryOptions({ input, refetchInterval: REFRESH_MS, placeholderData: (before) => before }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const hasDays = data.days.length > 0
  return (
    <>
      <PageHead
        title={mine ? t('mine') : t('title')}
        actions={
          hasDays ? (
            <>
              {mine ? null : <DeskLink />}
              <LogsLink mine={mine} />
            </>
          ) : null
        }
        lead={hasDays ? t('lead', { minutes: data.opensMinutes }) : undefined}
      >
        {hasDays ? <Days days={data.days} day={data.day} mine={mine} /> : null}
      </PageHead>
      <div className={page.page}>{hasDays ? <RoomTable rows={data.rows} /> : <NoRooms mine={mine} />}</div>
    </>
  )
}

function NoRooms({ mine }: { mine: boolean }) {
  const t = useMessages(messages)
  const params = { programmeId: useProgramme().programme.id }
  return (
    <EmptyState
      title={t(mine ? 'noneMine' : 'none')}
      action={
        mine ? (
          <LinkButton to="/programmes/$programmeId/my/requests" params={params}>
            {t('toRequests')}
          </LinkButton>
        ) : (
          <LinkButton to="/programmes/$programmeId/schedule" params={params}>
            {t('toSchedule')}
          </LinkButton>
        )
      }
    >
      {t(mine ? 'noneMineHint' : 'noneHint')}
    </EmptyState>
  )
}

function Days({ days, day, mine }: { days: readonly string[]; day: string | null; mine: boolean }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const navigate = useNavigate()
  const params = { programmeId: useProgramme().programme.id }
  const choose = (chosen: string) =>
    void navigate(
      mine
        ? { to: '/programmes/$programmeId/my/rooms', params, search: { day: chosen } }
        : { to: '/programmes/$programmeId/rooms', params, search: { day: chosen } },
    )
  return (
    <label className={styles.day}>
      <span>{t('day')}</span>
      <select value={day ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        {days.map((each) => (
          <option key={each} value={each}>
            {formatCalendarDay(each, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}

function RoomTable({ rows }: { rows: readonly RoomRow[] }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  return (
    <DataTable
      label={t('label')}
      rows={rows}
      columns={roomColumns(t, text, programme.id)}
      rowKey={({ requestId }) => requestId}
      initialSort={{ columnId: 'time', direction: 'up' }}
      rowNote={(room) => (stateOf(room) === 'disputed' || room.waiting.length > 0 ? 'hand' : undefined)}
    />
  )
}
