import { useMemo } from 'react'
import { useMessages } from '../../locale.tsx'
import { useZones } from '../../ui/time.tsx'
import { slotsWithin } from './availability.ts'
import { daysOfSlots } from './event-days.ts'
import { messages } from './messages.ts'
import type { Interval, Timeslot } from './shapes.ts'
import styles from './slot-strip.module.css'

/** When somebody is there: one mark a timeslot, days apart, hollow where absent, with the count in figures. */
export function SlotStrip({
  timeslots,
  availability,
}: {
  timeslots: readonly Timeslot[]
  availability: readonly Interval[]
}) {
  const t = useMessages(messages)
  const [lead] = useZones()
  const zone = lead?.zone ?? 'UTC'
  const days = useMemo(() => daysOfSlots(timeslots, zone), [timeslots, zone])
  const there = useMemo(
    () => new Set(slotsWithin(timeslots, availability).map(({ id }) => id)),
    [timeslots, availability],
  )
  const all = timeslots.length
  if (all === 0) return <span className={styles.none}>–</span>
  return (
    <span className={styles.strip} data-short={there.size < all || undefined}>
      <span className={styles.marks} aria-hidden="true">
        {days.map(({ date, slots }) => (
          <span key={date} className={styles.day}>
            {slots.map(({ id }) => (
              <i key={id} data-there={there.has(id) || undefined} />
            ))}
          </span>
        ))}
      </span>
      <span className={styles.count}>
        <span className="hidden-text">{t('slots.strip', { there: there.size, all })}</span>
        <span aria-hidden="true">
          {there.size === all ? t('slots.whole') : t('slots.count', { there: there.size, all })}
        </span>
      </span>
    </span>
  )
}
