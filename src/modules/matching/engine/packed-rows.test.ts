import { expect, test } from 'vitest'
import { multiplyRows, openPackedRows, packRow } from './packed-rows.ts'

test('packed products are exact, whatever their signs and however many rows there are', () => {
  const dimensions = 6
  const rows = 8
  const values = Int8Array.from({ length: rows * dimensions }, (_, at) => ((at * 53) % 105) - 52)
  const packed = openPackedRows(dimensions)
  for (let row = 0; row < rows; row += 1) packRow(packed, values, row * dimensions)
  const products = new Int32Array(rows)
  for (let own = 0; own < rows; own += 1) {
    multiplyRows(packed, values, own * dimensions, products)
    const expected = Array.from({ length: rows }, (_, row) =>
      Array.from(
        { length: dimensions },
        (__, at) => values[own * dimensions + at]! * values[row * dimensions + at]!,
      ).reduce((sum, product) => sum + product, 0),
    )
    expect([...products]).toEqual(expected)
  }
})
