import type { Id } from '../../../kernel/id.ts'
import type { PlannedMeeting, ReleasedMeeting } from './facts.ts'

export interface Difference<Before extends PlannedMeeting = PlannedMeeting> {
  readonly requestId: Id
  readonly kind: 'added' | 'cancelled' | 'moved' | 'interpreter-changed' | 'place-changed'
  readonly before: Before | null
  readonly after: PlannedMeeting | null
}

/** What changes for people between two plans, by request id. A pin or a renumbered delegate changes nothing for anyone. */
export function differences<Before extends PlannedMeeting>(
  before: readonly Before[],
  after: readonly PlannedMeeting[],
): Difference<Before>[] {
  const old = new Map(before.map((meeting) => [meeting.requestId, meeting]))
  const fresh = new Map(after.map((meeting) => [meeting.requestId, meeting]))
  return [...new Set([...old.keys(), ...fresh.keys()])].toSorted().flatMap((requestId) => {
    const [was, is] = [old.get(requestId) ?? null, fresh.get(requestId) ?? null]
    const kind = kindOf(was, is)
    return kind ? [{ requestId, kind, before: was, after: is }] : []
  })
}

function kindOf(was: PlannedMeeting | null, is: PlannedMeeting | null): Difference['kind'] | null {
  if (!was) return 'added'
  if (!is) return 'cancelled'
  if (was.timeslotId !== is.timeslotId) return 'moved'
  if (was.interpreterId !== is.interpreterId) return 'interpreter-changed'
  if (was.placeId !== is.placeId) return 'place-changed'
  return null
}

/** A meeting as a frozen version holds it. */
export type VersionMeeting = PlannedMeeting & Pick<ReleasedMeeting, 'status' | 'sequence'>

/**
 * The meetings of the next version: every planned one, and as cancelled those that any earlier version had.
 * SEQUENCE grows by one where a calendar has to change (RFC 5546 §2.1.4).
 */
export function nextVersion(released: readonly VersionMeeting[], draft: readonly PlannedMeeting[]): VersionMeeting[] {
  const known = new Map(released.map((meeting) => [meeting.requestId, meeting]))
  const planned = draft.map((meeting): VersionMeeting => {
    const before = known.get(meeting.requestId)
    if (!before) return { ...meeting, status: 'planned', sequence: 0 }
    const same = before.status === 'planned' && kindOf(before, meeting) === null
    return { ...meeting, status: 'planned', sequence: same ? before.sequence : before.sequence + 1 }
  })
  const stays = new Set(draft.map(({ requestId }) => requestId))
  const cancelled = released
    .filter(({ requestId }) => !stays.has(requestId))
    .map((meeting): VersionMeeting =>
      meeting.status === 'cancelled'
        ? meeting
        : { ...meeting, status: 'cancelled', sequence: meeting.sequence + 1, pinned: false },
    )
  return [...planned, ...cancelled]
}

/** Those whose day differs: both parties of each changed meeting, and the interpreters who had or get it. */
export function concernedBy(
  facts: {
    readonly requests: readonly Parties[]
    readonly released: { readonly meetings: readonly ReleasedMeeting[] } | null
  },
  rows: readonly Difference[],
): { toldParticipants: Id[]; toldInterpreters: Id[] } {
  // A cancelled meeting's request may no longer count; the version that had it still knows the parties.
  const released = (facts.released?.meetings ?? []).map((meeting) => [meeting.requestId, meeting] as const)
  const parties = new Map<Id, Omit<Parties, 'id'>>([
    ...released,
    ...facts.requests.map((request) => [request.id, request] as const),
  ])
  const participants = new Set<Id>()
  const interpreters = new Set<Id>()
  for (const { requestId, before, after } of rows) {
    const pair = parties.get(requestId)
    if (pair) participants.add(pair.hostId).add(pair.guestId)
    for (const interpreterId of [before?.interpreterId, after?.interpreterId])
      if (interpreterId) interpreters.add(interpreterId)
  }
  return { toldParticipants: [...participants].toSorted(), toldInterpreters: [...interpreters].toSorted() }
}

interface Parties {
  readonly id: Id
  readonly hostId: Id
  readonly guestId: Id
}
