import { useCallback, useMemo, useState } from 'react'
import type { BoardWords } from './board-view.ts'
import { type BoardColumn, type BoardDay, boardDays, dayParts } from './days.ts'

/** Columns that a phone shows at once. */
const NARROW_SLOTS = 8

export interface OpenDay {
  readonly days: readonly BoardDay[]
  readonly dayIndex: number
  /** One part on a desk; a long day in several on a phone. */
  readonly parts: readonly (readonly BoardColumn[])[]
  readonly partIndex: number
  readonly columns: readonly BoardColumn[]
  readonly openDay: (index: number) => void
  readonly openPart: (index: number) => void
  /** Turns to the day, and on a phone to the part, of a timeslot. */
  readonly openSlot: (timeslotId: string) => void
}

const NO_COLUMNS: readonly BoardColumn[] = []

/** Which of the event's days is open. */
export function useBoardDays({ names, zones }: BoardWords, narrow: boolean): OpenDay {
  const days = useMemo(() => boardDays(names.timeslots, zones[0] ?? 'UTC'), [names, zones])
  const partsOf = useMemo(
    () => days.map(({ columns }) => (narrow ? dayParts(columns, NARROW_SLOTS) : [columns])),
    [days, narrow],
  )
  const [chosen, setChosen] = useState({ day: 0, part: 0 })
  const dayIndex = Math.max(0, Math.min(chosen.day, days.length - 1))
  const parts = partsOf[dayIndex] ?? []
  const partIndex = Math.max(0, Math.min(chosen.part, parts.length - 1))
  const openSlot = useCallback(
    (timeslotId: string) => {
      const has = (columns: readonly BoardColumn[]) => columns.some(({ id }) => id === timeslotId)
      const day = days.findIndex(({ columns }) => has(columns))
      if (day >= 0) setChosen({ day, part: Math.max(0, partsOf[day]?.findIndex(has) ?? 0) })
    },
    [days, partsOf],
  )
  return {
    days,
    dayIndex,
    parts,
    partIndex,
    columns: parts[partIndex] ?? NO_COLUMNS,
    openDay: (day) => setChosen({ day, part: 0 }),
    openPart: (part) => setChosen({ day: dayIndex, part }),
    openSlot,
  }
}
