import type { Instant } from './instant.ts'

/** Half-open: contains `startsAt`, not `endsAt`. Never empty: `startsAt < endsAt`. */
export interface Interval {
  readonly startsAt: Instant
  readonly endsAt: Instant
}

export const isInterval = (interval: Interval): boolean => interval.startsAt < interval.endsAt

export const overlaps = (a: Interval, b: Interval): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt

export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt

/** Sorted, disjoint, touching neighbours joined. */
export function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(isInterval).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const merged: Interval[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last && next.startsAt <= last.endsAt) {
      if (next.endsAt > last.endsAt) merged[merged.length - 1] = { startsAt: last.startsAt, endsAt: next.endsAt }
    } else {
      merged.push(next)
    }
  }
  return merged
}
