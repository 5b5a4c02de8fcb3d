import type { Outcome, Run } from './board-facts.ts'

/** How good the draft is beside the best that anyone could have. */
export interface BoundView {
  readonly held: number
  readonly requested: number
  readonly proof:
    /** As many as possible, the best of them, and the least waiting. */
    | { readonly kind: 'best' }
    /** No plan holds better meetings; less waiting is not ruled out. */
    | { readonly kind: 'best-meetings'; readonly breaks: number; readonly breaksAtLeast: number }
    /** `gap` is the share that the best possible may be better, above 0. */
    | { readonly kind: 'gap'; readonly gap: number }
    | { readonly kind: 'unknown' }
}

export function boundView({ value, bound }: Outcome, counts: { held: number; requested: number }): BoundView {
  if (!value || !bound) return { ...counts, proof: { kind: 'unknown' } }
  if (bound.provenBest) return { ...counts, proof: { kind: 'best' } }
  const gap = gapOf(value.weight, bound.weight)
  if (gap === null) return { ...counts, proof: { kind: 'unknown' } }
  if (gap > 0) return { ...counts, proof: { kind: 'gap', gap } }
  return { ...counts, proof: { kind: 'best-meetings', breaks: value.breaks, breaksAtLeast: bound.breaks } }
}

/** The same of a run that goes on: its best so far beside its bound. */
export function progressView({ held, requested, weight, boundWeight, breaks }: Run['progress']): BoundView {
  const gap = gapOf(weight, boundWeight)
  if (gap === null) return { held, requested, proof: { kind: 'unknown' } }
  if (gap > 0) return { held, requested, proof: { kind: 'gap', gap } }
  return { held, requested, proof: { kind: 'best-meetings', breaks, breaksAtLeast: 0 } }
}

/** Share of the bound that is not reached; null where a bound of nothing says nothing. */
export const gapOf = (weight: number, boundWeight: number | null): number | null =>
  boundWeight === null || boundWeight <= 0 ? null : Math.max(0, (boundWeight - weight) / boundWeight)

/** Digits after the point so that a gap never reads as zero: 0.5 → `50 %`, 0.00012 → `0.02 %`. Always rounded up. */
export function gapPercent(gap: number): { readonly share: number; readonly digits: number } {
  const digits = gap >= 0.1 ? 0 : gap >= 0.01 ? 1 : 2
  const step = 10 ** -(digits + 2)
  return { share: Math.ceil(gap / step - 1e-9) * step, digits }
}

/** Marks of the bound bar: all held ones, then the hollow ones; beyond `most` they become two bars. */
export const boundMarks = (
  { held, requested }: BoundView,
  most: number,
):
  | { readonly kind: 'marks'; readonly held: number; readonly open: number }
  | { readonly kind: 'bars'; readonly share: number } =>
  requested <= most
    ? { kind: 'marks', held, open: Math.max(0, requested - held) }
    : { kind: 'bars', share: requested === 0 ? 0 : held / requested }

export interface CurveView {
  /** In a box 1000 × 100: the value over time as steps, from its lowest to the bound. */
  readonly path: string
  /** The same closed along the bottom, for the tint below it. */
  readonly area: string
  /** Height of the bound in the same box; null when unknown. */
  readonly boundY: number | null
  /** The last point, where the pen is now. */
  readonly tip: { readonly x: number; readonly y: number }
}

/** The best value so far, drawn over the time of the run. Null before there are two different moments. */
export function progressCurve({ progress, budgetMs, status, finishedAt }: Run): CurveView | null {
  const points = progress.curve
  const [first] = points
  if (!first) return null
  const end = finishedAt === null && status === 'running' ? Math.max(budgetMs, progress.elapsedMs) : progress.elapsedMs
  if (end <= 0) return null
  const top = Math.max(progress.boundWeight ?? 0, ...points.map(({ weight }) => weight))
  const low = Math.min(...points.map(({ weight }) => weight))
  // The last per cent is where the search works: the picture begins near the first value, not at zero.
  const floor = low - Math.max(1, (top - low) * 0.1)
  const x = (ms: number) => round((1000 * Math.min(ms, end)) / end)
  const y = (weight: number) => round(100 - (90 * (weight - floor)) / Math.max(1, top - floor))
  const steps = points.map(({ elapsedMs, weight }, index) =>
    index === 0 ? `M${x(elapsedMs)} ${y(weight)}` : `H${x(elapsedMs)}V${y(weight)}`,
  )
  const last = points.at(-1) ?? first
  const tip = { x: x(progress.elapsedMs), y: y(last.weight) }
  const path = `${steps.join('')}H${tip.x}`
  return {
    path,
    area: `${path}V100H${x(first.elapsedMs)}z`,
    boundY: progress.boundWeight === null ? null : y(progress.boundWeight),
    tip,
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
