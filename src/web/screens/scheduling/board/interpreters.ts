import type { BoardColumn } from './days.ts'
import type { BoardFacts, BoardMeeting } from './board-facts.ts'
import type { RowGroup } from './rows.ts'

export interface InterpreterLoad {
  readonly slotId: string
  readonly busy: number
  /** Those who work in that timeslot. */
  readonly there: number
}

/** Interpreters in use in every timeslot of the columns: where the scarce ones run out. */
export function interpreterLoads({ board }: BoardFacts, columns: readonly BoardColumn[]): readonly InterpreterLoad[] {
  const busy = count(board.meetings.flatMap((m) => (m.interpreterId === null ? [] : [m.timeslotId])))
  const there = count(board.interpreters.flatMap(({ timeslots }) => timeslots))
  return columns.flatMap(({ kind, id }) =>
    kind === 'slot' ? [{ slotId: id, busy: busy.get(id) ?? 0, there: there.get(id) ?? 0 }] : [],
  )
}

function count(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Meetings of an interpreter in time order. */
export const interpreterDay = ({ board, timeslots }: BoardFacts, interpreterId: string): readonly BoardMeeting[] => {
  const order = new Map(timeslots.map(({ id }, index) => [id, index]))
  return board.meetings
    .filter((meeting) => meeting.interpreterId === interpreterId)
    .toSorted((a, b) => (order.get(a.timeslotId) ?? 0) - (order.get(b.timeslotId) ?? 0))
}

/** Where a tile's interpreter line lies: `x` as a share of the columns' width, `y` in px from the group's top. */
export interface ThreadPoint {
  readonly x: number
  readonly y: number
}

/** The followed interpreter's tiles among a group's rows, in order of time; one point a timeslot. */
export function threadPoints(
  group: RowGroup,
  interpreterId: string,
  centres: ReadonlyMap<string, number>,
  size: { readonly lanePx: number; readonly linePx: number; readonly rowGapPx: number },
): readonly ThreadPoint[] {
  const points = new Map<string, ThreadPoint>()
  let top = 0
  for (const row of group.rows) {
    for (const tile of row.tiles) {
      const x = centres.get(tile.slotId)
      if (tile.interpreterId !== interpreterId || x === undefined) continue
      points.set(tile.slotId, { x, y: top + tile.lane * size.lanePx + size.linePx })
    }
    top += row.lanes * size.lanePx + size.rowGapPx
  }
  return [...points.values()].toSorted((a, b) => a.x - b.x)
}

/** A soft line through the points in a box 1000 wide: level at every tile, bending between them. */
export function threadPath(points: readonly ThreadPoint[]): string {
  const at = ({ x, y }: ThreadPoint) => `${round(x * 1000)} ${round(y)}`
  return points
    .map((point, index) => {
      const before = points[index - 1]
      if (!before) return `M${at(point)}`
      const bend = (point.x - before.x) / 2
      return `C${at({ x: before.x + bend, y: before.y })} ${at({ x: point.x - bend, y: point.y })} ${at(point)}`
    })
    .join('')
}

const round = (value: number): number => Math.round(value * 10) / 10
