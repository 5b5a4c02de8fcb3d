import { type CSSProperties, type ReactNode, memo, useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../../../locale.tsx'
import { ZonePair } from '../../../ui/time.tsx'
import { BoardRow, LANE_PX } from './board-row.tsx'
import { useBoardState } from './board-state.ts'
import { useBoardView, useBoardWords } from './board-view.ts'
import { type BoardColumn, columnCentres, columnShares, columnTracks } from './days.ts'
import { axisClock } from './speaker.ts'
import { type InterpreterLoad, threadPath, threadPoints } from './interpreters.ts'
import { landingState } from './landings.ts'
import type { RowGroup } from './rows.ts'
import styles from './board-grid.module.css'

/** From here on a tile has room for a name; below it carries the code. */
const NAME_PX = 66
const LEAST_SLOT_PX = 40
/** As in the style sheet. */
const NAME_COLUMN_PX = 176
/** Rows beyond this many are drawn when they come into sight. */
const MANY_ROWS = 60
const ROW_GAP_PX = 1
/** From the top of a lane to the interpreter's line. */
const LINE_PX = 33

/** People down, time across: the picture itself. Keys, clicks and drops are heard by whoever holds `gridRef`. */
export function BoardGrid({
  gridRef,
  columns,
  groups,
  loads,
  followedId,
  narrow,
  handlers,
  nothing,
}: {
  gridRef: React.RefObject<HTMLDivElement | null>
  columns: readonly BoardColumn[]
  groups: readonly RowGroup[]
  loads: readonly InterpreterLoad[]
  followedId: string | null
  narrow: boolean
  handlers: Pick<React.DOMAttributes<HTMLDivElement>, 'onKeyDown' | 'onClick' | 'onFocus' | 'onDoubleClick'>
  nothing: ReactNode
}) {
  const { speaker } = useBoardWords()
  const text = useText()
  const { board } = useBoardView().facts
  const [scroller, density] = useDensity(columns, narrow)
  const carrying = useBoardState(({ carried }) => carried !== null)
  const rowCount = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const style = {
    '--tracks': columnTracks(columns),
    '--least-px': `${Math.ceil(columnShares(columns) * LEAST_SLOT_PX)}px`,
  } as CSSProperties
  return (
    <div ref={scroller} className={styles.scroller} data-many={rowCount > MANY_ROWS || undefined}>
      <div
        ref={gridRef}
        role="grid"
        className={styles.grid}
        style={style}
        aria-label={speaker.t('grid.label', { help: speaker.t('grid.help') })}
        aria-colcount={columns.length + 1}
        data-density={density}
        data-carrying={carrying || undefined}
        {...handlers}
      >
        <Axis columns={columns} />
        {rowCount === 0 ? <div className={styles.nothing}>{nothing}</div> : null}
        {groups.map((group) => {
          const side = board.sides.find(({ id }) => id === group.sideId)
          return group.rows.length === 0 ? null : (
            <div key={group.sideId} role="rowgroup">
              <div role="row" className={styles.groupHead}>
                <div role="rowheader">
                  <b>{side ? text(side.name) : ''}</b>
                  {group.rows.length < group.total ? (
                    <span>{speaker.t('filter.shown', { shown: group.rows.length, total: group.total })}</span>
                  ) : (
                    <span>{group.total}</span>
                  )}
                </div>
              </div>
              <div className={styles.rows}>
                <Backdrop columns={columns} />
                {followedId === null ? null : <Thread group={group} columns={columns} interpreterId={followedId} />}
                {group.rows.map((row) => (
                  <BoardRow key={row.participant.id} row={row} columns={columns} followedId={followedId} />
                ))}
              </div>
            </div>
          )
        })}
        {board.interpreters.length > 0 ? <Loads columns={columns} loads={loads} /> : null}
      </div>
    </div>
  )
}

/**
 * Whether tiles have room for names; measured, because columns share what the window leaves. The height follows too:
 * the head above is one line or two, by language.
 */
function useDensity(columns: readonly BoardColumn[], narrow: boolean) {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const { width, top } = element.getBoundingClientRect()
      setWidth(width)
      element.style.setProperty('--board-top', `${Math.round(top + window.scrollY)}px`)
    })
    observer.observe(element)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  const slotPx = (width - NAME_COLUMN_PX) / Math.max(1, columnShares(columns))
  return [scroller, narrow || slotPx < NAME_PX ? 'codes' : 'names'] as const
}

/** Both zones over every column; while a meeting is carried, what each column would say to it. */
const Axis = memo(function Axis({ columns }: { columns: readonly BoardColumn[] }) {
  const { speaker, zones } = useBoardWords()
  const first = columns.find((column) => column.kind === 'slot')
  return (
    <div role="row" className={styles.axis}>
      <div role="columnheader" className={styles.zones}>
        <span className="hidden-text">{speaker.t('grid.company')}</span>
        {first?.kind === 'slot' ? <ZonePair at={first.slot.startsAt} /> : null}
      </div>
      {columns.map((column, index) =>
        column.kind === 'break' ? (
          <div
            key={column.id}
            role="columnheader"
            className={styles.breakHead}
            style={{ '--c': index + 1 } as CSSProperties}
          >
            <span className="hidden-text">{speaker.t('grid.break', { minutes: column.minutes })}</span>
            <small aria-hidden="true">{speaker.t('grid.breakMinutes', { minutes: column.minutes })}</small>
          </div>
        ) : (
          <SlotHead key={column.id} slotId={column.id} column={index + 1}>
            {zones.map((zone, order) =>
              order === 0 ? (
                <b key={zone}>{axisClock(column.slot.startsAt, zone)}</b>
              ) : (
                <span key={zone}>{axisClock(column.slot.startsAt, zone)}</span>
              ),
            )}
          </SlotHead>
        ),
      )}
    </div>
  )
})

function SlotHead({ slotId, column, children }: { slotId: string; column: number; children: ReactNode }) {
  const { facts } = useBoardView()
  const state = useBoardState(({ carried }) => (carried ? landingState(carried, slotId, facts.meetingOf) : null))
  const over = useBoardState(({ carried }) => carried?.overSlotId === slotId)
  return (
    <div
      role="columnheader"
      className={styles.slotHead}
      style={{ '--c': column } as CSSProperties}
      data-slot={slotId}
      data-landing={state ?? undefined}
      data-over={over || undefined}
    >
      {children}
    </div>
  )
}

/** The lines between columns and the hatching of the breaks, once for all rows of a side. */
const Backdrop = memo(function Backdrop({ columns }: { columns: readonly BoardColumn[] }) {
  return (
    <div className={styles.backdrop} aria-hidden="true">
      {columns.map(({ id, kind }, index) => (
        <i key={id} data-kind={kind} style={{ '--c': index + 1 } as CSSProperties} />
      ))}
    </div>
  )
})

/** The followed interpreter's day, drawn through the tiles. */
function Thread({
  group,
  columns,
  interpreterId,
}: {
  group: RowGroup
  columns: readonly BoardColumn[]
  interpreterId: string
}) {
  const path = useMemo(
    () =>
      threadPath(
        threadPoints(group, interpreterId, columnCentres(columns), {
          lanePx: LANE_PX,
          linePx: LINE_PX,
          rowGapPx: ROW_GAP_PX,
        }),
      ),
    [group, columns, interpreterId],
  )
  const height = group.rows.reduce((sum, { lanes }) => sum + lanes * LANE_PX + ROW_GAP_PX, 0)
  return (
    <svg
      className={styles.thread}
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}

/** Interpreters in use below every column; where the last one is taken it turns orange. */
function Loads({ columns, loads }: { columns: readonly BoardColumn[]; loads: readonly InterpreterLoad[] }) {
  const { speaker } = useBoardWords()
  return (
    <div role="row" className={styles.loads}>
      <div role="rowheader" className={styles.loadName}>
        {speaker.t('grid.interpreters')}
      </div>
      {loads.map(({ slotId, busy, there }) => {
        const column = columns.findIndex(({ id }) => id === slotId) + 1
        return (
          <div
            key={slotId}
            role="gridcell"
            aria-colindex={column + 1}
            className={styles.load}
            style={{ '--c': column, '--share': there === 0 ? 0 : busy / there } as CSSProperties}
            data-full={(there > 0 && busy >= there) || undefined}
          >
            <span className="hidden-text">{speaker.t('grid.load', { time: speaker.time(slotId), busy, there })}</span>
            <i aria-hidden="true" />
            <span aria-hidden="true">
              {busy}/{there}
            </span>
          </div>
        )
      })}
    </div>
  )
}
