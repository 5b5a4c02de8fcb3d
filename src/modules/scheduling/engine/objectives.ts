import type { ScheduleValue } from './solution.ts'

export type ObjectiveName =
  | 'musts'
  | 'shortfall'
  | 'weight'
  | 'moved'
  | 'breaks'
  | 'idleSlots'
  | 'worstBreaks'
  | 'unsocial'

export interface Objective {
  readonly name: ObjectiveName
  readonly better: 'more' | 'less'
}

/** What is wanted, the most important first; a later one decides only between equals of all before. */
export const objectives: readonly Objective[] = [
  { name: 'musts', better: 'more' },
  { name: 'shortfall', better: 'less' },
  { name: 'weight', better: 'more' },
  { name: 'moved', better: 'less' },
  { name: 'breaks', better: 'less' },
  { name: 'idleSlots', better: 'less' },
  { name: 'worstBreaks', better: 'less' },
  { name: 'unsocial', better: 'less' },
]

/** Above 0 when `a` is the better value, below 0 when `b` is, 0 when no objective tells them apart. */
export function compareValues(a: ScheduleValue, b: ScheduleValue): number {
  for (const objective of objectives) {
    const difference = (a[objective.name] ?? 0) - (b[objective.name] ?? 0)
    if (difference !== 0) return objective.better === 'more' ? difference : -difference
  }
  return 0
}
