import { Link } from '@tanstack/react-router'
import { useMessages } from '../../../locale.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from '../messages.ts'
import { TONES, stateOf } from '../room-words.ts'
import type { RoomRow } from '../shapes.ts'
import styles from './rooms-screen.module.css'

/** `t` and `text` in the reader's language. */
export const roomColumns = (
  t: ReturnType<typeof useMessages<(typeof messages)['en']>>,
  text: (name: RoomRow['host']['name']) => string,
  programmeId: string,
): Column<RoomRow>[] => [
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
          params={{ programmeId, requestId: room.requestId }}
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
        <small title={room.inside.map(({ name }) => name).join(', ')}>
          {t('inside', { count: room.inside.length })}
        </small>
      ) : null}
      {room.waiting.length > 0 ? (
        <StatusBadge tone="hand">{t('waiting', { count: room.waiting.length })}</StatusBadge>
      ) : null}
    </span>
  )
}
