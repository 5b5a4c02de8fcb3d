import type { CaseRow, CaseState } from './shapes.ts'

/** The page as its address holds it; without anything: the board with all cases. */
export interface CaseSearch {
  readonly view?: 'list'
  readonly state?: CaseState
  /** Somebody's id; `none`: those nobody looks after. */
  readonly owner?: string
  /** Only what needs a hand. */
  readonly hand?: true
}

export const STATES = [
  'first-contact',
  'information-requested',
  'interest-sent',
  'contact-started',
  'negotiating',
  'agreement-effected',
  'on-hold',
  'not-interested',
] as const satisfies readonly CaseState[]

/** Reads an address typed by anyone; what makes no sense is left out. */
export function readCaseSearch({ view, state, owner, hand }: Record<string, unknown>): CaseSearch {
  const known = STATES.find((one) => one === state)
  return {
    ...(view === 'list' ? { view } : {}),
    ...(known ? { state: known } : {}),
    ...(typeof owner === 'string' && /^(?:none|[0-9a-f-]{36})$/.test(owner) ? { owner } : {}),
    ...(hand === true || hand === 'true' ? { hand: true } : {}),
  }
}

const hasEnded = (state: CaseState): boolean => state === 'agreement-effected' || state === 'not-interested'

/** Late, standing still, or looked after by nobody. */
export const needsHand = ({ age, owner, state }: Pick<CaseRow, 'age' | 'owner' | 'state'>): boolean =>
  age.overdue || age.stale || (owner === null && !hasEnded(state))

export const passes = (row: CaseRow, { state, owner, hand }: CaseSearch): boolean =>
  (state === undefined || row.state === state) &&
  (owner === undefined || (row.owner?.id ?? 'none') === owner) &&
  (hand !== true || needsHand(row))

/** The next state in the order of the board that a case may go to, for the keyboard; null: there is none. */
export function stateBeside(
  { state, mayMoveTo }: Pick<CaseRow, 'state' | 'mayMoveTo'>,
  step: 1 | -1,
): CaseState | null {
  for (let at = STATES.indexOf(state) + step; at >= 0 && at < STATES.length; at += step) {
    const found = STATES[at]
    if (found && mayMoveTo.includes(found)) return found
  }
  return null
}
