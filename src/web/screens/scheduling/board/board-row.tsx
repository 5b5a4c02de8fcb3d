import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type CSSProperties, memo, useEffect, useRef } from 'react'
import { useText } from '../../../locale.tsx'
import { SyntheticTag } from '../../../ui/synthetic-tag.tsx'
import { withoutCode } from '../without-code.ts'
import { useBoardHands } from './board-hands.ts'
import { useBoardState } from './board-state.ts'
import { useBoardView, useBoardWords } from './board-view.ts'
import type { BoardColumn } from './days.ts'
import { landingState } from './landings.ts'
import type { Ghost, Row, Tile } from './rows.ts'
import type { Speaker } from './speaker.ts'
import styles from './board-row.module.css'

/** Height of one meeting in a row. */
export const LANE_PX = 43

const at = (column: number, lane: number, wide = 1): CSSProperties =>
  ({ '--c': column, '--l': lane + 1, '--w': wide }) as CSSProperties

/** One participant's day. Drawn anew only when something in it changed. */
export const BoardRow = memo(function BoardRow({
  row,
  columns,
  followedId,
}: {
  row: Row
  columns: readonly BoardColumn[]
  followedId: string | null
}) {
  const { speaker, names } = useBoardWords()
  const text = useText()
  const { participant, tiles, ghosts, away, lanes, held, asked, mustUnmet } = row
  const involved = useBoardState(({ carried }) => {
    const request = carried && names.requestOf.get(carried.requestId)
    return request?.hostId === participant.id || request?.guestId === participant.id
  })
  const focused = useBoardState(({ focus }) => (focus?.participantId === participant.id ? focus.requestId : null))
  return (
    <div
      role="row"
      className={styles.row}
      style={{ '--lanes': lanes, '--row-height': `${lanes * LANE_PX}px` } as CSSProperties}
      data-participant={participant.id}
      data-involved={involved || undefined}
      data-empty={(tiles.length === 0 && ghosts.length === 0) || undefined}
    >
      <div role="rowheader" className={styles.name}>
        <b title={text(participant.name)}>{withoutCode(text(participant.name), participant.code)}</b>
        <span className={styles.facts}>
          {participant.code}
          {participant.synthetic ? <SyntheticTag /> : null}
        </span>
        <span className={styles.count} data-hand={mustUnmet || undefined}>
          <span aria-hidden="true">
            {held}
            {held < asked ? `/${asked}` : ''}
          </span>
          <span className="hidden-text">{speaker.t('grid.meetings', { held, asked })}</span>
        </span>
      </div>
      {away.map(({ from, to }) => (
        <i key={from} className={styles.away} style={at(from, 0, to - from + 1)} aria-hidden="true" />
      ))}
      {ghosts.map((ghost) => (
        <GhostTile key={ghost.requestId} ghost={ghost} lanes={lanes} />
      ))}
      {tiles.map((tile) => (
        <TileCell
          key={tile.requestId}
          tile={tile}
          ownId={participant.id}
          focused={focused === tile.requestId}
          followed={followedId !== null && tile.interpreterId === followedId}
        />
      ))}
      {involved ? <Landings columns={columns} lanes={lanes} /> : null}
    </div>
  )
})

/** A meeting: partner on top, interpreter on the line, colour by strength; focusable, draggable. */
const TileCell = memo(function TileCell({
  tile,
  ownId,
  focused,
  followed,
}: {
  tile: Tile
  ownId: string
  focused: boolean
  followed: boolean
}) {
  const { speaker } = useBoardWords()
  const hands = useBoardHands()
  const text = useText()
  const { requestId, slotId, partner, change } = tile
  const selected = useBoardState((state) => state.selected === requestId)
  const carried = useBoardState((state) => state.carried?.requestId === requestId)
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!element.current) return
    return draggable({
      element: element.current,
      canDrag: hands.mayCarry,
      getInitialData: () => ({ requestId }),
      onDragStart: () => hands.drag(requestId, slotId),
    })
  }, [hands, requestId, slotId])
  const moved = change?.kind === 'moved' ? change.fromSlotId : null
  return (
    <div
      ref={element}
      role="gridcell"
      tabIndex={focused ? 0 : -1}
      aria-colindex={tile.column + 1}
      aria-selected={selected}
      className={styles.tile}
      style={at(tile.column, tile.lane)}
      data-request={requestId}
      data-step={tile.step}
      data-followed={followed || undefined}
      data-carried={carried || undefined}
      data-change={change?.kind}
      data-pinned={tile.pinned || undefined}
    >
      <span className="hidden-text">{tileLabel(speaker, tile, ownId)}</span>
      <span className={styles.partner} aria-hidden="true">
        {withoutCode(text(partner.name), partner.code)}
      </span>
      <span className={styles.code} aria-hidden="true">
        {partner.code}
      </span>
      <span className={styles.line} aria-hidden="true" data-shared={tile.interpreterId === null || undefined}>
        <b>{tile.initials}</b>
        {moved ? <del>{speaker.clock(moved)}</del> : null}
      </span>
      {tile.pinned ? <PinMark /> : null}
    </div>
  )
})

export const PinMark = () => (
  <svg className={styles.pin} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <path d="M4 1h4l-.5 3.5L9.5 7h-7l2-2.5z" fill="currentColor" />
    <path d="M6 7v4" stroke="currentColor" strokeWidth="1.4" />
  </svg>
)

/** Everything the tile shows, in one sentence. */
function tileLabel(speaker: Speaker, tile: Tile, ownId: string): string {
  const { t } = speaker
  const { change } = tile
  const changed =
    change === null
      ? ''
      : change.kind === 'moved'
        ? t('tile.moved', { time: speaker.time(change.fromSlotId) })
        : t(`tile.${change.kind}`)
  return t('tile.label', {
    own: speaker.participant(ownId),
    partner: speaker.participant(tile.partner.id),
    time: speaker.time(tile.slotId),
    match: tile.score === null ? t('tile.unranked') : t('tile.match', { score: Math.round(tile.score) }),
    interpreter:
      tile.interpreterId === null
        ? t('tile.shared')
        : t('tile.interpreter', { name: speaker.interpreter(tile.interpreterId) }),
    notes: `${tile.pinned ? t('tile.pinned') : ''}${changed}`,
  })
}

/** Where the released version has the meeting, with a dotted way to where it is now. */
function GhostTile({ ghost, lanes }: { ghost: Ghost; lanes: number }) {
  const { speaker } = useBoardWords()
  const { column, toColumn, lane, partner, kind } = ghost
  const [from, to] = toColumn === null ? [column, column] : [Math.min(column, toColumn), Math.max(column, toColumn)]
  return (
    <>
      {to > from ? (
        <i className={styles.way} style={at(from, Math.min(lane, lanes - 1), to - from + 1)} aria-hidden="true" />
      ) : null}
      <div
        role="gridcell"
        aria-colindex={column + 1}
        className={styles.ghost}
        style={at(column, lane)}
        data-kind={kind}
      >
        <span className="hidden-text">
          {speaker.t(kind === 'moved' ? 'grid.wasHere' : 'grid.cancelledHere', {
            partner: speaker.participant(partner.id),
          })}
        </span>
        <span aria-hidden="true">{partner.code}</span>
      </div>
    </>
  )
}

/** Free, taken and forbidden times in the two rows of the carried meeting. */
function Landings({ columns, lanes }: { columns: readonly BoardColumn[]; lanes: number }) {
  const { facts } = useBoardView()
  const carried = useBoardState((state) => state.carried)
  if (!carried) return null
  return columns.map(({ id, kind }, index) => {
    if (kind === 'break') return null
    const state = landingState(carried, id, facts.meetingOf)
    return (
      <i
        key={id}
        className={styles.landing}
        style={{ ...at(index + 1, 0), gridRowEnd: `span ${lanes}` }}
        data-state={state}
        data-over={carried.overSlotId === id || undefined}
        aria-hidden="true"
      />
    )
  })
}
