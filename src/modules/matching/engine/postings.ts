import { type PackedRows, openPackedRows, packRow } from './packed-rows.ts'

/** Which rows of a shelf have a feature, and how strongly. Grows by doubling, so that inserting one row stays cheap. */
export interface Posting {
  rows: Int32Array
  weights: Float32Array
  length: number
}

/** The rows of one side, which are scanned together or not at all. */
export interface Lane {
  rows: Int32Array
  readonly packed: PackedRows
}

/** Profiles of one kind, laid out for scanning: postings by feature and one embedding row each. */
export interface Shelf {
  /** Profile position of each row. */
  profiles: Int32Array
  /** Party position of each row. */
  parties: Int32Array
  /** Main language of each row in the low bits, all its languages above (`languageMark`). */
  languages: Uint8Array
  /** Number of the side of each row's party. */
  sides: Int32Array
  /** Gate class of each row, see `GateClasses`. */
  gateClasses: Int32Array
  /** Unit vectors times 127, row after row. */
  embeddings: Int8Array
  /** See `crowding.ts`. */
  crowding: Float32Array
  length: number
  readonly dimensions: number
  /** By number of the side. */
  readonly lanes: Map<number, Lane>
  readonly postings: Map<number, Posting>
}

export const openShelf = (dimensions: number): Shelf => ({
  profiles: new Int32Array(64),
  parties: new Int32Array(64),
  languages: new Uint8Array(64),
  sides: new Int32Array(64),
  gateClasses: new Int32Array(64),
  embeddings: new Int8Array(64 * dimensions),
  crowding: new Float32Array(64),
  length: 0,
  dimensions,
  lanes: new Map(),
  postings: new Map(),
})

export interface ShelfRow {
  readonly profile: number
  readonly party: number
  readonly language: number
  readonly side: number
  readonly gateClass: number
  readonly features: Int32Array
  readonly weights: Float32Array
  /** Unit length, or zeros. */
  readonly embedding: Float32Array
}

/** Adds a row and returns its number. */
export function addRow(
  shelf: Shelf,
  { profile, party, language, side, gateClass, features, weights, embedding }: ShelfRow,
): number {
  const row = shelf.length
  if (row === shelf.profiles.length) {
    shelf.profiles = grow(shelf.profiles)
    shelf.parties = grow(shelf.parties)
    shelf.languages = grow(shelf.languages)
    shelf.sides = grow(shelf.sides)
    shelf.gateClasses = grow(shelf.gateClasses)
    shelf.embeddings = grow(shelf.embeddings)
    shelf.crowding = grow(shelf.crowding)
  }
  shelf.profiles[row] = profile
  shelf.parties[row] = party
  shelf.languages[row] = language
  shelf.sides[row] = side
  shelf.gateClasses[row] = gateClass
  for (let at = 0; at < shelf.dimensions; at += 1) {
    shelf.embeddings[row * shelf.dimensions + at] = Math.round(127 * (embedding[at] ?? 0))
  }
  addToLane(shelf, side, row)
  features.forEach((feature, position) => addToPosting(shelf.postings, feature, row, weights[position] ?? 0))
  shelf.length += 1
  return row
}

function addToLane({ lanes, dimensions, embeddings }: Shelf, side: number, row: number): void {
  let lane = lanes.get(side)
  if (!lane) {
    lane = { rows: new Int32Array(64), packed: openPackedRows(dimensions) }
    lanes.set(side, lane)
  }
  if (lane.packed.length === lane.rows.length) lane.rows = grow(lane.rows)
  lane.rows[lane.packed.length] = row
  packRow(lane.packed, embeddings, row * dimensions)
}

function addToPosting(postings: Map<number, Posting>, feature: number, row: number, weight: number): void {
  let posting = postings.get(feature)
  if (!posting) {
    posting = { rows: new Int32Array(2), weights: new Float32Array(2), length: 0 }
    postings.set(feature, posting)
  }
  if (posting.length === posting.rows.length) {
    posting.rows = grow(posting.rows)
    posting.weights = grow(posting.weights)
  }
  posting.rows[posting.length] = row
  posting.weights[posting.length] = weight
  posting.length += 1
}

function grow<T extends Int8Array | Uint8Array | Int32Array | Float32Array>(values: T): T {
  const grown = new (values.constructor as new (length: number) => T)(values.length * 2)
  grown.set(values)
  return grown
}
