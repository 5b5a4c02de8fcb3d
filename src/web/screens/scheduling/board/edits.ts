import type { Board, BoardMeeting } from './board-facts.ts'

/** One change by hand, as it was before and after; null is "no meeting". */
export interface Edit {
  readonly requestId: string
  readonly before: BoardMeeting | null
  readonly after: BoardMeeting | null
}

/** What brings the state before an edit back. */
export type Undo =
  | { readonly kind: 'remove'; readonly requestId: string }
  | { readonly kind: 'pin'; readonly requestId: string; readonly pinned: boolean }
  | { readonly kind: 'place'; readonly meeting: BoardMeeting }

export function undoOf({ requestId, before, after }: Edit): Undo {
  if (!before) return { kind: 'remove', requestId }
  if (after && isSamePlace(before, after)) return { kind: 'pin', requestId, pinned: before.pinned }
  return { kind: 'place', meeting: before }
}

const isSamePlace = (a: BoardMeeting, b: BoardMeeting): boolean =>
  a.timeslotId === b.timeslotId && a.placeId === b.placeId && a.interpreterId === b.interpreterId

/** The board with one meeting put, moved (`after`) or taken out (null): what is shown until the server has answered. */
export function withMeeting(board: Board, requestId: string, after: BoardMeeting | null): Board {
  const others = board.meetings.filter((meeting) => meeting.requestId !== requestId)
  return { ...board, meetings: after ? [...others, after] : others }
}

/** A meeting at another time; a new one sits down with the first delegates until the server says with whom. */
export const meetingAt = (
  { meetings }: Board,
  requestId: string,
  timeslotId: string,
): { before: BoardMeeting | null; after: BoardMeeting } => {
  const before = meetings.find((meeting) => meeting.requestId === requestId) ?? null
  const blank = { requestId, placeId: null, interpreterId: null, hostDelegate: 0, guestDelegate: 0, pinned: false }
  return { before, after: { ...(before ?? blank), timeslotId } }
}

/** What an edit did to the whole plan; null where there was nothing to compare with. */
export function effectOf(
  before: Board['outcome']['value'],
  after: Board['outcome']['value'],
): { readonly held: number; readonly breaks: number } | null {
  return before && after ? { held: after.held - before.held, breaks: after.breaks - before.breaks } : null
}

/** How many have to hear of it at the next release because of this edit. */
export function toldBy(board: Board, { requestId, after }: Edit): { participants: number; interpreters: number } {
  const released = board.released?.meetings.find((meeting) => meeting.requestId === requestId) ?? null
  const same = released && after ? isSamePlace(released, after) : released === after
  if (!board.released || same) return { participants: 0, interpreters: 0 }
  const interpreters = new Set([released?.interpreterId, after?.interpreterId].filter((id) => id != null))
  return { participants: 2, interpreters: interpreters.size }
}
