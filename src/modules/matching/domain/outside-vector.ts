import { toUnitLength } from '../engine/embedding.ts'

/** A vector as it is stored: unit length, times 127, one byte a number, in base64. Null for what is no direction at all. */
export function storeOutsideVector(values: readonly number[]): string | null {
  const unit = toUnitLength(Float32Array.from(values))
  if (unit.some((value) => !Number.isFinite(value)) || unit.every((value) => value === 0)) return null
  return Buffer.from(Int8Array.from(unit, (value) => Math.round(127 * value)).buffer).toString('base64')
}

export const readOutsideVector = (stored: string): Int8Array => new Int8Array(Buffer.from(stored, 'base64'))

/** Models read so much of a text at most, and none needs more to know what a profile is about. */
const LENGTH_MAX = 8000

/** What is sent of a profile. */
export const outsideText = (texts: readonly { readonly text: string }[]): string =>
  texts
    .map(({ text }) => text)
    .join('\n')
    .slice(0, LENGTH_MAX)
