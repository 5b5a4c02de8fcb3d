import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Id } from '../../../kernel/id.ts'
import type { ServerMessage } from '../domain/signalling.ts'

const PATIENCE_MS = 5000

/** Somebody's browser tab in a room, with everything it was told. */
export class RoomTab {
  readonly heard: ServerMessage[] = []
  readonly socket: WebSocket
  readonly tab: Id = crypto.randomUUID()
  /** Code with which the connection ended; null: it is open. */
  closed: number | null = null

  /** `url` of the server; `origin` null: not from a page. */
  constructor(url: string, cookie: string, origin: string | null) {
    const headers = { cookie, ...(origin === null ? {} : { origin }) }
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/api/live/rooms`, { headers })
    this.socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(data.toString()) as ServerMessage))
    this.socket.on('close', (code) => (this.closed = code))
    this.socket.on('error', () => (this.closed ??= 0))
  }

  async isOpen(): Promise<this> {
    await once(this.socket, 'open')
    return this
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  hello(token: string, tab = this.tab): void {
    this.say({ type: 'hello', token, tab, mic: true, camera: true, screen: false, channel: 'floor' })
  }

  /** The nth message of that type. Rejects after five seconds without it. */
  async hears<T extends ServerMessage['type']>(type: T, nth = 0): Promise<Extract<ServerMessage, { type: T }>> {
    for (let waited = 0; waited < PATIENCE_MS; waited += 10) {
      const found = this.heard.filter((message) => message.type === type)[nth]
      if (found) return found as Extract<ServerMessage, { type: T }>
      await new Promise((done) => setTimeout(done, 10))
    }
    throw new Error(`Heard no ${type}: ${JSON.stringify(this.heard).slice(0, 2000)}`)
  }

  async isClosed(): Promise<number> {
    for (let waited = 0; waited < PATIENCE_MS && this.closed === null; waited += 10)
      await new Promise((done) => setTimeout(done, 10))
    return this.closed ?? -1
  }
}
