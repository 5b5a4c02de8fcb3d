import type { Id } from '../../../kernel/id.ts'
import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { ScheduleFacts } from '../domain/facts.ts'
import { Random } from '../engine/random.ts'

/** What really happens on the days of an event. It is drawn beforehand; nobody in the simulation knows it. */
export interface DayFate {
  /** When somebody comes, by `participant date`; null: never. Who is not named is in time. */
  readonly arrivals: ReadonlyMap<string, Instant | null>
  /** Lost networks that come back. */
  readonly cuts: readonly { readonly participantId: Id; readonly from: Instant; readonly until: Instant }[]
  /** Interpreters who drop out for good. */
  readonly losses: readonly { readonly interpreterId: Id; readonly at: Instant }[]
}

/** How often things go wrong; shares of people, per day where it can happen each day. */
export interface DayRates {
  readonly noShow: number
  readonly late: number
  readonly mostLateMinutes: number
  readonly cut: number
  readonly interpreterLost: number
}

/** A rough day: more goes wrong than one should expect, so that much has to be repaired. */
export const ROUGH_DAY: DayRates = { noShow: 0.04, late: 0.1, mostLateMinutes: 75, cut: 0.2, interpreterLost: 0.12 }

const MOST_CUT_MINUTES = 6

export const dateOf = (facts: Pick<ScheduleFacts, 'timeZone'>, at: Instant): string =>
  wallClock(at, facts.timeZone).date

/** Same facts, seed and rates: same fate. */
export function drawFate(facts: ScheduleFacts, seed: number, rates: DayRates = ROUGH_DAY): DayFate {
  const random = new Random(seed)
  const happens = (share: number) => random.fraction() < share
  const slotsOf = Map.groupBy(facts.timeslots, ({ startsAt }) => dateOf(facts, startsAt))
  const arrivals = new Map<string, Instant | null>()
  const cuts: DayFate['cuts'][number][] = []
  for (const { id: participantId } of facts.participants) {
    const never = happens(rates.noShow)
    for (const [date, slots] of slotsOf) {
      if (never) arrivals.set(`${participantId} ${date}`, null)
      else if (happens(rates.late)) {
        const minutes = 1 + random.below(rates.mostLateMinutes)
        arrivals.set(`${participantId} ${date}`, addMinutes(slots[0]!.startsAt, minutes))
      }
      if (!happens(rates.cut)) continue
      const from = addMinutes(slots[random.below(slots.length)]!.startsAt, random.below(15))
      cuts.push({ participantId, from, until: addMinutes(from, 1 + random.below(MOST_CUT_MINUTES)) })
    }
  }
  const losses = facts.interpreters.flatMap(({ id: interpreterId }) => {
    if (!happens(rates.interpreterLost)) return []
    const slot = facts.timeslots[random.below(facts.timeslots.length)]!
    return [{ interpreterId, at: addMinutes(slot.startsAt, random.below(20)) }]
  })
  return { arrivals, cuts, losses }
}
