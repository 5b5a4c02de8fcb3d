/** One measured value: a JSON line on stdout, a row for people on stderr. */
export interface Figure {
  readonly case: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  /** What it has to reach. */
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number }
  readonly peer?: string
  readonly peerValue?: number
  readonly n?: number
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

export function printFigure(figure: Figure): void {
  const { goal, value } = figure
  const bound = goal === undefined ? undefined : 'atLeast' in goal ? goal.atLeast : goal.atMost
  const ok = goal === undefined ? undefined : 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost
  const peerValue = figure.peerValue === undefined ? undefined : rounded(figure.peerValue)
  const line = { bench: 'screening', ...figure, value: rounded(value), peerValue, goal: bound, ok }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  const peer = figure.peer === undefined ? '' : `  ${figure.peer} ${peerValue}`
  const verdict = ok === undefined ? '' : ok ? '  ok' : `  MISSED (goal ${bound})`
  process.stderr.write(
    `${figure.case.padEnd(24)} ${figure.metric.padEnd(28)} ${String(rounded(value)).padStart(9)} ${figure.unit}${peer}${verdict}\n`,
  )
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** A fixed generator, so that every run measures the same (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(values: readonly T[], random: () => number): T =>
  values[Math.floor(random() * values.length)] as T
