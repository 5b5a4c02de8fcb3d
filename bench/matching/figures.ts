import { figurePrinter } from '../figure.ts'

export { type Figure, quantile } from '../figure.ts'

export const printFigure = figurePrinter('matching')

/** Wilson's 95 % interval of a share. */
export function shareInterval(hits: number, n: number): { low: number; high: number } {
  const z = 1.96
  const share = hits / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** A fixed generator, so that every run measures the same. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
