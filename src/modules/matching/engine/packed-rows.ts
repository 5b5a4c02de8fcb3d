/** Above twice what the product of two rows can be: unit vectors times 127 stay below 18,000. */
const SLOT = 2 ** 17
const SLOTS = 3

/**
 * Rows of whole numbers (unit vectors times 127), three to a cell: `a + b·2¹⁷ + c·2³⁴` times a whole number is three
 * exact products in one multiplication, because a double holds 53 bits.
 */
export interface PackedRows {
  cells: Float64Array
  length: number
  readonly dimensions: number
}

export const openPackedRows = (dimensions: number, rows = SLOTS): PackedRows => ({
  cells: new Float64Array(Math.ceil(rows / SLOTS) * dimensions),
  length: 0,
  dimensions,
})

/** Appends the row that begins at `from`. */
export function packRow(packed: PackedRows, values: Int8Array, from: number): void {
  const { dimensions, length } = packed
  const base = Math.floor(length / SLOTS) * dimensions
  if (base + dimensions > packed.cells.length) {
    const grown = new Float64Array(Math.max(2 * packed.cells.length, dimensions))
    grown.set(packed.cells)
    packed.cells = grown
  }
  const { cells } = packed
  const place = SLOT ** (length % SLOTS)
  for (let at = 0; at < dimensions; at += 1) cells[base + at] = cells[base + at]! + place * values[from + at]!
  packed.length = length + 1
}

/** Products of one row (`values` from `from`) with all packed rows, into `products`, which is at least as long. */
export function multiplyRows(packed: PackedRows, values: Int8Array, from: number, products: Int32Array): void {
  const { cells, length, dimensions } = packed
  const vector = new Float64Array(values.subarray(from, from + dimensions))
  for (let row = 0, base = 0; row < length; row += SLOTS, base += dimensions) {
    let first = 0
    let second = 0
    let third = 0
    let fourth = 0
    let at = 0
    for (; at + 3 < dimensions; at += 4) {
      first += vector[at]! * cells[base + at]!
      second += vector[at + 1]! * cells[base + at + 1]!
      third += vector[at + 2]! * cells[base + at + 2]!
      fourth += vector[at + 3]! * cells[base + at + 3]!
    }
    for (; at < dimensions; at += 1) first += vector[at]! * cells[base + at]!
    const sum = first + second + third + fourth
    const high = Math.round(sum / (SLOT * SLOT))
    const rest = sum - high * (SLOT * SLOT)
    const middle = Math.round(rest / SLOT)
    products[row] = rest - middle * SLOT
    if (row + 1 < length) products[row + 1] = middle
    if (row + 2 < length) products[row + 2] = high
  }
}
