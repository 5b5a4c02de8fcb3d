import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'

/** States of an expression of interest after the practice of the Enterprise Europe Network, and two that rest. */
export const CASE_STATES = [
  'first-contact',
  'information-requested',
  'interest-sent',
  'contact-started',
  'negotiating',
  'agreement-effected',
  'on-hold',
  'not-interested',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** Which state may follow which. A case that has ended may be taken up again. */
export const TRANSITIONS: Readonly<Record<CaseState, readonly CaseState[]>> = {
  'first-contact': ['information-requested', 'interest-sent', 'contact-started', 'on-hold', 'not-interested'],
  'information-requested': ['interest-sent', 'contact-started', 'on-hold', 'not-interested'],
  'interest-sent': ['information-requested', 'contact-started', 'on-hold', 'not-interested'],
  'contact-started': ['information-requested', 'negotiating', 'on-hold', 'not-interested'],
  negotiating: ['contact-started', 'agreement-effected', 'on-hold', 'not-interested'],
  'agreement-effected': ['negotiating'],
  'on-hold': [
    'first-contact',
    'information-requested',
    'interest-sent',
    'contact-started',
    'negotiating',
    'not-interested',
  ],
  'not-interested': ['first-contact', 'contact-started'],
}

export const mayFollow = (from: CaseState, to: CaseState): boolean => TRANSITIONS[from].includes(to)

/** Nothing is due any more. */
export const hasEnded = (state: CaseState): boolean => state === 'agreement-effected' || state === 'not-interested'

export interface CaseCompany {
  readonly id: Id
  readonly code: string
  readonly name: LocalizedText
  readonly synthetic: boolean
}

export interface Case {
  readonly id: Id
  readonly programmeId: Id
  /** The meeting it came from; null: opened by hand. */
  readonly requestId: Id | null
  readonly host: CaseCompany
  readonly guest: CaseCompany
  readonly about: string | null
  readonly state: CaseState
  readonly owner: { readonly id: Id; readonly name: string } | null
  readonly nextAction: string | null
  /** A day by the clock of the programme's first side. */
  readonly nextActionOn: string | null
  readonly timeZone: string
  readonly confidential: boolean
  readonly revision: number
  readonly openedAt: Instant
  readonly movedAt: Instant
  readonly updatedAt: Instant
}

/** A case that has stood still for so many days needs somebody to look. */
export const STALE_DAYS = 14

export interface CaseAge {
  /** Whole days since it was opened, and since it came into its state. */
  readonly days: number
  readonly daysInState: number
  /** The day of the next action is over. */
  readonly overdue: boolean
  readonly stale: boolean
}

const DAY_MS = 86_400_000

/** `today` by the clock of the programme's first side. */
export function ageOf(
  { state, openedAt, movedAt, nextActionOn }: Pick<Case, 'state' | 'openedAt' | 'movedAt' | 'nextActionOn'>,
  now: Instant,
  today: string,
): CaseAge {
  const days = (since: Instant) => Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / DAY_MS))
  const isLive = !hasEnded(state)
  const daysInState = days(movedAt)
  return {
    days: days(openedAt),
    daysInState,
    overdue: isLive && nextActionOn !== null && nextActionOn < today,
    stale: isLive && state !== 'on-hold' && daysInState >= STALE_DAYS,
  }
}
