import type { Progress } from '../engine/index.ts'

/** What the screen draws while a run goes on: the best so far, the bound, and how both came closer. */
export interface RunProgress {
  readonly elapsedMs: number
  readonly held: number
  readonly requested: number
  readonly weight: number
  readonly boundWeight: number | null
  readonly breaks: number
  readonly curve: readonly { readonly elapsedMs: number; readonly weight: number; readonly breaks: number }[]
}

/** Points beyond this many are thinned, so that a run of ten minutes stays a small row. */
const MAX_POINTS = 120

export const emptyProgress = (requested: number): RunProgress => ({
  elapsedMs: 0,
  held: 0,
  requested,
  weight: 0,
  boundWeight: null,
  breaks: 0,
  curve: [],
})

export function addToCurve(progress: RunProgress, { elapsedMs, value, boundWeight }: Progress): RunProgress {
  const last = progress.curve.at(-1)
  const better = !last || last.weight !== value.weight || last.breaks !== value.breaks
  const point = { elapsedMs, weight: value.weight, breaks: value.breaks }
  return {
    elapsedMs,
    held: value.held,
    requested: progress.requested,
    weight: value.weight,
    boundWeight,
    breaks: value.breaks,
    curve: better ? thin([...progress.curve, point]) : progress.curve,
  }
}

/** Every second point of the older half goes when the curve grows too long; the newest always stays. */
const thin = <T>(points: readonly T[]): readonly T[] =>
  points.length <= MAX_POINTS ? points : points.filter((_, index) => index % 2 === 0 || index > points.length / 2)
