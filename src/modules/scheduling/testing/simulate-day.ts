import type { Id } from '../../../kernel/id.ts'
import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import { assessPlan, solutionOfDraft } from '../domain/assessment.ts'
import { nextVersion } from '../domain/differences.ts'
import { type EventDisturbance, decideDisturbance, frozenTimeslots, latestEntry } from '../domain/disturbance.ts'
import type { PlannedMeeting, ReleasedFacts, ScheduleFacts } from '../domain/facts.ts'
import { planOf } from '../domain/outcome.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import { type RepairChoice, choicesOf, decideRepair, problemOfRepair } from '../domain/repair.ts'
import { repair } from '../engine/repair.ts'
import { solve } from '../engine/solve.ts'
import { type DayFate, dateOf } from './day-fate.ts'
import { brokenRules } from './day-invariants.ts'

export type { ScheduleFacts }
export { ROUGH_DAY, drawFate } from './day-fate.ts'

export interface SimulatedDay {
  readonly planned: number
  /** Meetings really held, with the desk's repairs and by the plan of the morning alone. */
  readonly held: number
  readonly heldWithoutRepair: number
  readonly disturbances: number
  /** Cuts that the desk looked at and that came back by themselves. */
  readonly reconnects: number
  readonly moved: number
  readonly dropped: number
  readonly added: number
  /** Messages: one for each person and repair. */
  readonly told: number
  /** Rules that were broken, with the moment. */
  readonly broken: readonly string[]
}

const NEAR_MINUTES = 20
/** When the desk looks who is missing. */
const LOOK_MINUTES = 5
/** Of the search for the least moves, each some dozens of positions. */
const SEARCH_STEPS = 300

/** Counts instead of measuring, so that the same seed gives the same day on any machine. */
function countingClock(): () => number {
  let calls = 0
  return () => calls++
}

/** The facts with a plan that everybody was told of in the morning; every tenth meeting is pinned. */
export function withMorningPlan(facts: ScheduleFacts, iterationLimit: number): ScheduleFacts {
  const solution = solve(problemOfEvent(facts), { seed: 1, iterationLimit, elapsedMs: countingClock() })
  const pinned = new Set(solution.meetings.filter((_, index) => index % 10 === 0).map(({ request }) => request))
  return released({ ...facts, released: null }, planOf(solution, pinned))
}

/** The plan as draft and as next version. */
function released(facts: ScheduleFacts, plan: readonly PlannedMeeting[]): ScheduleFacts {
  const parties = new Map<Id, { hostId: Id; guestId: Id }>(facts.requests.map((request) => [request.id, request]))
  const version: ReleasedFacts = {
    number: (facts.released?.number ?? 0) + 1,
    releasedAt: facts.timeslots[0]!.startsAt,
    meetings: nextVersion(facts.released?.meetings ?? [], plan).map((meeting) => {
      const { hostId = '', guestId = '' } = parties.get(meeting.requestId) ?? {}
      return { ...meeting, hostId, guestId }
    }),
  }
  return { ...facts, released: version, draft: { ...facts.draft, revision: version.number, meetings: plan } }
}

/**
 * Plays the days of an event minute by minute where something can happen: interpreters drop out, the desk looks who
 * is missing five minutes into each timeslot, calls, and applies what `proposeRepair` would propose, through the same
 * decisions. `facts`: with a morning plan. `searchSteps`: how long each repair may look for the fewest moves; of many
 * days a small number is told apart from a large one by the seconds only.
 */
export function simulateDay(
  facts: ScheduleFacts,
  fate: DayFate,
  { searchSteps = SEARCH_STEPS }: { readonly searchSteps?: number } = {},
): SimulatedDay {
  const day = new Day(facts, fate, searchSteps)
  for (const moment of moments(facts, fate)) day.live(moment)
  return day.end()
}

interface Moment {
  readonly at: Instant
  /** Who drops out; null: the desk looks. */
  readonly lost: Id | null
}

const moments = ({ timeslots }: ScheduleFacts, { losses }: DayFate): Moment[] =>
  [
    ...timeslots.map(({ startsAt }) => ({ at: addMinutes(startsAt, LOOK_MINUTES), lost: null })),
    ...losses.map(({ interpreterId, at }) => ({ at, lost: interpreterId })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : (a.lost ?? '').localeCompare(b.lost ?? '')))

class Day {
  private readonly morning: ScheduleFacts
  private readonly fate: DayFate
  private facts: ScheduleFacts
  private readonly counts = { disturbances: 0, reconnects: 0, moved: 0, dropped: 0, added: 0, told: 0 }
  private readonly broken: string[] = []
  private readonly searchSteps: number

  constructor(facts: ScheduleFacts, fate: DayFate, searchSteps: number) {
    this.searchSteps = searchSteps
    this.morning = facts
    this.facts = facts
    this.fate = fate
  }

  live({ at, lost }: Moment): void {
    if (lost !== null) {
      const running = this.facts.timeslots.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
      // What is half over is not held a second time.
      const from = running && latestEntry(running) <= at ? running.endsAt : at
      return this.happen({ code: 'interpreter-lost', interpreterId: lost, from, until: null }, at)
    }
    for (const participantId of this.expected(at)) {
      const isCut = this.fate.cuts.some(
        (cut) => cut.participantId === participantId && cut.from <= at && at < cut.until,
      )
      if (isCut) this.counts.reconnects++
      const arrival = this.arrival(participantId, at)
      if (arrival === undefined || (arrival !== null && arrival <= at)) continue
      this.happen(
        arrival === null
          ? { code: 'no-show', participantId, from: at }
          : { code: 'late-arrival', participantId, until: arrival },
        at,
      )
    }
  }

  end(): SimulatedDay {
    return {
      planned: this.morning.draft.meetings.length,
      held: this.heldOf(this.facts.draft.meetings),
      heldWithoutRepair: this.heldOf(this.morning.draft.meetings),
      ...this.counts,
      broken: this.broken,
    }
  }

  /** Those who should be in a meeting that runs at the moment, each once. */
  private expected(at: Instant): Set<Id> {
    const running = this.facts.timeslots.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
    const slots = new Set(running.map(({ id }) => id))
    const here = new Set(this.facts.draft.meetings.filter((m) => slots.has(m.timeslotId)).map((m) => m.requestId))
    return new Set(this.facts.requests.filter(({ id }) => here.has(id)).flatMap((r) => [r.hostId, r.guestId]))
  }

  /** Undefined: in time. */
  private arrival(participantId: Id, at: Instant): Instant | null | undefined {
    return this.fate.arrivals.get(`${participantId} ${dateOf(this.facts, at)}`)
  }

  private happen(disturbance: EventDisturbance, at: Instant): void {
    const decided = decideDisturbance(this.facts, disturbance, at)
    // Nothing that could still be lost: after the last timeslot.
    if (!decided.ok) return
    this.counts.disturbances++
    const { facts: after, engine } = decided.value
    const frozen = frozenTimeslots(this.facts, at, NEAR_MINUTES)
    const problem = problemOfRepair(after)
    const answer = repair(problem, solutionOfDraft(problem, this.facts), engine, {
      frozenSlots: frozen,
      fillHoles: true,
      budgetMs: this.searchSteps,
      elapsedMs: countingClock(),
    })
    const choice = best(choicesOf(this.facts, after, [answer]))
    const plan = decideRepair(after, choice.changes, frozen)
    const checked = plan.ok ? assessPlan(after, plan.value) : plan
    if (!plan.ok || !checked.ok) {
      const code = checked.ok ? '' : checked.refusal.code
      this.broken.push(`${at} ${disturbance.code}: refused with ${code}`)
      this.facts = after
      return
    }
    const told = new Set([...choice.toldParticipants, ...choice.toldInterpreters])
    const step = { facts: after, plan: plan.value, frozen: new Set(frozen), told }
    this.broken.push(...brokenRules(step).map((rule) => `${at} ${disturbance.code}: ${rule}`))
    this.counts.moved += choice.moved
    this.counts.dropped += choice.dropped
    this.counts.added += choice.added
    this.counts.told += told.size
    this.facts = told.size > 0 ? released(after, plan.value) : after
  }

  private heldOf(meetings: readonly PlannedMeeting[]): number {
    const requests = new Map(this.morning.requests.map((request) => [request.id, request]))
    const latestEntries = new Map(this.morning.timeslots.map((slot) => [slot.id, latestEntry(slot)]))
    const lostAt = new Map(this.fate.losses.map(({ interpreterId, at }) => [interpreterId, at]))
    return meetings.filter(({ requestId, timeslotId, interpreterId }) => {
      const request = requests.get(requestId)
      const latest = latestEntries.get(timeslotId)!
      const isThere = (id: Id) => {
        const arrival = this.arrival(id, latest)
        return arrival === undefined || (arrival !== null && arrival <= latest)
      }
      const interpreterLeft = interpreterId === null ? undefined : lostAt.get(interpreterId)
      if (!request || !isThere(request.hostId) || !isThere(request.guestId)) return false
      return interpreterLeft === undefined || interpreterLeft >= latest
    }).length
  }
}

/** What a desk would take: the fewest meetings lost, then the fewest moved, then the most unmet requests placed. */
const best = (choices: readonly RepairChoice[]): RepairChoice =>
  choices.toSorted((a, b) => a.dropped - b.dropped || a.moved - b.moved || b.added - a.added)[0]!
