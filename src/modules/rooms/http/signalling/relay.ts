import { randomUUID } from 'node:crypto'
import type { Id } from '../../../../kernel/id.ts'
import type { Platform } from '../../../../platform/context.ts'
import { readClientMessage } from './client-message.ts'
import { Conversation } from './conversation.ts'
import type { RoomHub } from './hub.ts'
import { type LineMessage, readLineMessage } from './line-message.ts'
import { COME_AGAIN, type Connection } from './live-room.ts'

const DEFECT = 1011
/** A server that is well answers within milliseconds. */
const ANSWER_MS = 2000
/** The browser says every five seconds that it is there; of a server that died nobody says that it is not. */
const SILENT_MS = 16_000

/** A browser of this server that sits in a room of another one. */
interface Away {
  readonly holder: Id
  readonly connection: Connection
  onOpened: (() => void) | null
}

/** A browser of another server that sits in a room of this one. */
interface Guest {
  readonly from: Id
  readonly conversation: Conversation
  readonly silence: NodeJS.Timeout
  queue: Promise<void>
}

/** Somebody's messages on their way to the server that holds the room. */
export interface Passage {
  say(text: string): void
  end(): void
}

/** Passes on what is said between the server somebody came to and the one that holds the room. */
export class Relay {
  readonly #platform: Platform
  readonly #hub: RoomHub
  readonly #away = new Map<string, Away>()
  readonly #guests = new Map<string, Guest>()

  constructor(platform: Platform, hub: RoomHub) {
    this.#platform = platform
    this.#hub = hub
  }

  /** Rejects when the servers cannot hear each other; one that cannot holds nothing. */
  listen(): Promise<void> {
    return this.#platform.line.open({
      hear: (from, message) => {
        const heard = readLineMessage(message)
        if (heard) this.#hear(from, heard)
      },
      lost: (server) => this.#lose(server),
    })
  }

  /** Knocks at the holder's door for somebody. Null: the holder does not answer. */
  async open(holder: Id, requestId: Id, connection: Connection, text: string): Promise<Passage | null> {
    const link = randomUUID()
    const { line } = this.#platform
    const away: Away = { holder, connection, onOpened: null }
    this.#away.set(link, away)
    const end = () => {
      if (this.#away.delete(link)) line.send(holder, { kind: 'end', link } satisfies LineMessage)
    }
    const isOpened = await new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), ANSWER_MS)
      away.onOpened = () => {
        clearTimeout(late)
        resolve(true)
      }
      line.send(holder, { kind: 'open', link, requestId, cookie: connection.cookie, text } satisfies LineMessage)
    })
    if (!isOpened) {
      end()
      return null
    }
    return { say: (said) => line.send(holder, { kind: 'say', link, text: said } satisfies LineMessage), end }
  }

  #hear(from: Id, message: LineMessage): void {
    switch (message.kind) {
      case 'open':
        return this.#admit(from, message)
      case 'say':
        return this.#hearGuest(from, message.link, message.text)
      case 'end':
        return this.#endGuest(from, message.link)
      case 'tell-room':
        return this.#hub.tellRoom(message.requestId, message.message)
      case 'answer':
        return this.#hub.hearAnswer(message.requestId, message.knockId, message.admitted)
      default:
        return this.#hearHolder(from, message)
    }
  }

  #hearHolder(from: Id, message: Extract<LineMessage, { kind: 'opened' | 'tell' | 'close' }>): void {
    const away = this.#away.get(message.link)
    if (away?.holder !== from) return
    if (message.kind === 'opened') away.onOpened?.()
    if (message.kind === 'tell') away.connection.send(message.message)
    if (message.kind === 'close') {
      this.#away.delete(message.link)
      away.onOpened?.()
      away.connection.close(message.code)
    }
  }

  #admit(from: Id, { link, requestId, cookie, text }: Extract<LineMessage, { kind: 'open' }>): void {
    const send = (message: LineMessage) => this.#platform.line.send(from, message)
    if (!this.#hub.holding.keep(requestId)) return send({ kind: 'close', link, code: COME_AGAIN })
    send({ kind: 'opened', link })
    const close = (code: number) => {
      send({ kind: 'close', link, code })
      this.#endGuest(from, link)
    }
    const connection: Connection = { cookie, send: (message) => send({ kind: 'tell', link, message }), close }
    const guest: Guest = {
      from,
      conversation: new Conversation(this.#platform, this.#hub, connection),
      silence: setTimeout(() => close(COME_AGAIN), SILENT_MS).unref(),
      queue: Promise.resolve(),
    }
    this.#guests.set(link, guest)
    this.#hearGuest(from, link, text)
  }

  #hearGuest(from: Id, link: string, text: string): void {
    const guest = this.#guests.get(link)
    const close = (code: number) => this.#platform.line.send(from, { kind: 'close', link, code } satisfies LineMessage)
    if (guest?.from !== from) return close(COME_AGAIN)
    const message = readClientMessage(text)
    if (message === null) return
    guest.silence.refresh()
    guest.queue = guest.queue
      .then(() => guest.conversation.hear(message))
      .catch((error: unknown) => {
        this.#platform.log.error({ err: error }, 'defect in a room')
        close(DEFECT)
      })
  }

  #endGuest(from: Id, link: string): void {
    const guest = this.#guests.get(link)
    if (guest?.from !== from) return
    this.#guests.delete(link)
    clearTimeout(guest.silence)
    void guest.queue.then(() => guest.conversation.end())
  }

  /** What was said on the way may be lost: everybody concerned begins anew. */
  #lose(server: Id | null): void {
    for (const [link, { holder, connection, onOpened }] of this.#away) {
      if (server !== null && holder !== server) continue
      this.#away.delete(link)
      onOpened?.()
      connection.close(COME_AGAIN)
    }
    for (const [link, { from }] of this.#guests) if (server === null || from === server) this.#endGuest(from, link)
  }
}
