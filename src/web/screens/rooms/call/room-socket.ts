import type { PeerState, ServerMessage } from '../../../../modules/rooms/contract.ts'
import { toProblem } from '../../../problem.ts'

export interface SocketEvents {
  /** In the address, so that a proxy can give everybody of a meeting the same server. It opens nothing. */
  readonly room: string
  /** A fresh key to the door. Rejects with a problem. */
  readonly askToken: () => Promise<string>
  /** What one says of oneself when coming in. */
  readonly hello: () => { readonly tab: string } & Pick<PeerState, 'mic' | 'camera' | 'screen' | 'channel'>
  readonly onMessage: (message: ServerMessage) => void
  /** The connection is gone; it is being made again. */
  readonly onCut: () => void
  /** The server will not have us: a refusal's code, or the sentence it came with. */
  readonly onRefused: (problem: { readonly code: string; readonly detail: string | null }) => void
}

/** The first tries come quickly, because most cuts are short. */
const RETRY_MS = [100, 400, 800, 1200, 2000]
const ALIVE_MS = 5000
const SILENT_MS = 7500

/** The conversation with the server, made again by itself whenever it breaks. */
export class RoomSocket {
  readonly #events: SocketEvents
  #socket: WebSocket | null = null
  #tries = 0
  #timer: number | null = null
  #alive: number | null = null
  #heardAt = 0
  #isOver = false
  #connecting = false
  quality: PeerState['quality'] = 'good'

  constructor(events: SocketEvents) {
    this.#events = events
    window.addEventListener('online', this.#retryNow)
    window.addEventListener('offline', this.#drop)
    void this.#connect()
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  async #connect(): Promise<void> {
    if (this.#isOver || this.#connecting || this.#socket) return
    this.#connecting = true
    try {
      const token = await this.#events.askToken()
      if (!this.#isOver) this.#open(token)
    } catch (error) {
      const { status, code, detail } = toProblem(error)
      if (status >= 400 && status < 500 && status !== 429) this.#finish({ code, detail })
      else this.#later()
    } finally {
      this.#connecting = false
    }
  }

  #open(token: string): void {
    const socket = new WebSocket(
      new URL(`/api/live/rooms?room=${this.#events.room}`, location.href.replace(/^http/, 'ws')),
    )
    this.#socket = socket
    socket.addEventListener('open', () => {
      this.#heardAt = performance.now()
      this.send({ type: 'hello', token, ...this.#events.hello() })
      this.#alive = window.setInterval(this.#sayAlive, ALIVE_MS / 5)
    })
    socket.addEventListener('message', ({ data }) => {
      this.#heardAt = performance.now()
      this.#hear(JSON.parse(String(data)) as ServerMessage)
    })
    socket.addEventListener('close', () => this.#lose(socket))
  }

  #hear(message: ServerMessage): void {
    if (message.type === 'welcome' || message.type === 'waiting') this.#tries = 0
    if (message.type === 'closed') this.#isOver = true
    if (message.type === 'refused') {
      if (message.code === 'rooms.token-expired' || message.code === 'rooms.token-used') return this.#later()
      return this.#finish({ code: message.code, detail: null })
    }
    this.#events.onMessage(message)
  }

  #beat = 0
  /** Looked at every second, said every five: a dead line is noticed before anybody wonders. */
  #sayAlive = (): void => {
    this.#beat++
    if (this.#beat % 5 === 0) this.send({ type: 'alive', quality: this.quality })
    if (performance.now() - this.#heardAt > SILENT_MS) this.#drop()
  }

  #lose(socket: WebSocket): void {
    if (this.#socket !== socket) return
    this.#socket = null
    if (this.#alive !== null) clearInterval(this.#alive)
    if (this.#isOver) return
    this.#events.onCut()
    this.#later()
  }

  /** Does not wait for the browser to notice that the line is dead. */
  #drop = (): void => {
    const socket = this.#socket
    if (!socket) return
    socket.close()
    this.#lose(socket)
  }

  #later(): void {
    if (this.#isOver || this.#timer !== null) return
    const wait = RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)]
    this.#tries++
    this.#timer = window.setTimeout(() => {
      this.#timer = null
      void this.#connect()
    }, wait)
  }

  #retryNow = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#tries = 0
    void this.#connect()
  }

  #finish(problem: { readonly code: string; readonly detail: string | null }): void {
    this.#events.onRefused(problem)
    this.close()
  }

  /** Comes in again with a new key, as another one: after being let in from the lobby. */
  again(): void {
    const socket = this.#socket
    this.#socket = null
    if (this.#alive !== null) clearInterval(this.#alive)
    socket?.close()
    this.#retryNow()
  }

  send(message: object): void {
    if (this.isOpen) this.#socket?.send(JSON.stringify(message))
  }

  close(): void {
    this.#isOver = true
    window.removeEventListener('online', this.#retryNow)
    window.removeEventListener('offline', this.#drop)
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#alive !== null) clearInterval(this.#alive)
    this.#socket?.close()
  }
}
