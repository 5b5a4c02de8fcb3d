/** The chain in its order: the modules, the navigation, and the way a record travels. */
export const STAGES = [
  'compliance',
  'accounts',
  'programmes',
  'companies',
  'matching',
  'events',
  'meetings',
  'scheduling',
  'rooms',
  'cases',
  'agreements',
  'commitments',
  'outcomes',
  'newsroom',
] as const
export type Stage = (typeof STAGES)[number]
