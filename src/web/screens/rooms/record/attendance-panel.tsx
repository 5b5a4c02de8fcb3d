import { Button, Radio, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Modal } from '../../../ui/modal.tsx'
import { notify } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { messages } from '../messages.ts'
import type { Attendance, RoomRecord } from '../shapes.ts'
import styles from './room-record.module.css'

/** Who was there, where that is known from, and the way to say otherwise. */
export function AttendancePanel({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  const text = useText()
  const [corrected, setCorrected] = useState<Attendance['party'] | null>(null)
  const maySay = room.seat === 'host' || room.seat === 'guest' || room.seat === 'broker'
  return (
    <Panel title={t('record.attendance')}>
      <ul className={styles.lines}>
        {room.attendance.map((attendance) => (
          <li key={attendance.party}>
            <span>
              <b>{text(room[attendance.party].name)}</b> <small>{t(`roles.${attendance.party}`)}</small>
              <br />
              <AttendanceWords attendance={attendance} />
            </span>
            {maySay && room.state !== 'cancelled' ? (
              <Button size="xs" variant="default" onClick={() => setCorrected(attendance.party)}>
                {t('record.say')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {room.words.length > 0 ? <Words room={room} /> : null}
      {corrected ? <SayDialog room={room} party={corrected} onClose={() => setCorrected(null)} /> : null}
    </Panel>
  )
}

function AttendanceWords({ attendance }: { attendance: Attendance }) {
  const t = useMessages(messages)
  const { attended, basis, wasDisputed, presentSeconds, lateMinutes } = attendance
  const word = attended === null ? 'unknown' : attended ? 'attended' : 'absent'
  const facts = [
    t(`record.basis.${basis}`),
    ...(presentSeconds > 0 ? [t('record.minutes', { minutes: Math.max(1, Math.round(presentSeconds / 60)) })] : []),
    ...(lateMinutes !== null && lateMinutes > 0 ? [t('record.late', { minutes: lateMinutes })] : []),
    ...(wasDisputed && basis === 'decided' ? [t('record.wasDisputed')] : []),
  ]
  const tone = basis === 'disputed' ? 'hand' : attended === null ? 'neutral' : attended ? 'done' : 'off'
  return (
    <span className={styles.attendance}>
      <StatusBadge tone={tone}>{t(`record.${word}`)}</StatusBadge>
      <small>{facts.join(', ')}</small>
    </span>
  )
}

function Words({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <div className={styles.words}>
      <strong>{t('record.words')}</strong>
      <ul>
        {room.words.map(({ name, saidBy, party, attended, note, saidAt }) => (
          <li key={saidAt + saidBy + party}>
            {t(attended ? 'record.wordYes' : 'record.wordNo', {
              name,
              as: t(`roles.${saidBy}`),
              party: text(room[party].name),
            })}
            {note ? `. ${note}` : ''}
          </li>
        ))}
      </ul>
    </div>
  )
}

function SayDialog({ room, party, onClose }: { room: RoomRecord; party: Attendance['party']; onClose: () => void }) {
  const t = useMessages(messages)
  const text = useText()
  const queries = useQueryClient()
  const { programme } = useProgramme()
  const [attended, setAttended] = useState<'yes' | 'no' | null>(null)
  const [note, setNote] = useState('')
  const { mutate, isPending } = useMutation(
    query.rooms.sayAttendance.mutationOptions({
      onSuccess: () => {
        notify({ text: t('record.said') })
        onClose()
        return queries.invalidateQueries({ queryKey: query.rooms.key() })
      },
    }),
  )
  const say = () =>
    mutate({
      programmeId: programme.id,
      requestId: room.requestId,
      party,
      attended: attended === 'yes',
      note: note.trim() || null,
    })
  return (
    <Modal
      opened
      title={t('record.sayTitle', { party: text(room[party].name) })}
      onClose={onClose}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button variant="filled" loading={isPending} disabled={attended === null} onClick={say}>
            {t('record.say')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Radio
          name="attended"
          label={t('record.yes')}
          checked={attended === 'yes'}
          onChange={() => setAttended('yes')}
        />
        <Radio name="attended" label={t('record.no')} checked={attended === 'no'} onChange={() => setAttended('no')} />
        <TextInput
          label={t('record.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <p className={styles.none}>{t('record.sayHint')}</p>
      </div>
    </Modal>
  )
}
