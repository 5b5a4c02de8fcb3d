import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { type SubwordEmbedding, readEmbedding } from '../engine/embedding.ts'

const FILE = `${import.meta.dirname}/embedding.bin`
const CARD = `${import.meta.dirname}/embedding.json`

/**
 * The built-in embedding beside this file, made by `npm run train:embedding`; null where it is not there. Throws when
 * the file is not the one its card was written for.
 */
export function readBuiltInEmbedding(): SubwordEmbedding | null {
  if (!existsSync(FILE)) return null
  const bytes = readFileSync(FILE)
  const card = JSON.parse(readFileSync(CARD, 'utf8')) as { sha256: string }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== card.sha256) throw new Error(`embedding.bin has SHA-256 ${sha256}, its card says ${card.sha256}`)
  return readEmbedding(bytes)
}
