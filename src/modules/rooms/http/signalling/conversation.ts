import type { Platform } from '../../../../platform/context.ts'
import { type Reach, reaching } from '../../../../platform/database/reach.ts'
import { resolveActor } from '../../../accounts/index.ts'
import { extendRoom, setInterpretation } from '../../operations/run-room.ts'
import { useJoinToken } from '../../operations/use-join-token.ts'
import { sayInRoom, writeNotes } from '../../operations/write-in-room.ts'
import { readWritten } from '../../queries/read-room.ts'
import type { ClientMessage } from './client-message.ts'
import type { RoomHub } from './hub.ts'
import { type Connection, type HeldSeat, type LiveRoom, stateOf, tell } from './live-room.ts'

type Hello = Extract<ClientMessage, { type: 'hello' }>

/** What one connection has come to: nothing yet, a place in a room, or the lobby. */
type Place =
  | { readonly kind: 'door' }
  | { readonly kind: 'room'; readonly live: LiveRoom; readonly seat: HeldSeat }
  | { readonly kind: 'lobby'; readonly leave: () => void }

const CLOSE_REFUSED = 4003

/** One browser tab talking to the server, message by message. */
export class Conversation {
  readonly #platform: Platform
  readonly #hub: RoomHub
  readonly #connection: Connection
  #place: Place = { kind: 'door' }
  #isOver = false

  constructor(platform: Platform, hub: RoomHub, connection: Connection) {
    this.#platform = platform
    this.#hub = hub
    this.#connection = connection
  }

  get isAtTheDoor(): boolean {
    return this.#place.kind === 'door'
  }

  /** Inside, the programme of the room. At the door the token still has to say which that is. */
  get #reach(): Reach {
    return this.#place.kind === 'room' ? [this.#place.live.room.programmeId] : 'all'
  }

  /** Wherever the browser is: at this server, or at one that passes on what it says. */
  hear(message: ClientMessage): Promise<void> {
    return reaching(this.#reach, () => this.#hear(message))
  }

  async #hear(message: ClientMessage): Promise<void> {
    if (this.#isOver) return
    const place = this.#place
    if (place.kind === 'door') return message.type === 'hello' ? this.#knockOrEnter(message) : undefined
    if (place.kind === 'lobby') return this.#inLobby(message, place)
    // A place that was given to another tab, or up, is none.
    if (place.seat.connection !== this.#connection) return
    place.seat.seenAt = this.#platform.clock.now()
    await this.#inRoom(message, place.live, place.seat)
  }

  /** The connection is gone. */
  end(): void {
    this.#isOver = true
    if (this.#place.kind === 'room') this.#hub.lose(this.#place.live, this.#place.seat, this.#connection)
    if (this.#place.kind === 'lobby') this.#place.leave()
  }

  #refuse(code: string, retry: boolean): void {
    this.#connection.send({ type: 'refused', code, retry })
    this.#connection.close(CLOSE_REFUSED)
  }

  async #knockOrEnter({ token, tab, mic, camera, screen, channel }: Hello): Promise<void> {
    const actor = await resolveActor(this.#platform, this.#connection.cookie)
    const opened = await useJoinToken(this.#platform, actor, token, this.#hub.usedTokens)
    if (this.#isOver) return
    if (!opened.ok) return this.#refuse(opened.refusal.code, false)
    const { seat, ...entrance } = opened.value
    if (seat === null) {
      const knockId = await this.#hub.knock(opened.value, this.#connection)
      if (knockId === null) return this.#refuse('rooms.full', true)
      const leave = () => this.#hub.stopKnocking(entrance.requestId, knockId)
      this.#place = { kind: 'lobby', leave }
      if (this.#isOver) leave()
      return
    }
    const state = { mic, camera, screen, channel, quality: 'good' as const }
    const placed = await this.#hub.enter({ ...entrance, seat }, this.#connection, tab, state)
    if (placed === 'full') return this.#refuse('rooms.full', true)
    this.#place = { kind: 'room', ...placed }
    if (this.#isOver) this.#hub.lose(placed.live, placed.seat, this.#connection)
  }

  #inLobby(message: ClientMessage, { leave }: Extract<Place, { kind: 'lobby' }>): void {
    if (message.type === 'alive') this.#connection.send({ type: 'alive', now: this.#platform.clock.now() })
    if (message.type === 'leave') {
      leave()
      this.#connection.close(CLOSE_REFUSED)
    }
  }

  async #inRoom(message: ClientMessage, live: LiveRoom, seat: HeldSeat): Promise<void> {
    const { peerId, role } = seat.peer
    switch (message.type) {
      case 'alive':
        this.#connection.send({ type: 'alive', now: this.#platform.clock.now() })
        if (message.quality !== seat.peer.quality) this.#change(live, seat, { quality: message.quality })
        return
      case 'state': {
        const { mic, camera, screen, channel } = message
        return this.#change(live, seat, { mic, camera, screen, channel })
      }
      case 'signal': {
        const { to, description, candidate } = message
        const from = { from: peerId, tab: seat.peer.tab }
        live.seats.get(to)?.connection?.send({ type: 'signal', ...from, description, candidate })
        return
      }
      case 'ask':
        return tell(live, { type: 'asked', ask: message.ask, from: peerId }, peerId)
      case 'hand-over':
        return this.#handOver(live, peerId, message.to)
      case 'mode':
        if (role !== 'interpreter' && role !== 'broker') return
        await setInterpretation(this.#platform, live.room, message.interpretation)
        live.room = { ...live.room, interpretation: message.interpretation }
        return tell(live, { type: 'room', room: stateOf(live) })
      case 'leave':
        return this.#hub.showOut(live, seat, 'left')
      case 'chat':
      case 'notes':
        return this.#write(message, live, seat)
      default:
        return role === 'broker' ? this.#run(message, live, seat) : undefined
    }
  }

  #change(live: LiveRoom, seat: HeldSeat, state: Partial<HeldSeat['peer']>): void {
    seat.peer = { ...seat.peer, ...state }
    tell(live, { type: 'peer', peer: seat.peer }, seat.peer.peerId)
  }

  /** Only who has the channel hands it on, and only to another interpreter. */
  #handOver(live: LiveRoom, from: string, to: string): void {
    if (live.activeInterpreter !== from || live.seats.get(to)?.peer.role !== 'interpreter') return
    live.activeInterpreter = to
    tell(live, { type: 'room', room: stateOf(live) })
  }

  async #write(
    message: Extract<ClientMessage, { type: 'chat' | 'notes' }>,
    live: LiveRoom,
    { peer, personId }: HeldSeat,
  ): Promise<void> {
    if (message.type === 'chat') {
      const writer = { personId, name: peer.name, role: peer.role }
      const written = await sayInRoom(this.#platform, live.room, writer, message.text)
      return tell(live, { type: 'chat', message: written })
    }
    const { text, revision } = message
    const saved = await writeNotes(this.#platform, live.room, { text, revision })
    if (saved.ok) return tell(live, { type: 'notes', notes: saved.value, by: peer.peerId })
    const { notes } = await readWritten(this.#platform, live.room)
    this.#connection.send({ type: 'notes', notes, by: '' })
  }

  /** What only the broker may do. */
  async #run(message: ClientMessage, live: LiveRoom, seat: HeldSeat): Promise<void> {
    const actor = await resolveActor(this.#platform, this.#connection.cookie)
    const { programmeId, requestId } = live.room
    if (message.type === 'admit') await this.#hub.answerKnock(actor, live.room, message.knockId, message.role)
    if (message.type === 'decline') await this.#hub.answerKnock(actor, live.room, message.knockId, null)
    if (message.type === 'end') await this.#hub.showAllOut(live, 'ended')
    if (message.type === 'extend') {
      await extendRoom(this.#platform, actor, { programmeId, requestId, minutes: message.minutes })
      if (live.seats.has(seat.peer.peerId)) await this.#hub.recheck(live)
    }
  }
}
