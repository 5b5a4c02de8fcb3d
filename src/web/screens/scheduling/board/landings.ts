import type { BoardFacts, Landing } from './board-facts.ts'

/** A meeting in somebody's hand, between pick-up and drop. */
export interface Carried {
  readonly requestId: string
  /** `pointer` is dragging, `keys` chose it with Space or from a list. */
  readonly by: 'pointer' | 'keys'
  /** Null while the server is asked. */
  readonly landings: ReadonlyMap<string, Landing> | null
  /** The timeslot below the hand. */
  readonly overSlotId: string | null
}

export const landingsBySlot = (rows: readonly Landing[]): ReadonlyMap<string, Landing> =>
  new Map(rows.map((landing) => [landing.timeslotId, landing]))

/**
 * The timeslot that an arrow leads to while a meeting is carried, in order of time, without going round.
 * From nowhere (a request that has no meeting yet) it starts at the first free one.
 */
export function stepLanding(
  { timeslots }: Pick<BoardFacts, 'timeslots'>,
  { landings, overSlotId }: Pick<Carried, 'landings' | 'overSlotId'>,
  step: 1 | -1,
): string | null {
  const index = timeslots.findIndex(({ id }) => id === overSlotId)
  if (index < 0) {
    return timeslots.find(({ id }) => landings?.get(id)?.state === 'free')?.id ?? timeslots[0]?.id ?? null
  }
  return timeslots[Math.max(0, Math.min(timeslots.length - 1, index + step))]?.id ?? null
}

/** What the hand may do at a timeslot: `own` is where the meeting already stands. */
export function landingState(
  carried: Pick<Carried, 'landings' | 'requestId'>,
  slotId: string,
  meetingOf: BoardFacts['meetingOf'],
): Landing['state'] | 'own' | 'unknown' {
  if (meetingOf.get(carried.requestId)?.timeslotId === slotId) return 'own'
  return carried.landings?.get(slotId)?.state ?? 'unknown'
}

/** The column a pointer is in: `edges` are the left edges of the columns in px, in order, and the right end. */
export function columnAt(edges: readonly number[], x: number): number | null {
  const index = edges.findLastIndex((edge) => x >= edge)
  return index < 0 || index >= edges.length - 1 ? null : index
}
