import type { RowGroup, Tile } from './rows.ts'

/** A tile on the board: the same meeting stands in two rows. */
export interface TileAddress {
  readonly participantId: string
  readonly requestId: string
}

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'top' | 'bottom'

interface TileRow {
  readonly participantId: string
  readonly tiles: readonly Tile[]
}

/** Where an arrow leads from a tile. Null when it leads nowhere: the focus stays. `from` null: to the first tile. */
export function nextTile(
  groups: readonly RowGroup[],
  from: TileAddress | null,
  direction: Direction,
): TileAddress | null {
  const rows = groups
    .flatMap(({ rows }) => rows)
    .flatMap(({ participant, tiles }): TileRow[] =>
      tiles.length > 0 ? [{ participantId: participant.id, tiles }] : [],
    )
  const rowIndex = rows.findIndex(({ participantId }) => participantId === from?.participantId)
  const row = rows[rowIndex]
  const tileIndex = row?.tiles.findIndex(({ requestId }) => requestId === from?.requestId) ?? -1
  const tile = row?.tiles[tileIndex]
  if (!row || !tile) return address(rows[0], 0)
  switch (direction) {
    case 'left':
      return address(row, tileIndex - 1)
    case 'right':
      return address(row, tileIndex + 1)
    case 'first':
      return address(row, 0)
    case 'last':
      return address(row, row.tiles.length - 1)
    case 'up':
      return nearest(rows[rowIndex - 1], tile)
    case 'down':
      return nearest(rows[rowIndex + 1], tile)
    case 'top':
      return nearest(rows[0], tile)
    case 'bottom':
      return nearest(rows.at(-1), tile)
  }
}

function address(row: TileRow | undefined, index: number): TileAddress | null {
  const tile = row?.tiles[index]
  return row && tile ? { participantId: row.participantId, requestId: tile.requestId } : null
}

/** The tile of the row that lies closest below or above. */
function nearest(row: TileRow | undefined, { column }: Tile): TileAddress | null {
  if (!row) return null
  const distances = row.tiles.map((tile) => Math.abs(tile.column - column))
  return address(row, distances.indexOf(Math.min(...distances)))
}

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
  PageUp: 'top',
  PageDown: 'bottom',
}

export const directionOf = (key: string): Direction | null => KEYS[key] ?? null
