export interface Figure {
  readonly case: string
  readonly metric: string
  readonly value: number | string | boolean | null
  readonly unit?: string
  readonly goal?: string
  readonly ok?: boolean
  readonly peer?: string
  readonly peerValue?: number | string | null
  readonly n?: number
}

/** One JSON object a line for machines on stdout, one row for people on stderr. */
export function report(figure: Figure): void {
  process.stdout.write(`${JSON.stringify({ bench: 'scheduling', unit: '', goal: null, ok: null, ...figure })}\n`)
  const mark = figure.ok === undefined ? ' ' : figure.ok ? '+' : '-'
  const peer = figure.peer === undefined ? '' : `   ${figure.peer}: ${figure.peerValue}`
  const goal = figure.goal === undefined ? '' : `   goal ${figure.goal}`
  process.stderr.write(
    `${mark} ${figure.case.padEnd(26)} ${figure.metric.padEnd(26)} ${String(figure.value).padStart(10)} ${figure.unit ?? ''}${goal}${peer}\n`,
  )
}

export const note = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** Smallest value that at least the share of the sorted values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(Math.max(value, 1e-6)), 0) / Math.max(1, values.length))
