import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Opening } from '../../domain/opening.ts'
import type { Room } from '../../domain/room.ts'
import type { Knock, Peer, RoomState, ServerMessage } from '../../domain/signalling.ts'

/** Ends a connection so that the browser comes back by itself, to whichever server the proxy gives it. */
export const COME_AGAIN = 1012

/** One open connection of one browser tab. */
export interface Connection {
  /** The Cookie header it came with, so that roles can be looked up again. */
  readonly cookie: string | null
  send(message: ServerMessage): void
  /** Closes for good; the browser does not come back by itself. */
  close(code: number): void
}

/** A place in a room; it is kept for a while when the connection is cut. */
export interface HeldSeat {
  peer: Peer
  readonly personId: Id
  /** Null until it is written down. */
  presenceId: Id | null
  connection: Connection | null
  seenAt: Instant
  /** Gives the place up when it runs out. */
  timer: NodeJS.Timeout | null
}

export interface Waiting extends Knock {
  readonly personId: Id
  readonly connection: Connection
}

export interface LiveRoom {
  room: Room
  opening: Opening
  activeInterpreter: string | null
  readonly seats: Map<string, HeldSeat>
}

export const createLiveRoom = (room: Room, opening: Opening): LiveRoom => ({
  room,
  opening,
  activeInterpreter: null,
  seats: new Map(),
})

export function stateOf({ room, opening, activeInterpreter }: LiveRoom): RoomState {
  const party = ({ code, name, languages: [language] }: Room['host']) => ({ code, name, language: language ?? null })
  return {
    requestId: room.requestId,
    startsAt: room.startsAt,
    softEndAt: opening.softEndAt,
    closesAt: opening.closesAt,
    rehearsal: opening.rehearsal,
    host: party(room.host),
    guest: party(room.guest),
    interpretation: room.interpretation,
    activeInterpreter,
  }
}

/** To everybody whose connection is there, but one. */
export function tell(live: LiveRoom, message: ServerMessage, except?: string): void {
  for (const [peerId, { connection }] of live.seats) if (peerId !== except) connection?.send(message)
}

/** The one who has the channel keeps it while there; else the first interpreter gets it. True: it changed. */
export function settleInterpreter(live: LiveRoom): boolean {
  const before = live.activeInterpreter
  const isThere = before !== null && live.seats.get(before)?.peer.role === 'interpreter'
  const first = [...live.seats.values()].find(({ peer }) => peer.role === 'interpreter')
  live.activeInterpreter = isThere ? before : (first?.peer.peerId ?? null)
  return live.activeInterpreter !== before
}
