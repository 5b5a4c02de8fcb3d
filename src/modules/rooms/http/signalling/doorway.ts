import type { Platform } from '../../../../platform/context.ts'
import { readJoinToken } from '../../operations/join-token.ts'
import type { ClientMessage } from './client-message.ts'
import { Conversation } from './conversation.ts'
import type { RoomHub } from './hub.ts'
import { COME_AGAIN, type Connection } from './live-room.ts'
import type { Passage, Relay } from './relay.ts'

/** One browser tab at this server: leads it to the room of its token, here or at the server that holds it. */
export class Doorway {
  readonly #platform: Platform
  readonly #hub: RoomHub
  readonly #relay: Relay
  readonly #connection: Connection
  readonly #here: Conversation
  #passage: Passage | null = null
  #isOver = false

  constructor(platform: Platform, hub: RoomHub, relay: Relay, connection: Connection) {
    this.#platform = platform
    this.#hub = hub
    this.#relay = relay
    this.#connection = connection
    this.#here = new Conversation(platform, hub, connection)
  }

  get isAtTheDoor(): boolean {
    return this.#passage === null && this.#here.isAtTheDoor
  }

  /** `text` is the message as it came. */
  async hear(message: ClientMessage, text: string): Promise<void> {
    if (this.#isOver) return
    if (this.#passage) this.#passage.say(text)
    else if (this.#here.isAtTheDoor && message.type === 'hello') await this.#enter(message, text)
    else await this.#here.hear(message)
  }

  /** The connection is gone. */
  end(): void {
    this.#isOver = true
    if (this.#passage) this.#passage.end()
    else this.#here.end()
  }

  async #enter(hello: Extract<ClientMessage, { type: 'hello' }>, text: string): Promise<void> {
    const requestId = readJoinToken(this.#platform, hello.token, this.#platform.clock.now())?.requestId
    // One that opens nothing is refused here.
    if (requestId === undefined) return this.#here.hear(hello)
    const { self } = this.#platform.line
    const { holding } = this.#hub
    const holder = await holding.holderOf(requestId)
    if (holder !== self) {
      this.#passage = await this.#relay.open(holder, requestId, this.#connection, text)
      if (this.#passage) return this.#isOver ? this.#passage.end() : undefined
      if ((await holding.takeFrom(requestId, holder)) !== self) return this.#connection.close(COME_AGAIN)
    }
    this.#hub.watch()
    if (!this.#isOver) await this.#here.hear(hello)
  }
}
