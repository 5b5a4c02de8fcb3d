import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type DeskParty, type DeskPhase, deskPartiesOf, deskPhaseOf } from '../domain/desk.ts'
import { mayRunRooms } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { type DeskFacts, findDeskFacts } from '../store/desk-store.ts'
import { type RoomList, listRooms } from './list-rooms.ts'
import type { RoomView } from './room-view.ts'

export interface DeskRow {
  readonly view: RoomView
  readonly phase: DeskPhase
  readonly parties: readonly DeskParty[]
}

export interface Desk extends Omit<RoomList, 'rows'>, DeskFacts {
  readonly rows: readonly DeskRow[]
}

/** What the operator watches on the day: every room with who is in it, whom to call, and who waits for a freed time. */
export async function readDesk(
  platform: Platform,
  actor: Actor,
  input: { readonly programmeId: Id; readonly day?: string | undefined },
): Promise<Result<Desk>> {
  const { programmeId } = input
  if (!mayRunRooms(actor, programmeId)) return refuseRoom('absent', 'absent')
  const { rows: views, ...list } = await listRooms(platform, actor, input)
  const companyIds = new Set(views.flatMap(({ room }) => [room.host.companyId, room.guest.companyId]))
  const eventIds = new Set(views.map(({ room }) => room.eventId))
  const facts = await findDeskFacts(platform.db, programmeId, [...companyIds], [...eventIds])
  const now = platform.clock.now()
  const rows = views.map((view): DeskRow => {
    const { startsAt, cancelled } = view.room
    // Time that was opened by hand is no meeting: who is there then is late for nothing.
    const phase = deskPhaseOf({ startsAt, cancelled, opening: plannedEnd(view) }, now)
    const inside = view.presences.filter((presence) => presence.inside)
    return { view, phase, parties: deskPartiesOf(startsAt, phase, view.attendance, inside, now) }
  })
  return ok({ ...list, ...facts, rows })
}

const plannedEnd = ({ room, opening }: RoomView) =>
  opening.rehearsal ? { softEndAt: room.endsAt } : { softEndAt: opening.softEndAt }
