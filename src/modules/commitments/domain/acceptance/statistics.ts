export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of a sample: divided by n − 1. */
export function standardDeviation(values: readonly number[]): number {
  const centre = mean(values)
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}

// Not spread into Math.min: a long series would not fit into one call.
export const least = (values: readonly number[]): number =>
  values.reduce((found, value) => Math.min(found, value), Number.POSITIVE_INFINITY)
export const greatest = (values: readonly number[]): number =>
  values.reduce((found, value) => Math.max(found, value), Number.NEGATIVE_INFINITY)

/** Least-squares line through the points; `residualDeviation` is divided by n − 2. */
export function fitLine(xs: readonly number[], ys: readonly number[]): { slope: number; residualDeviation: number } {
  const [meanX, meanY] = [mean(xs), mean(ys)]
  let [products, squares] = [0, 0]
  for (const [index, x] of xs.entries()) {
    products += (x - meanX) * (ys[index]! - meanY)
    squares += (x - meanX) ** 2
  }
  const slope = products / squares
  const residuals = xs.reduce((sum, x, index) => sum + (ys[index]! - meanY - slope * (x - meanX)) ** 2, 0)
  return { slope, residualDeviation: Math.sqrt(residuals / (xs.length - 2)) }
}
