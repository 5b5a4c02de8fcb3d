import type { CommitmentStatus, Method } from './shapes.ts'

/** The states that each tab of the list gathers. */
export const VIEWS = {
  open: ['open', 'accepted', 'objected', 'overdue', 'evidence-given'],
  overdue: ['overdue'],
  judge: ['evidence-given', 'accepted'],
  fulfilled: ['fulfilled'],
  suspended: ['suspended-by-law'],
  closed: ['withdrawn', 'not-followed'],
} as const satisfies Record<string, readonly CommitmentStatus[]>

export type View = keyof typeof VIEWS

/** The list as its address holds it; without a view, all. */
export interface CommitmentSearch {
  readonly view?: View
}

const isView = (value: unknown): value is View => typeof value === 'string' && Object.hasOwn(VIEWS, value)

/** Reads an address typed by anyone; what makes no sense is left out. */
export const readCommitmentSearch = ({ view }: Record<string, unknown>): CommitmentSearch =>
  isView(view) ? { view } : {}

export const METHODS = [
  'displacement-trace',
  'deviation-inspection',
  'heater-map',
  'strength-series',
] as const satisfies readonly Method[]

export interface ExampleSearch {
  readonly method?: Method
}

export const readExampleSearch = ({ method }: Record<string, unknown>): ExampleSearch => {
  const found = METHODS.find((one) => one === method)
  return found ? { method: found } : {}
}

/** Whether a row belongs to the tab. */
export const isInView = (status: CommitmentStatus, view: View | undefined): boolean =>
  view === undefined || (VIEWS[view] as readonly CommitmentStatus[]).includes(status)
