import { minutesBetween } from '../../../../kernel/instant.ts'
import { type TimeZone, wallClock } from '../../../../kernel/time-zone.ts'
import type { BoardTimeslot } from './board-facts.ts'

/** A timeslot, or the pause before the next one. */
export type BoardColumn =
  | { readonly kind: 'slot'; readonly id: string; readonly slot: BoardTimeslot }
  | { readonly kind: 'break'; readonly id: string; readonly minutes: number }

export interface BoardDay {
  /** Calendar day in the leading zone: `2020-10-26`. */
  readonly date: string
  readonly columns: readonly BoardColumn[]
}

/** A gap of an hour is a pause even on a day that has no shorter gap to compare with. */
const CERTAIN_BREAK_MINUTES = 60

/**
 * The timeslots by calendar day of the leading zone. `timeslots` in time order. The shortest gap between neighbours
 * is the buffer that every meeting has after it; a longer one is a break and gets a column of its own.
 */
export function boardDays(timeslots: readonly BoardTimeslot[], zone: TimeZone): readonly BoardDay[] {
  const byDate = new Map<string, BoardTimeslot[]>()
  for (const slot of timeslots) {
    const { date } = wallClock(slot.startsAt, zone)
    byDate.set(date, [...(byDate.get(date) ?? []), slot])
  }
  const days = [...byDate].map(([date, slots]) => ({ date, slots }))
  const buffer = shortestGap(days.map(({ slots }) => slots))
  return days.map(({ date, slots }) => ({ date, columns: columnsOf(slots, buffer) }))
}

function gaps(slots: readonly BoardTimeslot[]): number[] {
  return slots.slice(1).map((slot, index) => minutesBetween(slots[index]?.endsAt ?? slot.startsAt, slot.startsAt))
}

function shortestGap(days: readonly (readonly BoardTimeslot[])[]): number {
  const all = days.flatMap(gaps).filter((minutes) => minutes >= 0)
  return all.length === 0 ? 0 : Math.min(...all)
}

function columnsOf(slots: readonly BoardTimeslot[], buffer: number): BoardColumn[] {
  const before = [0, ...gaps(slots)]
  return slots.flatMap((slot, index): BoardColumn[] => {
    const minutes = before[index] ?? 0
    const own = { kind: 'slot', id: slot.id, slot } as const
    const paused = index > 0 && (minutes > buffer || minutes >= CERTAIN_BREAK_MINUTES)
    return paused ? [{ kind: 'break', id: `break-${slot.id}`, minutes }, own] : [own]
  })
}

/**
 * A long day in parts of at most `most` timeslots, for narrow screens; cut at breaks where that leaves no part
 * longer. A break at the edge of a part is dropped.
 */
export function dayParts(columns: readonly BoardColumn[], most: number): readonly (readonly BoardColumn[])[] {
  const runs = splitAtBreaks(columns)
  const parts: BoardColumn[][] = []
  for (const run of runs) {
    const last = parts.at(-1)
    const slots = run.filter(({ kind }) => kind === 'slot')
    if (last && countSlots(last) + slots.length <= most) {
      last.push(...run)
      continue
    }
    for (let from = 0; from < slots.length; from += most) parts.push(slots.slice(from, from + most))
  }
  return parts
}

const countSlots = (columns: readonly BoardColumn[]): number => columns.filter(({ kind }) => kind === 'slot').length

/** Each run starts with its break, except the first. */
function splitAtBreaks(columns: readonly BoardColumn[]): BoardColumn[][] {
  const runs: BoardColumn[][] = []
  for (const column of columns) {
    const last = runs.at(-1)
    if (!last || column.kind === 'break') runs.push([column])
    else last.push(column)
  }
  return runs
}

/** A break takes less than half of what a timeslot takes. */
const BREAK_SHARE = 0.4

const shareOf = ({ kind }: BoardColumn): number => (kind === 'slot' ? 1 : BREAK_SHARE)

/** Grid tracks of the columns. */
export const columnTracks = (columns: readonly BoardColumn[]): string =>
  columns.map((column) => `minmax(0, ${shareOf(column)}fr)`).join(' ')

/** Width of the columns in timeslots. */
export const columnShares = (columns: readonly BoardColumn[]): number =>
  columns.reduce((sum, column) => sum + shareOf(column), 0)

/** Middle of every column as a share of the whole width, by column id. */
export function columnCentres(columns: readonly BoardColumn[]): ReadonlyMap<string, number> {
  const total = columnShares(columns)
  const centres = new Map<string, number>()
  let before = 0
  for (const column of columns) {
    centres.set(column.id, (before + shareOf(column) / 2) / total)
    before += shareOf(column)
  }
  return centres
}
