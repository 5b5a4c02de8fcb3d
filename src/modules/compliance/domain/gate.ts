import type { Id } from '../../../kernel/id.ts'
import type { SubjectKind } from './party.ts'
import { PASSING_STATES, type ScreeningState, type StaleReason } from './state.ts'

export const GATES = [
  'profile-publication',
  'match',
  'meeting-confirmation',
  'room-token',
  'file-share',
  'agreement-send',
  'agreement-signature',
  'outcome-count',
  'article-publication',
] as const
export type Gate = (typeof GATES)[number]

/** These only warn: nothing has left anybody's hands yet. All others are closed by what is not cleared. */
const SOFT_GATES: readonly Gate[] = ['profile-publication', 'match']
export const isSoft = (gate: Gate): boolean => SOFT_GATES.includes(gate)

/** How a party stands now, as the gate sees it. */
export interface PartyStanding {
  readonly subjectKind: SubjectKind
  readonly subjectId: Id
  readonly name: string
  readonly state: ScreeningState
  readonly stale: readonly StaleReason[]
  /** What a second person asked for when clearing it. */
  readonly conditions: string | null
}

export const passes = ({ state, stale }: Pick<PartyStanding, 'state' | 'stale'>): boolean =>
  PASSING_STATES.includes(state) && stale.length === 0

export interface GateOutcome {
  /**
   * - `open`: everybody is cleared. - `warning`: a soft gate that somebody has yet to look at.
   * - `not-in-force`: this programme checks nobody; that is no clearance and must be said wherever it matters.
   */
  readonly verdict: 'open' | 'warning' | 'not-in-force'
  /** Conditions that go with passing. */
  readonly conditions: readonly string[]
  readonly warnings: readonly ('party' | 'list-old' | 'technology' | 'no-questionnaire')[]
}

export const NOT_IN_FORCE: GateOutcome = { verdict: 'not-in-force', conditions: [], warnings: [] }

export const DEFAULT_LIMITS = { maxListAgeDays: 30, maxScreeningAgeDays: 180 } as const
