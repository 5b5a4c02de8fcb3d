import type { Id } from '../../../kernel/id.ts'
import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import {
  type EventDisturbance,
  type RepairChange,
  type RepairChoice,
  proposeRepair,
  readBoard,
} from '../../scheduling/index.ts'
import { DESK_FROZEN_MINUTES, type DeskCause } from '../domain/desk.ts'
import { mayRunRooms } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { findDeskMeeting } from '../store/desk-store.ts'

/** Where a meeting is, in words. */
interface DeskPosition {
  readonly startsAt: Instant
  readonly placeName: string | null
  readonly interpreterName: string | null
}

export interface DeskChoice extends Pick<RepairChoice, 'code' | 'moved' | 'dropped' | 'added' | 'provenLeast'> {
  readonly rows: readonly {
    readonly requestId: Id
    readonly kind: RepairChoice['rows'][number]['kind']
    readonly hostName: LocalizedText
    readonly guestName: LocalizedText
    readonly before: DeskPosition | null
    readonly after: DeskPosition | null
  }[]
  readonly changes: readonly RepairChange[]
  readonly toldCompanies: readonly LocalizedText[]
  readonly toldInterpreters: readonly string[]
}

export interface DeskProposal {
  readonly eventId: Id
  readonly revision: number
  /** Changes of the draft that nobody has been told of; they are told along with these. */
  readonly pendingChanges: number
  readonly choices: readonly DeskChoice[]
}

interface OfCause {
  readonly programmeId: Id
  readonly cause: DeskCause
}

/** What happened, as scheduling takes it, and to which event. */
export async function disturbanceOf(
  platform: Platform,
  { programmeId, cause }: OfCause,
): Promise<Result<{ eventId: Id; disturbance: EventDisturbance }>> {
  const meeting = await findDeskMeeting(platform.db, { programmeId, requestId: cause.requestId })
  if (!meeting) return refuseRoom('absent', 'absent')
  const { eventId, hostId, guestId, interpreterId, startsAt, endsAt } = meeting
  const answer = (disturbance: EventDisturbance) => ok({ eventId, disturbance })
  if (cause.code === 'standby') return answer({ code: 'new-request', requestId: cause.requestId })
  if (startsAt === null) return refuseRoom('conflict', 'cancelled')
  if (cause.code === 'interpreter-lost') {
    if (interpreterId === null) return refuseRoom('invalid', 'desk-no-interpreter')
    return answer({ code: 'interpreter-lost', interpreterId, from: startsAt, until: cause.rest ? null : endsAt })
  }
  const participantId = cause.party === 'host' ? hostId : guestId
  return answer(
    cause.code === 'no-show'
      ? { code: 'no-show', participantId, from: startsAt }
      : { code: 'late-arrival', participantId, until: addMinutes(startsAt, cause.minutes) },
  )
}

/** Ways to go on after what happened, in words that can be shown; the fewest moves first. Changes nothing. */
export async function proposeDeskRepair(
  platform: Platform,
  actor: Actor,
  input: OfCause,
): Promise<Result<DeskProposal>> {
  const { programmeId } = input
  if (!mayRunRooms(actor, programmeId)) return refuseRoom('absent', 'absent')
  const found = await disturbanceOf(platform, input)
  if (!found.ok) return found
  const { eventId, disturbance } = found.value
  const [proposed, board] = await Promise.all([
    proposeRepair(platform, actor, { programmeId, eventId, disturbance, frozenMinutes: DESK_FROZEN_MINUTES }),
    readBoard(platform, actor, { programmeId, eventId }),
  ])
  if (!proposed.ok) return proposed
  if (!board.ok) return board
  const speak = speakerOf(board.value)
  const { revision, pendingChanges, choices } = proposed.value
  return ok({ eventId, revision, pendingChanges, choices: choices.map(speak) })
}

type Board = Extract<Awaited<ReturnType<typeof readBoard>>, { ok: true }>['value']
type Position = RepairChoice['rows'][number]['after']

function speakerOf({ facts, labels }: Board): (choice: RepairChoice) => DeskChoice {
  const requests = new Map(facts.requests.map((request) => [request.id, request]))
  const companies = new Map(labels.participants.map(({ id, name }) => [id, name]))
  const interpreters = new Map(labels.interpreters.map(({ id, name }) => [id, name]))
  const places = new Map(labels.places.map(({ id, name }) => [id, name]))
  const starts = new Map(facts.timeslots.map(({ id, startsAt }) => [id, startsAt]))
  const company = (id: Id | undefined): LocalizedText => companies.get(id ?? '') ?? {}
  const position = (meeting: Position): DeskPosition | null =>
    meeting && {
      startsAt: starts.get(meeting.timeslotId) ?? '',
      placeName: places.get(meeting.placeId ?? '') ?? null,
      interpreterName: interpreters.get(meeting.interpreterId ?? '') ?? null,
    }
  return ({ code, moved, dropped, added, provenLeast, changes, ...choice }) => ({
    code,
    moved,
    dropped,
    added,
    provenLeast,
    changes,
    rows: choice.rows.map(({ requestId, kind, before, after }) => {
      const { hostId, guestId } = requests.get(requestId) ?? {}
      const names = { hostName: company(hostId), guestName: company(guestId) }
      return { requestId, kind, ...names, before: position(before), after: position(after) }
    }),
    toldCompanies: choice.toldParticipants.map(company),
    toldInterpreters: choice.toldInterpreters.flatMap((id) => interpreters.get(id) ?? []),
  })
}
