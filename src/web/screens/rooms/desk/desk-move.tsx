import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useZones } from '../../../ui/time.tsx'
import { formatDay, readZones } from '../../../ui/time-format.ts'
import { messages } from './desk-messages.ts'
import type { Desk, DeskRow } from './desk-shapes.ts'
import styles from './desk.module.css'

/** Another time or another interpreter, chosen by hand; the two sides are told at once. */
export function DeskMove({
  row,
  programmeId,
  interpreters,
}: {
  row: DeskRow
  programmeId: string
  interpreters: Desk['interpreters']
}) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [timeslotId, setTimeslot] = useState('')
  const [interpreterId, setInterpreter] = useState('')
  const { eventId, requestId } = row
  const key = { programmeId, eventId }
  const board = useQuery({ ...query.scheduling.readBoard.queryOptions({ input: key }), enabled: isOpen })
  const landings = useQuery({
    ...query.scheduling.readLandings.queryOptions({ input: { ...key, requestId } }),
    enabled: isOpen,
  })
  const move = useMutation({
    ...query.rooms.moveFromDesk.mutationOptions(),
    meta: { quiet: true },
    onSuccess: ({ version, heldBack }) => {
      if (version !== null) notify({ text: t('applied', { version, count: 2 }) })
      if (heldBack.length > 0) notify({ text: t('heldBack', { count: heldBack.length }), tone: 'hand' })
      setOpen(false)
      return Promise.all([
        client.invalidateQueries({ queryKey: query.rooms.key() }),
        client.invalidateQueries({ queryKey: query.scheduling.key() }),
      ])
    },
  })
  const others = interpreters.filter((each) => each.eventId === eventId && each.id !== row.interpreterId)
  if (!isOpen) {
    return (
      <div className={styles.buttons}>
        <Button onClick={() => setOpen(true)}>
          {row.interpreterName === null ? t('move') : `${t('move')} / ${t('swap')}`}
        </Button>
      </div>
    )
  }
  const free = new Set(landings.data?.rows.flatMap((each) => (each.state === 'free' ? [each.timeslotId] : [])))
  const times = (board.data?.timeslots ?? []).filter(({ id, startsAt }) => free.has(id) && startsAt !== row.startsAt)
  const send = (change: { timeslotId: string } | { interpreterId: string }) =>
    move.mutate({ programmeId, requestId, revision: board.data?.revision ?? 0, ...change })
  const problem = board.error ?? landings.error ?? move.error
  return (
    <div className={styles.move}>
      {landings.data && board.data && times.length === 0 ? <p>{t('noTimes')}</p> : null}
      {times.length > 0 ? (
        <div className={styles.choose}>
          <label>
            <span>{t('chooseTime')}</span>
            <select value={timeslotId} onChange={(event) => setTimeslot(event.currentTarget.value)}>
              <option value="">{t('choose')}</option>
              {times.map(({ id, startsAt }) => (
                <TimeOption key={id} id={id} at={startsAt} />
              ))}
            </select>
          </label>
          <Button disabled={timeslotId === ''} loading={move.isPending} onClick={() => send({ timeslotId })}>
            {t('moveNow')}
          </Button>
        </div>
      ) : null}
      {row.interpreterName === null || others.length === 0 ? null : (
        <div className={styles.choose}>
          <label>
            <span>{t('chooseInterpreter')}</span>
            <select value={interpreterId} onChange={(event) => setInterpreter(event.currentTarget.value)}>
              <option value="">{t('choose')}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Button
            disabled={interpreterId === '' || !board.data}
            loading={move.isPending}
            onClick={() => send({ interpreterId })}
          >
            {t('swapNow')}
          </Button>
        </div>
      )}
      <p className={styles.line}>{t('near')}</p>
      {problem ? <ProblemNotice error={problem} compact /> : null}
    </div>
  )
}

function TimeOption({ id, at }: { id: string; at: string }) {
  const { locale } = useLocale()
  const zones = useZones().map(({ zone }) => zone)
  const clocks = readZones(at, zones, locale).map(({ clock, label }) => `${clock} ${label}`)
  return (
    <option value={id}>
      {formatDay(at, zones[0] ?? 'UTC', locale, true)} {clocks.join(' · ')}
    </option>
  )
}
