import type { Id } from '../../../kernel/id.ts'
import type { Change, ScheduleBound, ScheduleSolution, ScheduleValue, UnmetReason } from '../engine/index.ts'
import type { PlannedMeeting } from './planned-meeting.ts'

type Values = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** What is kept of a plan beside its meetings: how good it is, how good any could be, and why what is missing is missing. */
export interface Outcome {
  readonly value: ScheduleValue | null
  readonly bound: Pick<ScheduleBound, 'weight' | 'breaks' | 'provenBest' | 'method'> | null
  readonly unmet: readonly UnmetOutcome[]
  readonly issues: readonly { readonly code: string; readonly values: Values }[]
  /** Of the run that made it; null for a plan changed by hand. */
  readonly seed: number | null
  readonly elapsedMs: number | null
}

export interface UnmetOutcome {
  readonly requestId: Id
  readonly code: UnmetReason['code']
  readonly values: Values
  /** The cheapest change that would admit it, proven by solving with it. */
  readonly change: {
    readonly code: Change['code']
    readonly values: Values
    readonly held: number
    readonly moved: number
  } | null
}

export const NO_OUTCOME: Outcome = { value: null, bound: null, unmet: [], issues: [], seed: null, elapsedMs: null }

const coded = <T extends { readonly code: string }>({ code, ...values }: T) => ({
  code: code as T['code'],
  values: values as Values,
})

/** The stored form of what the engine answered; `run` when it was a run that asked. */
export function outcomeOf(
  solution: ScheduleSolution,
  run?: { readonly changes: ReadonlyMap<Id, Change>; readonly elapsedMs: number },
): Outcome {
  const { weight, breaks, provenBest, method } = solution.bound
  return {
    value: solution.value,
    bound: { weight, breaks, provenBest, method },
    unmet: solution.unmet.map(({ request, reason }) => ({
      requestId: request,
      ...coded(reason),
      change: changeOf(run?.changes.get(request)),
    })),
    issues: solution.issues.map(coded),
    seed: run ? solution.seed : null,
    elapsedMs: run?.elapsedMs ?? null,
  }
}

function changeOf(change: Change | undefined): UnmetOutcome['change'] {
  if (!change) return null
  const { code, held, moved, ...values } = change
  return { code, held, moved, values }
}

/** The engine's meetings as rows of the draft; what was pinned before stays pinned. */
export const planOf = (solution: ScheduleSolution, pinned: ReadonlySet<Id>): PlannedMeeting[] =>
  solution.meetings.map((meeting) => ({
    requestId: meeting.request,
    timeslotId: meeting.slot,
    placeId: meeting.place,
    interpreterId: meeting.interpreter,
    hostDelegate: meeting.hostDelegate,
    guestDelegate: meeting.guestDelegate,
    pinned: pinned.has(meeting.request),
  }))
