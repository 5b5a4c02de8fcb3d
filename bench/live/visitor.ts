import { once } from 'node:events'
import { type ClientRequest, get } from 'node:http'
import { WebSocket } from 'ws'
import type { Crowd, Seated } from './crowd.ts'

type Heard = (message: { readonly type: string } & Record<string, unknown>) => void

const ALIVE_MS = 5000

/** One browser: a socket in a room and a stream of what is new in the event. */
export class Visitor {
  readonly #crowd: Pick<Crowd, 'url' | 'programmeId' | 'eventId'>
  readonly #seat: Seated
  #socket: WebSocket | null = null
  #stream: ClientRequest | null = null
  #clock: NodeJS.Timeout | undefined
  /** Whoever sits in the same room, by what the server calls them. */
  others: readonly string[] = []
  onMessage: Heard = () => {}
  onNews: (version: string) => void = () => {}

  constructor(crowd: Pick<Crowd, 'url' | 'programmeId' | 'eventId'>, seat: Seated) {
    this.#crowd = crowd
    this.#seat = seat
  }

  /** Comes in, a second time too: the tab before is then closed. */
  async enter(): Promise<void> {
    clearInterval(this.#clock)
    this.#socket?.terminate()
    const { url, programmeId } = this.#crowd
    const { requestId, cookie } = this.#seat
    const path = `/api/v1/programmes/${programmeId}/rooms/${requestId}/join-tokens`
    const issued = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      body: '{}',
    })
    if (!issued.ok) throw new Error(`No token: ${issued.status} ${await issued.text()}`)
    const { token } = (await issued.json()) as { token: string }
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live/rooms`, { headers: { cookie }, origin: url })
    this.#socket = socket
    await once(socket, 'open')
    const welcomed = Promise.withResolvers<undefined>()
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Parameters<Heard>[0]
      if (message.type === 'welcome') {
        this.others = (message.peers as { peerId: string }[]).map(({ peerId }) => peerId)
        welcomed.resolve(undefined)
      } else if (message.type === 'refused' || message.type === 'closed' || message.type === 'waiting') {
        welcomed.reject(new Error(JSON.stringify(message)))
      }
      this.onMessage(message)
    })
    this.say({
      type: 'hello',
      token,
      tab: crypto.randomUUID(),
      mic: true,
      camera: true,
      screen: false,
      channel: 'floor',
    })
    await welcomed.promise
    this.#clock = setInterval(() => this.say({ type: 'alive', quality: 'good' }), ALIVE_MS)
  }

  listen(): Promise<void> {
    const { url, eventId } = this.#crowd
    return hear(url, this.#seat.cookie, `schedule:${eventId}`, (version) => this.onNews(version)).then((stream) => {
      this.#stream = stream
    })
  }

  say(message: object): void {
    this.#socket?.send(JSON.stringify(message))
  }

  leave(): void {
    clearInterval(this.#clock)
    this.#socket?.terminate()
    this.#stream?.destroy()
  }
}

/** Opens the live stream of a topic. */
export async function hear(
  url: string,
  cookie: string,
  topic: string,
  onNews: (version: string) => void,
): Promise<ClientRequest> {
  const request = get(`${url}/api/live?topics=${topic}`, { headers: { cookie }, agent: false })
  const [response] = await once(request, 'response')
  if (response.statusCode !== 200) throw new Error(`No live stream: ${response.statusCode}`)
  request.on('error', () => {})
  response.on('error', () => {})
  response.on('data', (chunk: Buffer) => {
    const version = /"version":"?([^"}]+)/.exec(chunk.toString())?.[1]
    if (version !== undefined) onNews(version)
  })
  return request
}
