import type { Instant } from '../../../kernel/instant.ts'
import type { Interval } from '../../../kernel/interval.ts'

/** Two arrays of equal length become intervals: arrays of moments keep the driver's value types, JSON would not. */
export function availabilityOf<Row extends { readonly starts: readonly Instant[]; readonly ends: readonly Instant[] }>({
  starts,
  ends,
  ...row
}: Row): Omit<Row, 'starts' | 'ends'> & { availability: Interval[] } {
  return { ...row, availability: starts.map((startsAt, index) => ({ startsAt, endsAt: ends[index]! })) }
}
