import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef } from 'react'
import { useNumbers } from '../../../locale.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { useBoardView } from './board-view.ts'
import type { BoardColumn } from './days.ts'
import { meetingsIn } from './rows.ts'
import { axisClock } from './speaker.ts'
import type { OpenDay } from './use-board-days.ts'
import styles from './day-tabs.module.css'

/** How long a carried meeting rests on a tab before the day opens. */
const OPEN_AFTER_MS = 400

/** The days of the event, and on narrow screens the parts of a long one. A carried meeting opens the day it rests on. */
export function DayTabs({ day: { days, dayIndex, parts, partIndex, openDay, openPart } }: { day: OpenDay }) {
  const { facts, speaker, zones } = useBoardView()
  const { number } = useNumbers()
  return (
    <>
      <div role="group" aria-label={speaker.t('days.label')} className={styles.days}>
        {days.map((day, index) => {
          const count = meetingsIn(facts.board.meetings, day.columns)
          return (
            <Tab key={day.date} current={index === dayIndex} onOpen={() => openDay(index)}>
              {formatCalendarDay(day.date, speaker.locale, true)} <small aria-hidden="true">{number(count)}</small>
              <span className="hidden-text">, {speaker.t('days.count', { count })}</span>
            </Tab>
          )
        })}
      </div>
      {parts.length > 1 ? (
        <div role="group" aria-label={speaker.t('days.parts')} className={styles.days}>
          {parts.map((part, index) => (
            <Tab key={part[0]?.id} current={index === partIndex} onOpen={() => openPart(index)}>
              {partLabel(part, zones[0] ?? 'UTC')}
            </Tab>
          ))}
        </div>
      ) : null}
    </>
  )
}

function partLabel(part: readonly BoardColumn[], zone: string): string {
  const slots = part.flatMap((column) => (column.kind === 'slot' ? [column.slot] : []))
  const [first, last] = [slots[0], slots.at(-1)]
  return first && last ? `${axisClock(first.startsAt, zone)}–${axisClock(last.endsAt, zone)}` : ''
}

function Tab({ current, onOpen, children }: { current: boolean; onOpen: () => void; children: React.ReactNode }) {
  const button = useRef<HTMLButtonElement>(null)
  const open = useRef(onOpen)
  open.current = onOpen
  useEffect(() => {
    if (!button.current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const cleanUp = dropTargetForElements({
      element: button.current,
      onDragEnter: () => {
        timer = setTimeout(() => open.current(), OPEN_AFTER_MS)
      },
      onDragLeave: () => clearTimeout(timer),
      onDrop: () => clearTimeout(timer),
    })
    return () => {
      clearTimeout(timer)
      cleanUp()
    }
  }, [])
  return (
    <button ref={button} type="button" aria-pressed={current} onClick={onOpen}>
      {children}
    </button>
  )
}
