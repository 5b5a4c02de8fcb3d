import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { fromWallClock, wallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, ownInterpreters, representedCompanies, seesProgramme } from '../../accounts/index.ts'
import { type RoomsOf, findRoomDays, findRooms } from '../store/room-store.ts'
import { type RoomView, viewRooms } from './room-view.ts'

export interface RoomList {
  /** Days with rooms, oldest first. */
  readonly days: readonly string[]
  /** The day that is shown; null: there is none. */
  readonly day: string | null
  readonly timeZone: string
  readonly rows: readonly RoomView[]
}

/**
 * The rooms of one day by the clock of the programme's first side: of the whole programme for those who answer for
 * it, the own ones for everybody else. Without a day: today, else the next one with rooms, else the last.
 */
export async function listRooms(
  platform: Platform,
  actor: Actor,
  { programmeId, day: asked }: { readonly programmeId: Id; readonly day?: string | undefined },
): Promise<RoomList> {
  const whose = whoseRooms(actor, programmeId)
  const { timeZone, days } = await findRoomDays(platform.db, programmeId, whose)
  const today = wallClock(platform.clock.now(), timeZone).date
  const day = asked ?? days.find((each) => each >= today) ?? days.at(-1) ?? null
  if (day === null) return { days, day, timeZone, rows: [] }
  const from = fromWallClock({ date: day, time: '00:00' }, timeZone)
  const until = fromWallClock({ date: dayAfter(day), time: '00:00' }, timeZone)
  const rooms = await findRooms(platform.db, programmeId, whose, { from, until })
  return { days, day, timeZone, rows: await viewRooms(platform, rooms) }
}

/** null: all of the programme. */
export const whoseRooms = (actor: Actor, programmeId: Id): RoomsOf | null =>
  seesProgramme(actor, programmeId)
    ? null
    : {
        companyIds: representedCompanies(actor, programmeId),
        interpreterIds: ownInterpreters(actor, programmeId),
      }

const dayAfter = (day: string): string => addMinutes(`${day}T12:00:00.000Z`, 24 * 60).slice(0, 10)
