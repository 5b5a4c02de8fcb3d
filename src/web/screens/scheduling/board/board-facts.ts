import type { Instant } from '../../../../kernel/instant.ts'
import type { Outputs } from '../../../api.ts'

export type Board = Outputs['scheduling']['readBoard']
export type BoardMeeting = Board['meetings'][number]
export type BoardParticipant = Board['participants'][number]
export type BoardInterpreter = Board['interpreters'][number]
export type BoardRequest = Board['requests'][number]
export type BoardTimeslot = Board['timeslots'][number]
export type BoardPlace = Board['places'][number]
export type Outcome = Board['outcome']
export type UnmetRequest = Outcome['unmet'][number]
export type Change = NonNullable<UnmetRequest['change']>
export type Run = NonNullable<Board['run']>
export type Landing = Outputs['scheduling']['readLandings']['rows'][number]

/** Who and when, by id. An edit of the draft leaves these as they are, so what is drawn from them alone stays. */
export interface BoardNames {
  /** In time order. */
  readonly timeslots: readonly BoardTimeslot[]
  readonly timeslotOf: ReadonlyMap<string, BoardTimeslot>
  readonly participantOf: ReadonlyMap<string, BoardParticipant>
  readonly interpreterOf: ReadonlyMap<string, BoardInterpreter>
  readonly requestOf: ReadonlyMap<string, BoardRequest>
  readonly placeOf: ReadonlyMap<string, BoardPlace>
  /** What stands on the line of a tile, unique in the event. */
  readonly initialsOf: ReadonlyMap<string, string>
}

/** The whole board by id: everything a name, a time or a tile is looked up in. */
export interface BoardFacts extends BoardNames {
  readonly board: Board
  readonly meetingOf: ReadonlyMap<string, BoardMeeting>
  /** Of the released version; empty before the first release. */
  readonly releasedOf: ReadonlyMap<string, BoardMeeting>
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]))

const byRequest = (meetings: readonly BoardMeeting[]): ReadonlyMap<string, BoardMeeting> =>
  new Map(meetings.map((meeting) => [meeting.requestId, meeting]))

export function boardNames(board: Board): BoardNames {
  return {
    timeslots: board.timeslots.toSorted((a, b) => compareInstants(a.startsAt, b.startsAt)),
    timeslotOf: byId(board.timeslots),
    participantOf: byId(board.participants),
    interpreterOf: byId(board.interpreters),
    requestOf: byId(board.requests),
    placeOf: byId(board.places),
    initialsOf: initialsOf(board.interpreters),
  }
}

export const boardFacts = (board: Board, names: BoardNames = boardNames(board)): BoardFacts => ({
  ...names,
  board,
  meetingOf: byRequest(board.meetings),
  releasedOf: byRequest(board.released?.meetings ?? []),
})

export const compareInstants = (a: Instant, b: Instant): number => (a < b ? -1 : a > b ? 1 : 0)

/** The participant on the other side of a request's table. */
export const partnerOf = (request: BoardRequest, participantId: string): string =>
  request.hostId === participantId ? request.guestId : request.hostId

/** Two letters of a name, the given name of a Hangul one; a number where two interpreters share them. */
function initialsOf(interpreters: readonly BoardInterpreter[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    interpreters.map(({ id, name }) => {
      const letters = lettersOf(name)
      const count = (counts.get(letters) ?? 0) + 1
      counts.set(letters, count)
      return [id, count === 1 ? letters : `${letters}${count}`]
    }),
  )
}

function lettersOf(name: string): string {
  const words = name.trim().split(/[\s-]+/u)
  const [first = '', second] = words
  if (words.length === 1 && /^\p{Script=Hangul}{2,4}$/u.test(first)) return [...first].slice(-2).join('')
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toUpperCase()
}
