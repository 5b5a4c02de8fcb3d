import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Time } from '../../../ui/time.tsx'
import { LogPanel } from '../log/log-links.tsx'
import { messages } from '../messages.ts'
import type { RoomRecord } from '../shapes.ts'
import { AttendancePanel } from './attendance-panel.tsx'
import { GlossaryTable } from './glossary-table.tsx'
import styles from './room-record.module.css'

/** What is kept of a room: who was there, what was written, and the words of both companies for whoever interprets. */
export function RoomRecordView({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { data } = useQuery(
    query.rooms.readGlossary.queryOptions({ input: { programmeId: programme.id, requestId: room.requestId } }),
  )
  const hasBegun = room.startsAt <= room.now
  return (
    <div className={styles.record}>
      {hasBegun && room.state !== 'cancelled' ? <LogPanel requestId={room.requestId} seat={room.seat} /> : null}
      {hasBegun ? <AttendancePanel room={room} /> : null}
      <Panel title={t('record.terms')}>{data ? <GlossaryTable glossary={data} /> : null}</Panel>
      {hasBegun || room.presences.length > 0 ? <PresencePanel room={room} /> : null}
      {room.messages.length > 0 || room.notes.text !== '' || hasBegun ? <Written room={room} /> : null}
    </div>
  )
}

function PresencePanel({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  return (
    <Panel title={t('record.presence')}>
      {room.presences.length === 0 ? (
        <p className={styles.none}>{t('record.noPresence')}</p>
      ) : (
        <ul className={styles.lines}>
          {room.presences.map(({ role, name, from, until, inside }) => (
            <li key={`${role} ${name} ${from}`}>
              <span>
                {name} <small>{t(`roles.${role}`)}</small>
              </span>
              <span className={styles.when}>
                <Time at={from} /> – {inside ? t('record.now') : <Time at={until} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Written({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  return (
    <>
      <Panel title={t('record.chat')}>
        {room.messages.length === 0 ? (
          <p className={styles.none}>{t('record.noChat')}</p>
        ) : (
          <ul className={styles.lines}>
            {room.messages.map(({ id, name, role, text, sentAt }) => (
              <li key={id}>
                <span>
                  <b>{name}</b> <small>{t(`roles.${role}`)}</small>
                  <br />
                  {text}
                </span>
                <span className={styles.when}>
                  <Time at={sentAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('record.notes')}>
        {room.notes.text === '' ? (
          <p className={styles.none}>{t('record.noNotes')}</p>
        ) : (
          <p className={styles.notes}>{room.notes.text}</p>
        )}
      </Panel>
    </>
  )
}
