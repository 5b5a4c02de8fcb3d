/** One measured value: a JSON line on stdout, a row for people on stderr. */
export interface Figure {
  readonly case: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  /** What it has to reach; `atLeast` or `atMost`. */
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number }
  readonly peer?: string
  readonly peerValue?: number
  readonly n?: number
  /** 95 % interval. */
  readonly low?: number
  readonly high?: number
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** Prints figures of one bench. */
export const figurePrinter =
  (bench: string) =>
  (figure: Figure): void => {
    const { goal, value } = figure
    const bound = goal === undefined ? undefined : 'atLeast' in goal ? goal.atLeast : goal.atMost
    const ok = goal === undefined ? undefined : 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost
    const line = { bench, ...figure, value: rounded(value), goal: bound, ok }
    for (const key of ['low', 'high', 'peerValue'] as const) {
      const number = line[key]
      if (number !== undefined) line[key] = rounded(number)
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
    const interval = figure.low === undefined ? '' : ` [${rounded(figure.low)}, ${rounded(figure.high ?? 0)}]`
    const peer = figure.peer === undefined ? '' : `  ${figure.peer} ${rounded(figure.peerValue ?? 0)}`
    const verdict = ok === undefined ? '' : ok ? '  ok' : `  MISSED (goal ${bound})`
    process.stderr.write(
      `${figure.case.padEnd(28)} ${figure.metric.padEnd(28)} ${String(rounded(value)).padStart(9)} ${figure.unit}${interval}${peer}${verdict}\n`,
    )
  }

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
