import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { query } from '../../../api.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { messages } from '../messages.ts'
import { TONES, stateOf } from '../room-words.ts'
import type { RoomsSearch } from '../routes.ts'
import type { RoomRow } from '../shapes.ts'
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
  const columns: Column<RoomRow>[] = [
    {
      id: 'time',
      head: t('time'),
      cell: ({ startsAt }) => <Time at={startsAt} stacked />,
      sortBy: ({ startsAt }) => startsAt,
      onPhone: 'title',
    },
    {
      id: 'host',
      head: t('host'),
      cell: ({ host }) => <PartyName name={text(host.name)} code={host.code} />,
      sortBy: ({ host }) => text(host.name),
    },
    {
      id: 'guest',
      head: t('guest'),
      cell: ({ guest }) => <PartyName name={text(guest.name)} code={guest.code} />,
      sortBy: ({ guest }) => text(guest.name),
    },
    {
      id: 'interpreter',
      head: t('interpreter'),
      cell: ({ interpreterName }) => interpreterName ?? t('noInterpreter'),
      sortBy: ({ interpreterName }) => interpreterName,
    },
    { id: 'place', head: t('place'), cell: ({ placeName }) => placeName ?? '–', sortBy: ({ placeName }) => placeName },
    {
      id: 'state',
      head: t('state'),
      cell: (room) => <RoomStateBadge room={room} />,
      sortBy: (room) => t(`states.${stateOf(room)}`),
    },
    {
      id: 'enter',
      head: '',
      cell: (room) => {
        const isOpen = room.state === 'open'
        const names = { host: text(room.host.name), guest: text(room.guest.name) }
        return (
          <Link
            to="/programmes/$programmeId/rooms/$requestId"
            params={{ programmeId: programme.id, requestId: room.requestId }}
            className={styles.enter}
            data-open={isOpen || undefined}
            aria-label={t(isOpen ? 'enterOf' : 'lookOf', names)}
          >
            {t(isOpen ? 'enter' : 'look')}
          </Link>
        )
      },
    },
  ]
  return (
    <DataTable
      label={t('label')}
      rows={rows}
      columns={columns}
      rowKey={({ requestId }) => requestId}
      initialSort={{ columnId: 'time', direction: 'up' }}
      rowNote={(room) => (stateOf(room) === 'disputed' || room.waiting.length > 0 ? 'hand' : undefined)}
    />
  )
}

const PartyName = ({ name, code }: { name: string; code: string }) => (
  <span className={styles.party}>
    {name} <small>{code}</small>
  </span>
)

function RoomStateBadge({ room }: { room: RoomRow }) {
  const t = useMessages(messages)
  const state = stateOf(room)
  return (
    <span className={styles.state}>
      <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>
      {room.inside.length > 0 ? (
        <small title={room.inside.map(({ name }) => name).join(', ')}>{t('inside', { count: room.inside.length })}</small>
      ) : null}
      {room.waiting.length > 0 ? (
        <StatusBadge tone="hand">{t('waiting', { count: room.waiting.length })}</StatusBadge>
      ) : null}
    </span>
  )
}
