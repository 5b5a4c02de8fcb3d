import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { RoomState } from '../../../../modules/rooms/contract.ts'
import { useMessages } from '../../../locale.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { Call } from './call.ts'
import { messages } from './messages.ts'
import { type Remaining, remainingOf } from './remaining.ts'
import styles from './call.module.css'

/** How much time is left by the server's clock; the broker may add some, or close the room. */
export function Timer({
  room,
  offsetMs,
  isBroker,
  call,
}: {
  room: RoomState
  offsetMs: number
  isBroker: boolean
  call: Call
}) {
  const t = useMessages(messages)
  const remaining = useRemaining(room, offsetMs)
  return (
    <div className={styles.timer}>
      {room.rehearsal ? <StatusBadge>{t('timer.rehearsal')}</StatusBadge> : null}
      <span role="timer" data-phase={remaining.phase}>
        <TimerWords remaining={remaining} />
      </span>
      {isBroker ? (
        <>
          {([5, 10] as const).map((minutes) => (
            <Button key={minutes} size="xs" onClick={() => call.extend(minutes)}>
              {t('timer.extend', { minutes })}
            </Button>
          ))}
          <Button size="xs" color="signal" onClick={() => call.end()}>
            {t('timer.end')}
          </Button>
        </>
      ) : null}
    </div>
  )
}

function TimerWords({ remaining: { phase, minutes } }: { remaining: Remaining }) {
  const t = useMessages(messages)
  if (phase === 'before') return <>{t('timer.until', { minutes })}</>
  if (phase === 'over') return <strong>{t('timer.over', { minutes })}</strong>
  return <>{minutes < 1 ? t('timer.lastMinute') : t('timer.left', { minutes })}</>
}

function useRemaining(room: RoomState, offsetMs: number): Remaining {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return remainingOf(room, nowMs + offsetMs)
}
