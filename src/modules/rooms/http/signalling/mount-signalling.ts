import { upgradeWebSocket } from '@hono/node-server'
import type { Platform } from '../../../../platform/context.ts'
import type { HttpApp } from '../../../../platform/http/http-env.ts'
import { isOwnOrigin } from '../../../../platform/http/security.ts'
import type { Actor } from '../../../accounts/index.ts'
import type { ServerMessage } from '../../domain/signalling.ts'
import { BYTE_RATE, MESSAGE_RATE, createAllowance } from './allowance.ts'
import { readClientMessage } from './client-message.ts'
import { Doorway } from './doorway.ts'
import { hubOf } from './hub.ts'
import type { Connection } from './live-room.ts'
import { Relay } from './relay.ts'

/** More tabs than anybody needs, few enough that one person cannot use up the server. */
const MAX_CONNECTIONS = 8
const HELLO_MS = 10_000
/** A browser says every five seconds that it is there. */
const SILENT_MS = 16_000
const MAX_MISUNDERSTANDINGS = 5
const UNSUPPORTED = 1003
const AGAINST_RULES = 1008
/** What a slow reader may leave unread, in bytes. */
const MAX_UNREAD = 2_000_000

interface Socket {
  send(text: string): void
  close(code?: number, reason?: string): void
}

/** The WebSocket of the rooms: own pages only, signed-in people only; a join token in the first message opens the door. */
export function mountSignalling(app: HttpApp<Actor>, platform: Platform): void {
  const connections = new Map<string, number>()
  const relay = new Relay(platform, hubOf(platform))
  void relay
    .listen()
    .catch((error: unknown) => platform.log.error({ err: error }, 'rooms of other servers are missing'))
  app.get(
    '/api/live/rooms',
    async (c, next) => {
      const { headers } = c.req.raw
      const isOurs = headers.has('origin') && isOwnOrigin({ method: 'POST', headers }, platform.config)
      if (!isOurs) return c.body(null, 403)
      const actor = await c.var.facts.actor()
      if (actor.kind !== 'person') return c.body(null, 401)
      if ((connections.get(actor.personId) ?? 0) >= MAX_CONNECTIONS) return c.body(null, 429)
      await next()
      return undefined
    },
    upgradeWebSocket(async (c) => {
      const actor = (await c.get('facts').actor()) as Actor
      const personId = actor.kind === 'person' ? actor.personId : ''
      const cookie = c.req.header('cookie') ?? null
      let listener: Listener | undefined
      return {
        onOpen(_event, socket) {
          connections.set(personId, (connections.get(personId) ?? 0) + 1)
          listener = listen(platform, relay, socket, cookie)
        },
        onMessage: ({ data }) => listener?.hear(data),
        onClose() {
          const left = (connections.get(personId) ?? 1) - 1
          if (left > 0) connections.set(personId, left)
          else connections.delete(personId)
          listener?.end()
        },
      }
    }),
  )
}

interface Listener {
  hear(data: unknown): void
  end(): void
}

/** Reads one socket: within its allowance, only text, only what is understood, one message after the other. */
function listen(platform: Platform, relay: Relay, socket: Socket & { raw?: unknown }, cookie: string | null): Listener {
  const connection: Connection = {
    cookie,
    send(message: ServerMessage) {
      const { bufferedAmount = 0 } = (socket.raw ?? {}) as { bufferedAmount?: number }
      if (bufferedAmount > MAX_UNREAD) socket.close(AGAINST_RULES)
      else socket.send(JSON.stringify(message))
    },
    close: (code) => socket.close(code),
  }
  const doorway = new Doorway(platform, hubOf(platform), relay, connection)
  const allowMessage = createAllowance(MESSAGE_RATE)
  const allowBytes = createAllowance(BYTE_RATE)
  let misunderstandings = 0
  let queue = Promise.resolve()
  let isOver = false
  const refuse = (code: string, status: number) => {
    isOver = true
    connection.send({ type: 'refused', code, retry: false })
    socket.close(status)
  }
  const silence = setTimeout(() => socket.close(AGAINST_RULES), SILENT_MS).unref()
  const hello = setTimeout(() => doorway.isAtTheDoor && socket.close(AGAINST_RULES), HELLO_MS).unref()
  return {
    hear(data) {
      if (isOver) return
      if (typeof data !== 'string') return refuse('rooms.not-understood', UNSUPPORTED)
      const nowMs = performance.now()
      if (!allowMessage(nowMs) || !allowBytes(nowMs, data.length)) return refuse('rooms.too-fast', AGAINST_RULES)
      const message = readClientMessage(data)
      if (message === null) {
        misunderstandings++
        if (misunderstandings >= MAX_MISUNDERSTANDINGS) refuse('rooms.not-understood', AGAINST_RULES)
        return
      }
      silence.refresh()
      queue = queue
        .then(() => doorway.hear(message, data))
        .catch((error: unknown) => {
          platform.log.error({ err: error }, 'defect in a room')
          socket.close(1011)
        })
    },
    end() {
      isOver = true
      clearTimeout(silence)
      clearTimeout(hello)
      void queue.then(() => doorway.end())
    },
  }
}
