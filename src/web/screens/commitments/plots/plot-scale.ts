import { scaleLinear } from 'd3-scale'

const TICKS = 5

export interface PlotScale {
  /** Where a value stands, in percent from the left or the bottom. */
  readonly at: (value: number) => number
  readonly ticks: readonly number[]
}

/** A linear scale over all given values with a little room, and round numbers along it. */
export function plotScale(values: readonly number[], room = 0.04): PlotScale {
  const low = values.reduce((found, value) => Math.min(found, value), Number.POSITIVE_INFINITY)
  const high = values.reduce((found, value) => Math.max(found, value), Number.NEGATIVE_INFINITY)
  const spread = high - low || Math.abs(high) || 1
  const scale = scaleLinear()
    .domain([low - spread * room, high + spread * room])
    .range([0, 100])
  return { at: (value) => scale(value), ticks: scale.ticks(TICKS) }
}

/** The least-squares line through the middle of the points with the slope that was computed, at both ends. */
export function driftLine(
  x: readonly number[],
  y: readonly number[],
  slope: number,
): { readonly from: readonly [number, number]; readonly to: readonly [number, number] } | null {
  const [first, last] = [x[0], x.at(-1)]
  if (first === undefined || last === undefined) return null
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleX, middleY] = [mean(x), mean(y)]
  const on = (at: number): readonly [number, number] => [at, middleY + slope * (at - middleX)]
  return { from: on(first), to: on(last) }
}

/**
 * A limit in the unit of the plot. A criterion has its value in its own unit and the quantity in the plot's: their
 * ratio is that of the units.
 */
export function limitInPlot(limit: number, inOwnUnit: number | null, inPlotUnit: number | undefined): number | null {
  if (inOwnUnit === null || inPlotUnit === undefined) return null
  return inOwnUnit === 0 ? (limit === 0 ? 0 : null) : (limit * inPlotUnit) / inOwnUnit
}

export interface Cell {
  readonly x: number
  readonly y: number
  readonly value: number
}

/** The columns and rows of a map when its points fill a grid; null when they are scattered. */
export function gridOf(
  cells: readonly Cell[],
): { readonly columns: readonly number[]; readonly rows: readonly number[] } | null {
  const columns = [...new Set(cells.map(({ x }) => x))].toSorted((a, b) => a - b)
  const rows = [...new Set(cells.map(({ y }) => y))].toSorted((a, b) => a - b)
  return columns.length > 1 && rows.length > 1 && columns.length * rows.length === cells.length
    ? { columns, rows }
    : null
}
