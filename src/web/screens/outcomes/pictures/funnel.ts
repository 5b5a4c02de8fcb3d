export interface FunnelStep {
  readonly step: string
  readonly count: number | null
}

export interface FunnelPart extends FunnelStep {
  /** Half of the width at the top and at the foot, in percent of the widest. */
  readonly top: number
  readonly foot: number
  /** Of the step before; null where one of the two is not counted or the one before is nothing. */
  readonly share: number | null
}

const NARROWEST = 0.6

/** Widths of the steps: by count, those that are not counted as wide as the one before, so that the shape holds. */
export function funnelParts(steps: readonly FunnelStep[]): FunnelPart[] {
  const most = Math.max(1, ...steps.map(({ count }) => count ?? 0))
  const widths: number[] = []
  for (const { count } of steps) {
    widths.push(count === null ? (widths.at(-1) ?? 50) : Math.max(NARROWEST, (50 * count) / most))
  }
  return steps.map((step, index) => {
    const before = steps[index - 1]?.count ?? null
    const own = widths[index]!
    // It opens again where a later step counts other things and more of them: the shape must not hide that.
    return {
      ...step,
      top: own,
      foot: Math.min(own, widths[index + 1] ?? own),
      share: step.count === null || !before || step.count > before ? null : step.count / before,
    }
  })
}
