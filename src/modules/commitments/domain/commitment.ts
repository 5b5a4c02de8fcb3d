import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type TimeZone, wallClock } from '../../../kernel/time-zone.ts'

export const COMMITMENT_STATUSES = [
  'open',
  'evidence-given',
  'accepted',
  'objected',
  'fulfilled',
  'overdue',
  'suspended-by-law',
  'withdrawn',
  'not-followed',
] as const
/**
 * accepted: one party accepts what was shown, another has not spoken yet. fulfilled: all others accept. not-followed:
 * entered from a report, and what became of it later is not known here.
 */
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number]

export interface DueFacts {
  readonly status: CommitmentStatus
  readonly dueOn: string | null
  readonly timeZone: TimeZone
}

/** The day by the owner's clock. */
export const ownDay = (now: Instant, timeZone: TimeZone): string => wallClock(now, timeZone).date

/** Overdue by itself from the day after, by the owner's clock, as long as nothing is shown for it. */
export const statusAt = ({ status, dueOn, timeZone }: DueFacts, now: Instant): CommitmentStatus =>
  (status === 'open' || status === 'objected') && dueOn !== null && ownDay(now, timeZone) > dueOn ? 'overdue' : status

export type Step = 'give-evidence' | 'judge' | 'move' | 'suspend' | 'resume' | 'withdraw' | 'set-criteria'

const OPEN: readonly CommitmentStatus[] = ['open', 'objected', 'overdue', 'not-followed']
const SHOWN: readonly CommitmentStatus[] = ['evidence-given', 'accepted', 'objected']

/** The states in which a step is open. */
export const STEP_FROM: Readonly<Record<Step, readonly CommitmentStatus[]>> = {
  'give-evidence': [...OPEN, 'evidence-given'],
  judge: [...SHOWN, 'overdue'],
  move: OPEN,
  suspend: [...OPEN, 'evidence-given', 'accepted'],
  resume: ['suspended-by-law'],
  withdraw: [...OPEN, 'evidence-given', 'accepted'],
  'set-criteria': OPEN,
}

export const mayStep = (status: CommitmentStatus, step: Step): boolean => STEP_FROM[step].includes(status)

export interface Verdict {
  readonly partyId: Id
  readonly verdict: 'accept' | 'object'
}

/** What the parties other than the owner make of the newest evidence: one objection counts, else all have to accept. */
export function statusAfter(
  verdicts: readonly Verdict[],
  parties: readonly Id[],
  ownerId: Id,
): 'evidence-given' | 'accepted' | 'objected' | 'fulfilled' {
  if (verdicts.some(({ verdict }) => verdict === 'object')) return 'objected'
  const accepted = new Set(verdicts.map(({ partyId }) => partyId))
  if (accepted.size === 0) return 'evidence-given'
  return parties.every((party) => party === ownerId || accepted.has(party)) ? 'fulfilled' : 'accepted'
}

export const REMINDER_DAYS = [30, 7, 1] as const

/**
 * The reminder that is due with so many days left: the nearest of 30, 7 and 1 that has been reached, so that a day on which
 * nothing ran loses none. Null: none yet, or the day is over.
 */
export function reminderDue(
  dueOn: string,
  today: string,
): { readonly reminder: number; readonly daysLeft: number } | null {
  const daysLeft = Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
  if (daysLeft < 0) return null
  const reminder = REMINDER_DAYS.toReversed().find((days) => daysLeft <= days)
  return reminder === undefined ? null : { reminder, daysLeft }
}

export interface Fulfilment {
  readonly fulfilled: number
  /** Fulfilled or due by now; what is suspended, withdrawn or not followed says nothing. */
  readonly due: number
  /** Between 0 and 1; null as long as nothing was due. */
  readonly rate: number | null
}

export function fulfilmentOf(rows: readonly DueFacts[], now: Instant): Fulfilment {
  const counted = rows.filter((row) => {
    const status = statusAt(row, now)
    const isPast = row.dueOn !== null && ownDay(now, row.timeZone) > row.dueOn
    return status === 'fulfilled' || (isPast && !['suspended-by-law', 'withdrawn', 'not-followed'].includes(status))
  })
  const fulfilled = counted.filter(({ status }) => status === 'fulfilled').length
  return { fulfilled, due: counted.length, rate: counted.length === 0 ? null : fulfilled / counted.length }
}
