import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { TOKEN_SECONDS } from './join-token.ts'
import { claimRoom, findLostRooms, releaseRooms, takeRoom } from '../store/holder-store.ts'

/** A server remembers which tokens opened a room: it keeps the room until the last of them is dead. */
const KEPT_MS = (TOKEN_SECONDS + 5) * 1000

/** Which rooms this server holds. The database decides; this remembers it. */
export class RoomHolding {
  readonly #platform: Platform
  /** When somebody last came to the door. */
  readonly #held = new Map<Id, number>()
  readonly #claims = new Map<Id, Promise<unknown>>()

  constructor(platform: Platform) {
    this.#platform = platform
  }

  get isEmpty(): boolean {
    return this.#held.size === 0
  }

  /** Which server has the room: this one when nobody had it, or who had it is gone. */
  async holderOf(requestId: Id): Promise<Id> {
    const { self } = this.#platform.line
    return this.keep(requestId) ? self : this.#ask(requestId, () => this.#claim(requestId))
  }

  /** The holder does not answer. Returns who holds the room now. */
  takeFrom(requestId: Id, holder: Id): Promise<Id> {
    const { db, line } = this.#platform
    return this.#ask(requestId, () => takeRoom(db, requestId, holder, line.self))
  }

  /** Somebody is at the door: whether this server holds the room, which it then keeps for a while. */
  keep(requestId: Id): boolean {
    const isHeld = this.#held.has(requestId)
    if (isHeld) this.#held.set(requestId, performance.now())
    return isHeld
  }

  /** Lets go of rooms nobody was at for a while. Returns those that another server has taken. */
  async review(isUsed: (requestId: Id) => boolean): Promise<Id[]> {
    const { db, line } = this.#platform
    const longAgo = performance.now() - KEPT_MS
    const idle = [...this.#held].flatMap(([id, at]) => (at < longAgo && !isUsed(id) ? [id] : []))
    for (const id of idle) this.#held.delete(id)
    if (idle.length > 0) {
      const released = releaseRooms(db, idle, line.self)
      // Whoever comes meanwhile asks once it is done.
      for (const id of idle) this.#inTurn(id, () => released).catch(() => {})
      await released
    }
    if (this.#held.size === 0) return []
    const lost = await findLostRooms(db, [...this.#held.keys()], line.self)
    for (const id of lost) this.#held.delete(id)
    return lost
  }

  async #claim(requestId: Id): Promise<Id> {
    const { db, line } = this.#platform
    const holder = await claimRoom(db, requestId, line.self)
    if (holder === line.self || (await line.isThere(holder))) return holder
    return takeRoom(db, requestId, holder, line.self)
  }

  #ask(requestId: Id, ask: () => Promise<Id>): Promise<Id> {
    return this.#inTurn(requestId, async () => {
      const holder = await ask()
      if (holder === this.#platform.line.self) this.#held.set(requestId, performance.now())
      return holder
    })
  }

  /** What is asked of one room goes to the database one after the other. */
  #inTurn<T>(requestId: Id, ask: () => Promise<T>): Promise<T> {
    const asked = (this.#claims.get(requestId) ?? Promise.resolve()).catch(() => {}).then(ask)
    this.#claims.set(requestId, asked)
    const forget = () => this.#claims.get(requestId) === asked && this.#claims.delete(requestId)
    asked.then(forget, forget)
    return asked
  }
}
