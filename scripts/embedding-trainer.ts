/**
 * Trains subword vectors so that texts which say the same in two languages point the same way: symmetric contrastive
 * loss with the other texts of the batch as counter-examples (Oord, Li, Vinyals 2018, arXiv:1807.03748), plain sums of
 * subword vectors as text vectors, AdaGrad. One thread and one seed, so that the same input gives the same file.
 */
import { LOCALES, type Locale } from '../src/kernel/locale.ts'
import {
  type Stemmers,
  type SubwordEmbedding,
  subwordRows,
  toUnitLength,
  tokenise,
} from '../src/modules/matching/engine/index.ts'
import type { ParallelText } from './embedding-corpus.ts'

export interface TrainingOptions {
  readonly rows: number
  readonly dimensions: number
  readonly epochs: number
  readonly batchSize: number
  readonly temperature: number
  readonly learningRate: number
  readonly seed: number
  /** Share of tokens left out at random. */
  readonly dropout: number
  readonly onEpoch?: (epoch: number, loss: number) => void
}

/** A text as subword rows, token after token. */
interface EncodedText {
  readonly rows: Int32Array
  /** Weight of each row: damped repetition over the square root of the token's subwords, as in `embedTokens`. */
  readonly weights: Float32Array
  readonly tokenOf: Int32Array
}

function encode(text: string, stemmers: Stemmers, rowCount: number): EncodedText {
  const counts = new Map<string, { rows: number[]; count: number }>()
  for (const token of tokenise(text, stemmers).tokens) {
    const known = counts.get(token.stem)
    if (known) known.count += 1
    else counts.set(token.stem, { rows: subwordRows(token, rowCount), count: 1 })
  }
  const rows: number[] = []
  const weights: number[] = []
  const tokenOf: number[] = []
  let position = 0
  for (const { rows: own, count } of counts.values()) {
    for (const row of own) {
      rows.push(row)
      weights.push((1 + Math.log(count)) / Math.sqrt(own.length))
      tokenOf.push(position)
    }
    position += 1
  }
  return { rows: Int32Array.from(rows), weights: Float32Array.from(weights), tokenOf: Int32Array.from(tokenOf) }
}

function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const kept = items[at]!
    items[at] = items[other]!
    items[other] = kept
  }
}

interface Pair {
  readonly a: EncodedText
  readonly b: EncodedText
}

export function trainEmbedding(
  texts: readonly ParallelText[],
  stemmers: Stemmers,
  options: TrainingOptions,
): TrainedEmbedding {
  const { rows, dimensions } = options
  const random = makeRandom(options.seed)
  const table = new Float32Array(rows * dimensions)
  for (let at = 0; at < table.length; at += 1) table[at] = (random() - 0.5) * 0.2
  const squares = new Float32Array(rows).fill(1e-6)
  const encoded = texts.map((text) => ({
    texts: Object.fromEntries(
      LOCALES.map((locale) => [locale, text[locale] ? encode(text[locale], stemmers, rows) : null]),
    ) as Record<Locale, EncodedText | null>,
  }))
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const pairs = drawPairs(encoded, random)
    const rate = options.learningRate * (1 - epoch / options.epochs) + options.learningRate * 0.05
    let loss = 0
    let steps = 0
    for (let from = 0; from + 16 <= pairs.length; from += options.batchSize) {
      loss += step(pairs.slice(from, from + options.batchSize), table, squares, rate, options, random)
      steps += 1
    }
    options.onEpoch?.(epoch + 1, loss / Math.max(1, steps))
  }
  const own = encoded.map(({ texts: all }) => all)
  const embedding = quantise(table, own, options)
  return { embedding, roundingLossMax: measureRounding(table, embedding, own) }
}

export interface TrainedEmbedding {
  readonly embedding: SubwordEmbedding
  /** Largest change of a cosine between two translations that rounding to int8 makes. */
  readonly roundingLossMax: number
}

/** Compares the cosines of ko–en and ru–en translations before and after rounding, every tenth text. */
function measureRounding(
  table: Float32Array,
  { dimensions, vectors, scales }: SubwordEmbedding,
  encoded: readonly Record<Locale, EncodedText | null>[],
): number {
  const exact = (row: number, d: number): number => table[row * dimensions + d]!
  const rounded = (row: number, d: number): number => scales[row]! * vectors[row * dimensions + d]!
  const embed = (text: EncodedText, cell: typeof exact): Float32Array => {
    const vector = new Float32Array(dimensions)
    text.rows.forEach((row, k) => {
      for (let d = 0; d < dimensions; d += 1) vector[d] = vector[d]! + text.weights[k]! * cell(row, d)
    })
    return toUnitLength(vector)
  }
  let most = 0
  for (let at = 0; at < encoded.length; at += 10) {
    const { ko, ru, en } = encoded[at]!
    for (const other of [ko, ru]) {
      if (!en || !other || en.rows.length === 0 || other.rows.length === 0) continue
      const [before, after] = [exact, rounded].map((cell) => {
        const a = embed(en, cell)
        const b = embed(other, cell)
        return a.reduce((sum, value, d) => sum + value * b[d]!, 0)
      })
      most = Math.max(most, Math.abs(before! - after!))
    }
  }
  return most
}

/** One pair per language pair of each text, and as many of two texts in a row, so that longer texts are learned too. */
function drawPairs(encoded: readonly { texts: Record<Locale, EncodedText | null> }[], random: () => number): Pair[] {
  const byLanguages: Pair[][] = [[], [], []]
  const combinations: readonly (readonly [Locale, Locale])[] = [
    ['ko', 'en'],
    ['ru', 'en'],
    ['ko', 'ru'],
  ]
  encoded.forEach(({ texts }, position) => {
    combinations.forEach(([left, right], at) => {
      const a = texts[left]
      const b = texts[right]
      if (!a || !b || a.rows.length === 0 || b.rows.length === 0) return
      const joined = random() < 0.35 ? 1 + Math.floor(random() * 4) : 0
      let pair: Pair = { a, b }
      for (let next = 1; next <= joined; next += 1) {
        const more = encoded[position + next]?.texts
        const moreA = more?.[left]
        const moreB = more?.[right]
        if (moreA && moreB) pair = { a: concatenate(pair.a, moreA), b: concatenate(pair.b, moreB) }
      }
      byLanguages[at]!.push(pair)
    })
  })
  // Batches of one language pair only: else the language itself would be the easiest counter-example.
  const batches: Pair[][] = []
  for (const pairs of byLanguages) {
    shuffle(pairs, random)
    for (let from = 0; from < pairs.length; from += 256) batches.push(pairs.slice(from, from + 256))
  }
  const whole = batches.filter(({ length }) => length === 256)
  shuffle(whole, random)
  return whole.flat()
}

function concatenate(a: EncodedText, b: EncodedText): EncodedText {
  const join = (x: Int32Array, y: Int32Array, shift: number): Int32Array => {
    const all = new Int32Array(x.length + y.length)
    all.set(x)
    for (let at = 0; at < y.length; at += 1) all[x.length + at] = y[at]! + shift
    return all
  }
  const weights = new Float32Array(a.weights.length + b.weights.length)
  weights.set(a.weights)
  weights.set(b.weights, a.weights.length)
  return { rows: join(a.rows, b.rows, 0), weights, tokenOf: join(a.tokenOf, b.tokenOf, 1 + (a.tokenOf.at(-1) ?? 0)) }
}

interface Forward {
  readonly rows: Int32Array
  readonly weights: Float32Array
  readonly length: number
}

function step(
  pairs: readonly Pair[],
  table: Float32Array,
  squares: Float32Array,
  rate: number,
  { dimensions, temperature, dropout }: TrainingOptions,
  random: () => number,
): number {
  const size = pairs.length
  const a = new Float32Array(size * dimensions)
  const b = new Float32Array(size * dimensions)
  const fa = pairs.map((pair, at) => forward(pair.a, table, a, at, dimensions, dropout, random))
  const fb = pairs.map((pair, at) => forward(pair.b, table, b, at, dimensions, dropout, random))
  const sims = new Float32Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      let dot = 0
      for (let d = 0, x = i * dimensions, y = j * dimensions; d < dimensions; d += 1) dot += a[x + d]! * b[y + d]!
      sims[i * size + j] = dot / temperature
    }
  }
  const gradient = new Float32Array(size * size)
  let loss = softmaxInto(sims, gradient, size, (i, j) => i * size + j)
  loss += softmaxInto(sims, gradient, size, (i, j) => j * size + i)
  const ga = new Float32Array(size * dimensions)
  const gb = new Float32Array(size * dimensions)
  const scale = 1 / (2 * temperature)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const g = gradient[i * size + j]! * scale
      if (g < 1e-6 && g > -1e-6) continue
      for (let d = 0, x = i * dimensions, y = j * dimensions; d < dimensions; d += 1) {
        ga[x + d] = ga[x + d]! + g * b[y + d]!
        gb[y + d] = gb[y + d]! + g * a[x + d]!
      }
    }
  }
  for (let at = 0; at < size; at += 1) {
    backward(fa[at]!, table, squares, a, ga, at, dimensions, rate)
    backward(fb[at]!, table, squares, b, gb, at, dimensions, rate)
  }
  return loss / (2 * size)
}

/** Text vector at unit length into row `at`; remembers rows, weights and length for the way back. */
function forward(
  text: EncodedText,
  table: Float32Array,
  into: Float32Array,
  at: number,
  dimensions: number,
  dropout: number,
  random: () => number,
): Forward {
  const base = at * dimensions
  const weights = new Float32Array(text.weights)
  const tokens = 1 + (text.tokenOf.at(-1) ?? 0)
  if (tokens > 2) {
    let token = -1
    let dropped = false
    for (let k = 0; k < weights.length; k += 1) {
      if (text.tokenOf[k] !== token) {
        token = text.tokenOf[k]!
        dropped = random() < dropout
      }
      if (dropped) weights[k] = 0
    }
  }
  for (let k = 0; k < weights.length; k += 1) {
    const weight = weights[k]!
    if (weight === 0) continue
    for (let d = 0, row = text.rows[k]! * dimensions; d < dimensions; d += 1) {
      into[base + d] = into[base + d]! + weight * table[row + d]!
    }
  }
  let square = 1e-9
  for (let d = 0; d < dimensions; d += 1) square += into[base + d]! ** 2
  const length = Math.sqrt(square)
  for (let d = 0; d < dimensions; d += 1) into[base + d] = into[base + d]! / length
  return { rows: text.rows, weights, length }
}

/** Adds softmax minus target of each line to `gradient`; returns the summed loss. */
function softmaxInto(
  sims: Float32Array,
  gradient: Float32Array,
  size: number,
  cell: (line: number, column: number) => number,
): number {
  let loss = 0
  const line = new Float64Array(size)
  for (let i = 0; i < size; i += 1) {
    let top = -Infinity
    for (let j = 0; j < size; j += 1) top = Math.max(top, sims[cell(i, j)]!)
    let sum = 0
    for (let j = 0; j < size; j += 1) {
      line[j] = Math.exp(sims[cell(i, j)]! - top)
      sum += line[j]!
    }
    for (let j = 0; j < size; j += 1) gradient[cell(i, j)] = gradient[cell(i, j)]! + line[j]! / sum
    gradient[cell(i, i)] = gradient[cell(i, i)]! - 1
    loss += Math.log(sum) + top - sims[cell(i, i)]!
  }
  return loss
}

function backward(
  { rows, weights, length }: Forward,
  table: Float32Array,
  squares: Float32Array,
  unit: Float32Array,
  gradient: Float32Array,
  at: number,
  dimensions: number,
  rate: number,
): void {
  const base = at * dimensions
  let along = 0
  for (let d = 0; d < dimensions; d += 1) along += gradient[base + d]! * unit[base + d]!
  let norm = 0
  for (let d = 0; d < dimensions; d += 1) {
    const value = (gradient[base + d]! - along * unit[base + d]!) / length
    gradient[base + d] = value
    norm += value * value
  }
  norm /= dimensions
  if (norm === 0) return
  for (let k = 0; k < rows.length; k += 1) {
    const weight = weights[k]!
    if (weight === 0) continue
    const row = rows[k]!
    squares[row] = squares[row]! + norm * weight * weight
    const factor = (rate * weight) / Math.sqrt(squares[row]!)
    for (let d = 0, to = row * dimensions; d < dimensions; d += 1)
      table[to + d] = table[to + d]! - factor * gradient[base + d]!
  }
}

/** Rounds each row to int8 with its own scale and takes the mean direction of each language. */
function quantise(
  table: Float32Array,
  encoded: readonly Record<Locale, EncodedText | null>[],
  { rows, dimensions }: TrainingOptions,
): SubwordEmbedding {
  const used = new Uint8Array(rows)
  for (const texts of encoded) for (const locale of LOCALES) for (const row of texts[locale]?.rows ?? []) used[row] = 1
  const vectors = new Int8Array(rows * dimensions)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row += 1) {
    if (used[row] === 0) continue
    let top = 0
    for (let d = 0; d < dimensions; d += 1) top = Math.max(top, Math.abs(table[row * dimensions + d]!))
    if (top === 0) continue
    scales[row] = top / 127
    for (let d = 0; d < dimensions; d += 1)
      vectors[row * dimensions + d] = Math.round((table[row * dimensions + d]! / top) * 127)
  }
  const means = Object.fromEntries(
    LOCALES.map((locale) => {
      const mean = new Float32Array(dimensions)
      let count = 0
      for (const texts of encoded) {
        const text = texts[locale]
        if (!text || text.rows.length === 0) continue
        const vector = new Float32Array(dimensions)
        text.rows.forEach((row, k) => {
          for (let d = 0; d < dimensions; d += 1)
            vector[d] = vector[d]! + text.weights[k]! * table[row * dimensions + d]!
        })
        toUnitLength(vector)
        for (let d = 0; d < dimensions; d += 1) mean[d] = mean[d]! + vector[d]!
        count += 1
      }
      return [locale, mean.map((value) => value / Math.max(1, count))]
    }),
  ) as Record<Locale, Float32Array>
  return { dimensions, rows, vectors, scales, means }
}
