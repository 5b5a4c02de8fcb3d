import { z } from 'zod'
import { ASKS, QUALITIES } from '../../domain/signalling.ts'

const peerId = z.string().regex(/^[\w-]{16}$/)
const channel = z.string().regex(/^([a-z]{2}|floor)$/)
const mediaState = { mic: z.boolean(), camera: z.boolean(), screen: z.boolean(), channel }

const description = z.strictObject({ type: z.enum(['offer', 'answer', 'rollback']), sdp: z.string().max(48_000) })
const candidate = z.strictObject({
  candidate: z.string().max(1000),
  sdpMid: z.string().max(64).nullish(),
  sdpMLineIndex: z.number().int().min(0).max(64).nullish(),
  usernameFragment: z.string().max(256).nullish(),
})

/** Everything a browser may say in a room. */
const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), token: z.string().max(1000), tab: z.uuid(), ...mediaState }),
  z.strictObject({ type: z.literal('alive'), quality: z.enum(QUALITIES) }),
  z.strictObject({
    type: z.literal('signal'),
    to: peerId,
    description: description.optional(),
    candidate: candidate.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('state'), ...mediaState }),
  z.strictObject({ type: z.literal('chat'), text: z.string().trim().min(1).max(2000) }),
  z.strictObject({
    type: z.literal('notes'),
    text: z.string().max(20_000),
    revision: z.number().int().min(0).max(1_000_000),
  }),
  z.strictObject({ type: z.literal('ask'), ask: z.enum(ASKS) }),
  z.strictObject({ type: z.literal('hand-over'), to: peerId }),
  z.strictObject({ type: z.literal('mode'), interpretation: z.enum(['consecutive', 'simultaneous']) }),
  z.strictObject({ type: z.literal('admit'), knockId: z.uuid(), role: z.enum(['interpreter', 'observer']) }),
  z.strictObject({ type: z.literal('decline'), knockId: z.uuid() }),
  z.strictObject({ type: z.literal('extend'), minutes: z.union([z.literal(5), z.literal(10)]) }),
  z.strictObject({ type: z.literal('end') }),
  z.strictObject({ type: z.literal('leave') }),
])
export type ClientMessage = z.output<typeof clientMessage>

/** Deeper than any message of ours: nothing that reads it later has to bear what a hostile text can nest. */
const MAX_DEPTH = 8

/** Null: not one of the messages. */
export function readClientMessage(text: string): ClientMessage | null {
  if (isNested(text)) return null
  try {
    const parsed = clientMessage.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Brackets within strings count too, but only when they are many and open. */
function isNested(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (inString) {
      if (letter === '\\') at++
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '{' || letter === '[') {
      depth++
      if (depth > MAX_DEPTH) return true
    } else if (letter === '}' || letter === ']') depth--
  }
  return false
}
