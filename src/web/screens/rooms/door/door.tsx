import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from '../messages.ts'
import type { RoomRecord } from '../shapes.ts'
import { DeviceCheck } from './device-check.tsx'
import type { Joining } from './joining.ts'
import { RunRoom } from './run-room.tsx'
import styles from './door.module.css'

/** Before the call: when the room opens, camera and microphone, and for the operator the keys. */
export function Door({ room, onJoin }: { room: RoomRecord; onJoin: (joining: Joining) => void }) {
  const t = useMessages(messages)
  const { roles } = useProgramme()
  const isOver = room.state === 'over' || room.state === 'cancelled'
  const mayJoin = room.state === 'open' && room.seat !== null && room.link === null
  const facts = <Facts room={room} />
  return (
    <div className={styles.door} data-single={isOver || room.seat === null || room.link !== null || undefined}>
      {room.link !== null && !isOver ? (
        <Panel title={t('door.meeting')}>
          <p className={styles.elsewhere}>{t('door.elsewhere')}</p>
          <a className={styles.link} href={room.link} target="_blank" rel="noopener noreferrer">
            {t('door.openLink')}
          </a>
        </Panel>
      ) : null}
      {room.link === null && !isOver && room.seat !== null ? (
        <DeviceCheck joinLabel={mayJoin ? t('door.join') : null} hasRelay={room.hasRelay} onJoin={onJoin} />
      ) : null}
      <div className={styles.side}>
        {facts}
        {roles.includes('operator') && room.state !== 'cancelled' ? <RunRoom room={room} /> : null}
      </div>
    </div>
  )
}

function Facts({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  const text = useText()
  const rows: [string, React.ReactNode][] = [
    [t('host'), `${text(room.host.name)} (${room.host.code})`],
    [t('guest'), `${text(room.guest.name)} (${room.guest.code})`],
    [t('interpreter'), room.interpreterName ?? t('noInterpreter')],
    [t('door.starts'), <Time key="starts" at={room.startsAt} day="short" />],
    [t('door.ends'), <Time key="ends" at={room.endsAt} />],
    ...(room.state === 'early'
      ? [[t('door.opensAt'), <Time key="opens" at={room.opensAt} day="short" />] as [string, React.ReactNode]]
      : []),
    ...(room.state === 'open'
      ? [[t('door.closesAt'), <Time key="closes" at={room.closesAt} />] as [string, React.ReactNode]]
      : []),
  ]
  return (
    <Panel title={t('door.meeting')}>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {room.seat === null ? <p className={styles.elsewhere}>{t('door.official')}</p> : null}
      <NextRoom after={room} />
    </Panel>
  )
}

/** The way on to one's next meeting of the day. */
export function NextRoom({ after }: { after: Pick<RoomRecord, 'requestId' | 'startsAt'> }) {
  const t = useMessages(messages)
  const { programme, seesChain } = useProgramme()
  const { data } = useQuery({
    ...query.rooms.listRooms.queryOptions({ input: { programmeId: programme.id, day: after.startsAt.slice(0, 10) } }),
    // The operator has no next meeting: all of them are.
    enabled: !seesChain,
  })
  const next = data?.rows
    .filter(({ startsAt, state }) => startsAt > after.startsAt && state !== 'cancelled')
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]
  if (!next) return null
  return (
    <p className={styles.next}>
      <span>
        {t('door.next')}: <Time at={next.startsAt} />
      </span>
      <LinkButton
        variant="default"
        to="/programmes/$programmeId/rooms/$requestId"
        params={{ programmeId: programme.id, requestId: next.requestId }}
      >
        {t('door.toNext')}
      </LinkButton>
    </p>
  )
}
