import { createHmac } from 'node:crypto'
import type { Id } from '../../../../kernel/id.ts'
import { epochMs } from '../../../../kernel/instant.ts'
import type { Platform } from '../../../../platform/context.ts'
import { acrossProgrammes, reaching } from '../../../../platform/database/reach.ts'
import { type Actor, resolveActor } from '../../../accounts/index.ts'
import { type Room, MAX_SEATS } from '../../domain/room.ts'
import type { ClosedReason, Knock, Peer, PeerState, ServerMessage } from '../../domain/signalling.ts'
import { admitPerson } from '../../operations/admit-person.ts'
import { RoomHolding } from '../../operations/holding.ts'
import { endKnock, recordKnock, recordWaiting } from '../../operations/knocking.ts'
import { RECONNECT_SECONDS, recordEntrance, recordExit, recordLife } from '../../operations/presence.ts'
import { mediaFor } from '../../operations/room-media.ts'
import { type Seat, findSeat } from '../../operations/take-seat.ts'
import type { Entrance, UsedTokens } from '../../operations/use-join-token.ts'
import { readKnocks } from '../../queries/read-knocks.ts'
import { readWritten } from '../../queries/read-room.ts'
import type { LineMessage } from './line-message.ts'
import {
  COME_AGAIN,
  type Connection,
  type HeldSeat,
  type LiveRoom,
  type Waiting,
  createLiveRoom,
  settleInterpreter,
  stateOf,
  tell,
} from './live-room.ts'

const CLOSE_NORMAL = 4000
const TICK_MS = 5000
/** Every so many ticks roles, time and screening are looked at again. */
const RECHECK_TICKS = 6
const MAX_WAITING = 20

/** Who is in which of the rooms this server holds, and who waits before them. */
export class RoomHub {
  readonly usedTokens: UsedTokens = new Map()
  readonly holding: RoomHolding
  readonly #platform: Platform
  readonly #rooms = new Map<Id, LiveRoom>()
  readonly #waiting = new Map<Id, Map<string, Waiting>>()
  #clock: NodeJS.Timeout | null = null
  #ticks = 0

  constructor(platform: Platform) {
    this.#platform = platform
    this.holding = new RoomHolding(platform)
  }

  /** Places somebody in the room: at a new place, or at the own one that was kept or is still taken by another tab. */
  async enter(
    entrance: Entrance & { readonly seat: Seat },
    connection: Connection,
    tab: string,
    state: PeerState,
  ): Promise<{ live: LiveRoom; seat: HeldSeat } | 'full'> {
    const { room, role, opening } = entrance.seat
    const live = this.#rooms.get(room.requestId) ?? createLiveRoom(room, opening)
    Object.assign(live, { room, opening })
    const peerId = this.#peerId(room.requestId, entrance.personId)
    const known = live.seats.get(peerId)
    if (!known && live.seats.size >= MAX_SEATS) return 'full'
    this.#rooms.set(room.requestId, live)
    const language = role === 'host' || role === 'guest' ? (room[role].languages[0] ?? null) : null
    const peer: Peer = { ...state, peerId, tab, name: entrance.name, role, language, away: false }
    const seat: HeldSeat = known ?? this.#newSeat(peer, entrance.personId)
    if (known) {
      if (known.timer) clearTimeout(known.timer)
      known.connection?.send({ type: 'closed', reason: 'other-tab' })
      known.connection?.close(CLOSE_NORMAL)
    }
    Object.assign(seat, { peer, connection, timer: null, seenAt: this.#platform.clock.now() })
    live.seats.set(peerId, seat)
    settleInterpreter(live)
    await this.#welcome(live, seat)
    return { live, seat }
  }

  #newSeat(peer: Peer, personId: Id): HeldSeat {
    return { peer, personId, presenceId: null, connection: null, seenAt: this.#platform.clock.now(), timer: null }
  }

  /** Says what there is to the one who came, and who came to the others. */
  async #welcome(live: LiveRoom, seat: HeldSeat): Promise<void> {
    const { connection, peer } = seat
    const { requestId, programmeId } = live.room
    seat.presenceId = await recordEntrance(this.#platform, live.room, { personId: seat.personId, role: peer.role })
    const written = await readWritten(this.#platform, { requestId, programmeId })
    const media = await mediaFor(this.#platform, requestId, peer, live.opening)
    // Another tab may have taken the place meanwhile, or the connection may be gone.
    if (seat.connection !== connection || connection === null) return
    const peers = [...live.seats.values()].filter((each) => each !== seat).map((each) => each.peer)
    const now = this.#platform.clock.now()
    const knocks = peer.role === 'broker' ? this.#knocksAt(requestId) : []
    connection.send({ type: 'welcome', now, self: peer, peers, room: stateOf(live), media, ...written, knocks })
    tell(live, { type: 'peer', peer }, peer.peerId)
    tell(live, { type: 'room', room: stateOf(live) }, peer.peerId)
    this.#tellDesk(programmeId)
  }

  /** The connection is gone without a word: the place is kept for a while. */
  lose(live: LiveRoom, seat: HeldSeat, connection: Connection): void {
    if (seat.connection !== connection) return
    seat.connection = null
    seat.peer = { ...seat.peer, away: true, quality: 'lost' }
    tell(live, { type: 'peer', peer: seat.peer })
    seat.timer = setTimeout(() => void this.leave(live, seat), RECONNECT_SECONDS * 1000)
    seat.timer.unref()
  }

  /** Somebody goes, or has not come back. */
  async leave(live: LiveRoom, seat: HeldSeat): Promise<void> {
    if (seat.timer) clearTimeout(seat.timer)
    if (live.seats.get(seat.peer.peerId) !== seat) return
    live.seats.delete(seat.peer.peerId)
    seat.connection = null
    tell(live, { type: 'peer-left', peerId: seat.peer.peerId })
    if (settleInterpreter(live)) tell(live, { type: 'room', room: stateOf(live) })
    if (live.seats.size === 0) this.#rooms.delete(live.room.requestId)
    const { programmeId } = live.room
    const { presenceId } = seat
    if (presenceId) {
      await reaching([programmeId], () => recordExit(this.#platform, presenceId, seat.seenAt)).catch(this.#blame)
    }
    this.#tellDesk(programmeId)
  }

  /** To everybody who sits in the room, whichever server holds it. */
  announce(requestId: Id, message: ServerMessage): void {
    this.tellRoom(requestId, message)
    this.#platform.line.send(null, { kind: 'tell-room', requestId, message } satisfies LineMessage)
  }

  /** To everybody who sits in the room, if this server holds it. */
  tellRoom(requestId: Id, message: ServerMessage): void {
    const live = this.#rooms.get(requestId)
    if (live) tell(live, message)
  }

  /** The operator's live desk looks again. */
  #tellDesk(programmeId: Id): void {
    this.#platform.live.publish(`desk:${programmeId}`, this.#platform.clock.now())
  }

  /** Shows somebody out and says why. */
  async showOut(live: LiveRoom, seat: HeldSeat, reason: ClosedReason): Promise<void> {
    const { connection } = seat
    connection?.send({ type: 'closed', reason })
    await this.leave(live, seat)
    connection?.close(CLOSE_NORMAL)
  }

  async showAllOut(live: LiveRoom, reason: ClosedReason): Promise<void> {
    for (const seat of live.seats.values()) await this.showOut(live, seat, reason)
  }

  /** Others' lobby. The brokers of the room see who waits; a person knocks once, however many tabs. */
  async knock({ programmeId, requestId, personId, name }: Entrance, connection: Connection): Promise<string | null> {
    const waiting = this.#waiting.get(requestId) ?? new Map<string, Waiting>()
    for (const [knockId, other] of waiting) {
      if (other.personId !== personId) continue
      waiting.delete(knockId)
      other.connection.send({ type: 'closed', reason: 'other-tab' })
      other.connection.close(CLOSE_NORMAL)
    }
    if (waiting.size >= MAX_WAITING) return null
    const knockId = this.#platform.newId()
    this.#waiting.set(requestId, waiting.set(knockId, { knockId, personId, name, connection }))
    await recordKnock(this.#platform, { knockId, programmeId, requestId, personId, name })
    connection.send({ type: 'waiting' })
    this.#tellKnocks(requestId)
    return knockId
  }

  stopKnocking(requestId: Id, knockId: string): void {
    const waiting = this.#waiting.get(requestId)
    if (!waiting?.delete(knockId)) return
    if (waiting.size === 0) this.#waiting.delete(requestId)
    void acrossProgrammes(() => endKnock(this.#platform, knockId)).catch(this.#blame)
    this.#tellKnocks(requestId)
  }

  /** Who waits before a room this server holds; for the operator's eyes. */
  #knocksAt(requestId: Id): Knock[] {
    const waiting = this.#waiting.get(requestId)?.values() ?? []
    return [...waiting].map(({ knockId, name }) => ({ knockId, name }))
  }

  /** Lets somebody in, or sends them away (`role` null), whichever server they wait at. */
  async answerKnock(
    actor: Actor,
    { programmeId, requestId }: Pick<Room, 'programmeId' | 'requestId'>,
    knockId: string,
    role: 'interpreter' | 'observer' | null,
  ): Promise<void> {
    const knocks = await readKnocks(this.#platform, actor, programmeId, [requestId])
    const knock = knocks.get(requestId)?.find((each) => each.knockId === knockId)
    if (!knock) return
    if (role !== null) {
      const key = { programmeId, requestId, personId: knock.personId, role }
      const admitted = await admitPerson(this.#platform, actor, key)
      if (!admitted.ok) return
    }
    const admitted = role !== null
    this.hearAnswer(requestId, knockId, admitted)
    this.#platform.line.send(null, { kind: 'answer', requestId, knockId, admitted } satisfies LineMessage)
  }

  /** Tells the one who waits, if they wait here. */
  hearAnswer(requestId: Id, knockId: string, admitted: boolean): void {
    const waiting = this.#waiting.get(requestId)?.get(knockId)
    if (!waiting) return
    waiting.connection.send(admitted ? { type: 'admitted' } : { type: 'closed', reason: 'declined' })
    this.stopKnocking(requestId, knockId)
    waiting.connection.close(CLOSE_NORMAL)
  }

  #tellKnocks(requestId: Id): void {
    const knocks = this.#knocksAt(requestId)
    for (const { peer, connection } of this.#rooms.get(requestId)?.seats.values() ?? []) {
      if (peer.role === 'broker') connection?.send({ type: 'knocks', knocks })
    }
  }

  /** Stays the same for a person in a room, and says nothing of the person anywhere else. */
  #peerId = (requestId: Id, personId: Id): string =>
    createHmac('sha256', this.#platform.config.secret)
      .update(`peer ${requestId} ${personId}`)
      .digest('base64url')
      .slice(0, 16)

  /** Looks after the rooms from now on, as long as there are any. */
  watch(): void {
    this.#clock ??= setInterval(() => void acrossProgrammes(() => this.#tick()).catch(this.#blame), TICK_MS).unref()
  }

  async #tick(): Promise<void> {
    if (this.holding.isEmpty && this.#rooms.size === 0 && this.#clock) {
      clearInterval(this.#clock)
      this.#clock = null
      return
    }
    this.#ticks++
    const now = this.#platform.clock.now()
    const lost = await this.holding.review((id) => this.#rooms.has(id) || this.#waiting.has(id))
    for (const requestId of lost) this.#give(requestId)
    for (const live of this.#rooms.values()) {
      if (epochMs(live.opening.closesAt) <= epochMs(now)) await this.recheck(live)
    }
    if (this.#ticks % RECHECK_TICKS > 0) return
    const seats = [...this.#rooms.values()].flatMap((live) => [...live.seats.values()])
    await recordLife(
      this.#platform,
      seats.flatMap(({ presenceId, connection }) => (presenceId && connection ? [presenceId] : [])),
    )
    await recordWaiting(
      this.#platform,
      [...this.#waiting.values()].flatMap((waiting) => [...waiting.keys()]),
    )
    await this.recheckAll()
  }

  /** Another server has the room: everybody begins anew there. Nothing is written down, nobody has left. */
  #give(requestId: Id): void {
    const seats = this.#rooms.get(requestId)?.seats.values() ?? []
    const waiting = this.#waiting.get(requestId)?.values() ?? []
    this.#rooms.delete(requestId)
    this.#waiting.delete(requestId)
    for (const seat of seats) {
      if (seat.timer) clearTimeout(seat.timer)
      seat.connection?.close(COME_AGAIN)
      seat.connection = null
    }
    for (const { connection } of waiting) connection.close(COME_AGAIN)
  }

  async recheckAll(): Promise<void> {
    for (const live of this.#rooms.values()) await this.recheck(live)
  }

  /** Everything that let people in is asked again: role, time, the meeting itself, screening. */
  async recheck(live: LiveRoom): Promise<void> {
    const before = JSON.stringify(stateOf(live))
    for (const seat of live.seats.values()) {
      if (!seat.connection) continue
      const actor = await resolveActor(this.#platform, seat.connection.cookie)
      const found = await findSeat(this.#platform, actor, live.room)
      if (!found.ok) await this.showOut(live, seat, REASONS[found.refusal.code] ?? 'not-allowed')
      else if (!found.value || found.value.role !== seat.peer.role) await this.showOut(live, seat, 'not-allowed')
      else Object.assign(live, { room: found.value.room, opening: found.value.opening })
    }
    if (JSON.stringify(stateOf(live)) !== before) tell(live, { type: 'room', room: stateOf(live) })
  }

  readonly #blame = (error: unknown) => this.#platform.log.error({ err: error }, 'defect in a room')
}

const REASONS: Readonly<Record<string, ClosedReason>> = {
  'rooms.cancelled': 'cancelled',
  'rooms.over': 'time',
  'rooms.too-early': 'moved',
}

const hubs = new WeakMap<Platform, RoomHub>()

/** The one hub of a running server. */
export function hubOf(platform: Platform): RoomHub {
  const known = hubs.get(platform) ?? new RoomHub(platform)
  hubs.set(platform, known)
  return known
}
