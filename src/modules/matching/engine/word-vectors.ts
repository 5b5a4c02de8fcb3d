import { type SubwordEmbedding, addToken, toUnitLength } from './embedding.ts'
import type { Token } from './tokens.ts'

export interface WordVector {
  readonly values: Float32Array
  readonly length: number
  /** At unit length, times 127. */
  readonly unit: Int8Array
}

/** Vectors of the words that came up, because texts repeat their words and a vector is the sum of many rows. */
export interface WordVectors {
  readonly embedding: SubwordEmbedding
  readonly known: Map<string, WordVector>
}

/** About 30 MB; beyond it the memory starts anew. */
const KNOWN_MAX = 40_000

export const openWordVectors = (embedding: SubwordEmbedding): WordVectors => ({ embedding, known: new Map() })

export function vectorOfWord({ embedding, known }: WordVectors, token: Token): WordVector {
  const key = `${token.form} ${token.stem}`
  const found = known.get(key)
  if (found) return found
  const values = new Float32Array(embedding.dimensions)
  addToken(embedding, token, 1, values)
  const unitLength = toUnitLength(values.slice())
  const word = {
    values,
    length: Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)),
    unit: Int8Array.from(unitLength, (value) => Math.round(127 * value)),
  }
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(key, word)
  return word
}
