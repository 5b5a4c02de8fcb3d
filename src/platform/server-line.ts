import { randomUUID } from 'node:crypto'
import type { Notifications } from './notifications.ts'
import { openSecret, sealSecret } from './sealed-secret.ts'

export interface LineReader {
  hear(from: string, message: unknown): void
  /** That server has gone; null: messages of any may be lost, because the own line was broken. */
  lost(server: string | null): void
}

/** How the servers of one installation talk to each other. */
export interface ServerLine {
  /** This server, as the others name it. */
  readonly self: string
  /** From now on; there is one reader. */
  open(reader: LineReader): Promise<void>
  /** Something that JSON can say, to one server or to all others (null). What is sent first arrives first, or not. */
  send(to: string | null, message: unknown): void
  isThere(server: string): Promise<boolean>
  /** Tells the others that this server goes; from then on it is not there. */
  leave(): Promise<void>
}

/** Of a process that has the database to itself. */
export const createLonelyLine = (): ServerLine => ({
  self: randomUUID(),
  open: () => Promise.resolve(),
  send() {},
  isThere: () => Promise.resolve(false),
  leave: () => Promise.resolve(),
})

const EVERYBODY = 'naru_line'
const channelOf = (server: string) => `naru_line_${server.replaceAll('-', '')}`
const nameOf = (server: string) => `naru server ${server}`
const PURPOSE = 'line between servers'
/** PostgreSQL takes less than 8,000 bytes; the rest is the head of a part. */
const PART_LENGTH = 7800
/** The largest message a room sends is its chat of 300 texts: 2.4 MB in the worst of alphabets. */
const MAX_PARTS = 512
const PARTS_AT_ONCE = 256
/** Of what waits to be sent; more means that the database cannot follow. */
const MAX_WAITING_PARTS = 4096

/** `<from> <number> <of> <text>`: parts of one message come one after the other. */
const PART = /^([\da-f-]{36}) (\d{1,4}) (\d{1,4}) (.*)$/s
const GONE = { gone: true } as const

/**
 * Over NOTIFY, sealed with the installation's secret: who may only reach the database neither reads what people in
 * rooms say nor speaks for a server.
 */
export function createServerLine(notifications: Notifications, secret: string): ServerLine {
  const self = randomUUID()
  let reader: LineReader | null = null
  let waiting: (readonly [string, string])[] = []
  let isSending = false

  const flush = async (): Promise<void> => {
    if (isSending) return
    isSending = true
    try {
      while (waiting.length > 0) await notifications.notify(waiting.splice(0, PARTS_AT_ONCE))
    } catch {
      waiting = []
      reader?.lost(null)
    } finally {
      isSending = false
    }
  }
  const send = (to: string | null, message: unknown) => {
    const channel = to === null ? EVERYBODY : channelOf(to)
    const sealed = sealSecret(secret, PURPOSE, `${self} ${channel}`, JSON.stringify(message))
    const count = Math.ceil(sealed.length / PART_LENGTH)
    if (count > MAX_PARTS || waiting.length + count > MAX_WAITING_PARTS) {
      waiting = []
      return reader?.lost(null)
    }
    for (let n = 0; n < count; n++) {
      const text = sealed.slice(n * PART_LENGTH, (n + 1) * PART_LENGTH)
      waiting.push([channel, `${self} ${n + 1} ${count} ${text}`])
    }
    void flush()
  }
  const hear = (from: string, channel: string, sealed: string) => {
    const text = sealed.startsWith('sealed-') ? openSecret(secret, PURPOSE, `${from} ${channel}`, sealed) : null
    if (text === null) return
    const message = JSON.parse(text) as unknown
    if ((message as Partial<typeof GONE> | null)?.gone === true) reader?.lost(from)
    else reader?.hear(from, message)
  }
  return {
    self,
    async open(opened) {
      reader = opened
      for (const channel of [EVERYBODY, channelOf(self)]) {
        const join = joinParts((from, sealed) => hear(from, channel, sealed))
        const heard = (payload: string) => payload.startsWith(self) || join(payload)
        const broken = () => opened.lost(null)
        await notifications.listen(channel, channel === EVERYBODY ? { heard } : { heard, broken })
      }
      await notifications.call(nameOf(self))
    },
    send,
    isThere: (server) => notifications.isCalled(nameOf(server)),
    async leave() {
      if (reader === null) return
      send(null, GONE)
      await notifications.call('naru').catch(() => {})
    },
  }
}

/** Puts the parts of each sender's messages together; what is not whole is dropped. */
function joinParts(onWhole: (from: string, text: string) => void): (payload: string) => void {
  const begun = new Map<string, string[]>()
  return (payload) => {
    const [, from = '', n, of, text = ''] = PART.exec(payload) ?? []
    const [number, count] = [Number(n), Number(of)]
    if (from === '' || count > MAX_PARTS) return
    const parts = number === 1 ? [] : (begun.get(from) ?? [])
    begun.delete(from)
    if (parts.length !== number - 1) return
    parts.push(text)
    if (number < count) begun.set(from, parts)
    else onWhole(from, parts.join(''))
  }
}
