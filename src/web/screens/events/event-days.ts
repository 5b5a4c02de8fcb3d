import { type Instant, epochMs, toInstant } from '../../../kernel/instant.ts'
import type { Interval } from '../../../kernel/interval.ts'
import { type TimeZone, wallClock } from '../../../kernel/time-zone.ts'

const HOUR_MS = 3_600_000

/** One calendar day of an event as a stretch of the axis, from full hour to full hour. */
export interface AxisDay<Slot extends Interval = Interval> extends Interval {
  /** Calendar day in the leading zone. */
  readonly date: string
  readonly slots: readonly Slot[]
}

/** Slots by the calendar day on which they begin in `zone`, in order of time. */
export function daysOfSlots<Slot extends Interval>(slots: readonly Slot[], zone: TimeZone): AxisDay<Slot>[] {
  const days = new Map<string, Slot[]>()
  for (const slot of slots.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    const { date } = wallClock(slot.startsAt, zone)
    days.set(date, [...(days.get(date) ?? []), slot])
  }
  return [...days].map(([date, ofDay]) => ({ date, slots: ofDay, ...wholeHours(ofDay) }))
}

function wholeHours(slots: readonly Interval[]): Interval {
  const first = Math.min(...slots.map(({ startsAt }) => epochMs(startsAt)))
  const last = Math.max(...slots.map(({ endsAt }) => epochMs(endsAt)))
  return {
    startsAt: toInstant(Math.floor(first / HOUR_MS) * HOUR_MS),
    endsAt: toInstant(Math.ceil(last / HOUR_MS) * HOUR_MS),
  }
}

/** Where a moment lies on the day's axis, in per cent of its length. */
export const placeOnAxis = (day: Interval, at: Instant): number =>
  (100 * (epochMs(at) - epochMs(day.startsAt))) / (epochMs(day.endsAt) - epochMs(day.startsAt))

export const spanOnAxis = (day: Interval, { startsAt, endsAt }: Interval): { left: string; width: string } => {
  const left = placeOnAxis(day, startsAt)
  return { left: `${left}%`, width: `${placeOnAxis(day, endsAt) - left}%` }
}

/** Full hours to label, the end not among them; long days get fewer. */
export function hourMarks(day: Interval): Instant[] {
  const from = epochMs(day.startsAt)
  const hours = Math.round((epochMs(day.endsAt) - from) / HOUR_MS)
  const step = hours <= 6 ? 1 : hours <= 12 ? 2 : 4
  return Array.from({ length: Math.ceil(hours / step) }, (_, index) => toInstant(from + index * step * HOUR_MS))
}
