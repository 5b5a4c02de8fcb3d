import type { Locale } from '../../../kernel/locale.ts'
import type { Token } from './tokens.ts'

/**
 * The built-in embedding: one int8 vector per hashed subword, one scale per row. A text is the weighted sum of
 * its subwords minus the mean of its language, at unit length, so that texts of three languages share a space.
 */
export interface SubwordEmbedding {
  readonly dimensions: number
  readonly rows: number
  readonly vectors: Int8Array
  /** Multiplier of each row back to real numbers. */
  readonly scales: Float32Array
  readonly means: Readonly<Record<Locale, Float32Array>>
}

/** First bytes of an embedding file. */
const MAGIC = 0x4e415255

/** File: magic, dimensions, rows (uint32 each), means ko ru en (float32), scales (float32), vectors (int8). Little endian. */
export function readEmbedding(bytes: Uint8Array): SubwordEmbedding {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 12 || view.getUint32(0, true) !== MAGIC) throw new Error('Not an embedding file')
  const dimensions = view.getUint32(4, true)
  const rows = view.getUint32(8, true)
  if (bytes.byteLength !== 12 + 4 * (3 * dimensions + rows) + rows * dimensions) {
    throw new Error('The embedding file is cut short')
  }
  let at = 12
  const floats = (length: number): Float32Array => {
    const values = new Float32Array(length)
    for (let index = 0; index < length; index += 1, at += 4) values[index] = view.getFloat32(at, true)
    return values
  }
  const means = { ko: floats(dimensions), ru: floats(dimensions), en: floats(dimensions) }
  const scales = floats(rows)
  return {
    dimensions,
    rows,
    means,
    scales,
    vectors: new Int8Array(bytes.buffer, bytes.byteOffset + at, rows * dimensions).slice(),
  }
}

/** The inverse of `readEmbedding`. */
export function writeEmbedding({ dimensions, rows, vectors, scales, means }: SubwordEmbedding): Uint8Array {
  const bytes = new Uint8Array(12 + 4 * (3 * dimensions + rows) + rows * dimensions)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, dimensions, true)
  view.setUint32(8, rows, true)
  let at = 12
  for (const value of [...means.ko, ...means.ru, ...means.en, ...scales]) {
    view.setFloat32(at, value, true)
    at += 4
  }
  bytes.set(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength), at)
  return bytes
}

/** FNV-1a over UTF-16 units, seeded by the kind of subword. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at)
    value = Math.imul(value, 0x01000193)
  }
  value ^= value >>> 15
  value = Math.imul(value, 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}

const pushGrams = (form: string, length: number, seed: number, rows: number, into: number[]): void => {
  for (let at = 0; at + length <= form.length; at += 1) into.push(hash(form.slice(at, at + length), seed) % rows)
}

/** Rows of one token: its stem, and letter runs inside it (syllable runs of 1 to 3 for Korean, 3 to 5 letters else). */
export function subwordRows(token: Pick<Token, 'form' | 'stem' | 'script'>, rows: number): number[] {
  const found = [hash(token.stem, 1) % rows]
  if (token.script === 'hangul') {
    const word = token.stem.length <= 24 ? token.stem : token.stem.slice(0, 24)
    pushGrams(`^${word}`, 2, 2, rows, found)
    pushGrams(word, 2, 3, rows, found)
    pushGrams(word, 3, 4, rows, found)
  } else if (token.script !== 'digit') {
    const word = `^${token.form.length <= 32 ? token.form : token.form.slice(0, 32)}$`
    pushGrams(word, 4, 5, rows, found)
    pushGrams(word, 5, 6, rows, found)
  }
  return found
}

/** Adds `weight` times the token's vector to `into`. A token is the mean of its subwords, so long words do not outweigh short ones. */
export function addToken(embedding: SubwordEmbedding, token: Token, weight: number, into: Float32Array): void {
  const { dimensions, vectors, scales } = embedding
  const rows = subwordRows(token, embedding.rows)
  for (const row of rows) {
    const factor = ((scales[row] ?? 0) * weight) / Math.sqrt(rows.length)
    const base = row * dimensions
    for (let at = 0; at < dimensions; at += 1) into[at] = into[at]! + factor * vectors[base + at]!
  }
}

/** Divides by the Euclidean length in place; a zero vector stays zero. */
export function toUnitLength(vector: Float32Array): Float32Array {
  let square = 0
  for (const value of vector) square += value * value
  if (square > 0) {
    const factor = 1 / Math.sqrt(square)
    for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) * factor
  }
  return vector
}
