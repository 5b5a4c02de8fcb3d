import type { Outputs } from '../../../api.ts'

export type Comparison = Outputs['scheduling']['compareWithReleased']
export type Difference = Comparison['rows'][number]
export type DifferenceKind = Difference['kind']

/** What hurts most comes first. */
const ORDER: readonly DifferenceKind[] = ['cancelled', 'moved', 'added', 'interpreter-changed', 'place-changed']

export interface DifferenceGroup {
  readonly kind: DifferenceKind
  readonly rows: readonly Difference[]
}

/** The differences by kind, in the order of `timeslots` (ids in order of time) within each. */
export function differenceGroups(
  rows: readonly Difference[],
  timeslots: readonly string[],
): readonly DifferenceGroup[] {
  const order = new Map(timeslots.map((id, index) => [id, index]))
  const when = ({ before, after }: Difference) => order.get((after ?? before)?.timeslotId ?? '') ?? timeslots.length
  return ORDER.map((kind) => ({
    kind,
    rows: rows.filter((row) => row.kind === kind).toSorted((a, b) => when(a) - when(b)),
  })).filter((group) => group.rows.length > 0)
}
