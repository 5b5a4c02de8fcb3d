import { strengthStep } from '../../../ui/shore-flow.tsx'
import type { BoardColumn } from './days.ts'
import { type BoardFacts, type BoardMeeting, type BoardParticipant, partnerOf } from './board-facts.ts'

/** 0: the pair was never ranked. */
export type MatchStep = 0 | 1 | 2 | 3 | 4

/** One meeting in one participant's row. */
export interface Tile {
  readonly requestId: string
  readonly slotId: string
  /** 1-based position of its column among the day's columns. */
  readonly column: number
  /** Which delegate of this participant sits in it, from 0: tiles of one timeslot lie below each other. */
  readonly lane: number
  readonly partner: BoardParticipant
  readonly score: number | null
  readonly step: MatchStep
  readonly wish: 'must' | 'want'
  /** Null when the two share a language. */
  readonly interpreterId: string | null
  readonly initials: string | null
  readonly pinned: boolean
  readonly change: TileChange | null
}

/** What differs from the released version; `fromSlotId` where a moved one was. */
export type TileChange =
  | { readonly kind: 'added' | 'interpreter-changed' | 'place-changed' }
  | { readonly kind: 'moved'; readonly fromSlotId: string }

/** Where the released version has a meeting that the draft has elsewhere or nowhere. */
export interface Ghost {
  readonly requestId: string
  readonly slotId: string
  readonly column: number
  readonly lane: number
  readonly partner: BoardParticipant
  readonly kind: 'moved' | 'cancelled'
  /** Column of today's place when that is on the same day. */
  readonly toColumn: number | null
}

export interface Row {
  readonly participant: BoardParticipant
  /** Meetings in the whole draft, and requests that ask for one. */
  readonly held: number
  readonly asked: number
  /** A request that has to be met has no meeting. */
  readonly mustUnmet: boolean
  readonly lanes: number
  /** In order of column, then lane. */
  readonly tiles: readonly Tile[]
  readonly ghosts: readonly Ghost[]
  /** Columns (1-based, inclusive) in which the participant is not there, joined to runs. */
  readonly away: readonly { readonly from: number; readonly to: number }[]
  readonly changed: boolean
}

export interface RowGroup {
  readonly sideId: string
  readonly rows: readonly Row[]
  /** Before filtering. */
  readonly total: number
}

export interface RowFilter {
  /** Found in name or code, whatever the language and case. */
  readonly text: string
  readonly onlyChanged: boolean
  readonly onlyUnmet: boolean
}

export const NO_FILTER: RowFilter = { text: '', onlyChanged: false, onlyUnmet: false }

/** People down: the rows of one day, by side in the board's order, each side by code. */
export function boardRows(facts: BoardFacts, columns: readonly BoardColumn[]): readonly RowGroup[] {
  const { board } = facts
  const columnOf = new Map(columns.map(({ id }, index) => [id, index + 1]))
  const requests = requestsByParticipant(facts)
  return board.sides.map(({ id: sideId }) => {
    const rows = board.participants
      .filter((participant) => participant.sideId === sideId)
      .toSorted((a, b) => collator.compare(a.code, b.code))
      .map((participant) => rowOf(facts, participant, requests.get(participant.id) ?? [], columns, columnOf))
    return { sideId, rows, total: rows.length }
  })
}

const collator = new Intl.Collator('en', { numeric: true })

function requestsByParticipant({ board }: BoardFacts): Map<string, string[]> {
  const requests = new Map<string, string[]>()
  for (const { id, hostId, guestId } of board.requests) {
    for (const participantId of [hostId, guestId]) {
      const own = requests.get(participantId)
      if (own) own.push(id)
      else requests.set(participantId, [id])
    }
  }
  return requests
}

function rowOf(
  facts: BoardFacts,
  participant: BoardParticipant,
  requestIds: readonly string[],
  columns: readonly BoardColumn[],
  columnOf: ReadonlyMap<string, number>,
): Row {
  const tiles = requestIds.flatMap((id) => tileOf(facts, participant, id, columnOf)).toSorted(byColumn)
  const lanes = Math.max(1, ...tiles.map(({ lane }) => lane + 1))
  const ghosts = requestIds.flatMap((id) => ghostOf(facts, participant, id, columnOf, lanes)).toSorted(byColumn)
  return {
    participant,
    held: requestIds.filter((id) => facts.meetingOf.has(id)).length,
    asked: requestIds.length,
    mustUnmet: requestIds.some((id) => facts.requestOf.get(id)?.wish === 'must' && !facts.meetingOf.has(id)),
    lanes,
    tiles,
    ghosts: withoutCovered(ghosts, tiles),
    away: awayRuns(participant, columns),
    changed: requestIds.some((id) => changeOf(facts, id) !== null || isCancelled(facts, id)),
  }
}

const byColumn = (a: Tile | Ghost, b: Tile | Ghost): number => a.column - b.column || a.lane - b.lane

function tileOf(
  facts: BoardFacts,
  participant: BoardParticipant,
  requestId: string,
  columnOf: ReadonlyMap<string, number>,
): Tile[] {
  const [meeting, request] = [facts.meetingOf.get(requestId), facts.requestOf.get(requestId)]
  const column = meeting && columnOf.get(meeting.timeslotId)
  const partner = request && facts.participantOf.get(partnerOf(request, participant.id))
  if (!meeting || !request || !column || !partner) return []
  return [
    {
      requestId,
      slotId: meeting.timeslotId,
      column,
      lane: request.hostId === participant.id ? meeting.hostDelegate : meeting.guestDelegate,
      partner,
      score: request.score,
      step: request.score === null ? 0 : strengthStep(request.score),
      wish: request.wish,
      interpreterId: meeting.interpreterId,
      initials: meeting.interpreterId === null ? null : (facts.initialsOf.get(meeting.interpreterId) ?? null),
      pinned: meeting.pinned,
      change: changeOf(facts, requestId),
    },
  ]
}

/** How the draft's meeting differs from the released one; null when it does not, or nothing was released. */
function changeOf({ board, meetingOf, releasedOf }: BoardFacts, requestId: string): TileChange | null {
  const [before, after] = [releasedOf.get(requestId), meetingOf.get(requestId)]
  if (!board.released || !after) return null
  if (!before) return { kind: 'added' }
  if (before.timeslotId !== after.timeslotId) return { kind: 'moved', fromSlotId: before.timeslotId }
  if (before.interpreterId !== after.interpreterId) return { kind: 'interpreter-changed' }
  return before.placeId === after.placeId ? null : { kind: 'place-changed' }
}

const isCancelled = ({ meetingOf, releasedOf }: BoardFacts, requestId: string): boolean =>
  releasedOf.has(requestId) && !meetingOf.has(requestId)

function ghostOf(
  facts: BoardFacts,
  participant: BoardParticipant,
  requestId: string,
  columnOf: ReadonlyMap<string, number>,
  lanes: number,
): Ghost[] {
  const [before, after, request] = [
    facts.releasedOf.get(requestId),
    facts.meetingOf.get(requestId),
    facts.requestOf.get(requestId),
  ]
  const column = before && columnOf.get(before.timeslotId)
  const partner = request && facts.participantOf.get(partnerOf(request, participant.id))
  if (!before || !request || !column || !partner || before.timeslotId === after?.timeslotId) return []
  return [
    {
      requestId,
      slotId: before.timeslotId,
      column,
      // The delegate of then may need a lane that the row no longer has.
      lane: Math.min(lanes - 1, request.hostId === participant.id ? before.hostDelegate : before.guestDelegate),
      partner,
      kind: after ? 'moved' : 'cancelled',
      toColumn: (after && columnOf.get(after.timeslotId)) ?? null,
    },
  ]
}

/** A ghost under a tile would only be noise. */
function withoutCovered(ghosts: readonly Ghost[], tiles: readonly Tile[]): readonly Ghost[] {
  const covered = new Set(tiles.map(({ column, lane }) => `${column}/${lane}`))
  return ghosts.filter(({ column, lane }) => !covered.has(`${column}/${lane}`))
}

function awayRuns(participant: BoardParticipant, columns: readonly BoardColumn[]): Row['away'] {
  const there = new Set(participant.timeslots)
  const runs: { from: number; to: number }[] = []
  columns.forEach((column, index) => {
    if (column.kind === 'break' || there.has(column.id)) return
    const last = runs.at(-1)
    if (last && columns.slice(last.to, index).every(({ kind }) => kind === 'break')) last.to = index + 1
    else runs.push({ from: index + 1, to: index + 1 })
  })
  return runs
}

/** Rows that the filter lets through; the groups and their totals stay. */
export function filterRows(
  groups: readonly RowGroup[],
  { text, onlyChanged, onlyUnmet }: RowFilter,
  unmetParticipants: ReadonlySet<string>,
): readonly RowGroup[] {
  const needle = fold(text)
  const fits = ({ participant, changed }: Row): boolean =>
    (needle === '' || searchText(participant).includes(needle)) &&
    (!onlyChanged || changed) &&
    (!onlyUnmet || unmetParticipants.has(participant.id))
  return groups.map((group) => ({ ...group, rows: group.rows.filter(fits) }))
}

const fold = (text: string): string => text.trim().normalize('NFKC').toLocaleLowerCase('en')

const searchText = ({ code, name }: BoardParticipant): string => fold([code, ...Object.values(name)].join('\n'))

/** Participants of requests that have no meeting. */
export function unmetParticipants({ board, requestOf, meetingOf }: BoardFacts): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { id } of board.requests) {
    const request = requestOf.get(id)
    if (request && !meetingOf.has(id)) found.add(request.hostId).add(request.guestId)
  }
  return found
}

export type SlotMeetings = Pick<BoardMeeting, 'timeslotId'>

/** Meetings on each day, for its tab. */
export const meetingsIn = (meetings: readonly SlotMeetings[], columns: readonly BoardColumn[]): number => {
  const slots = new Set(columns.map(({ id }) => id))
  return meetings.filter(({ timeslotId }) => slots.has(timeslotId)).length
}

/** Meetings that a release would add, change or cancel; all of them before the first one. */
export const countChanges = (facts: BoardFacts): number =>
  new Set([...facts.meetingOf.keys(), ...facts.releasedOf.keys()])
    .values()
    .filter((id) => changeOf(facts, id) !== null || isCancelled(facts, id))
    .toArray().length
