import { z } from 'zod'
import type { ServerMessage } from '../../domain/signalling.ts'

/** One browser's connection, as the server it came to names it. */
const link = z.uuid()
/** Made by a server of ours and handed on unread. */
const serverMessage = z.custom<ServerMessage>((value) => typeof value === 'object' && value !== null)

/** What servers tell each other about rooms. `text` is what a browser said. */
const lineMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), link, requestId: z.uuid(), cookie: z.string().nullable(), text: z.string() }),
  z.object({ kind: z.literal('opened'), link }),
  z.object({ kind: z.literal('say'), link, text: z.string() }),
  z.object({ kind: z.literal('end'), link }),
  z.object({ kind: z.literal('tell'), link, message: serverMessage }),
  z.object({ kind: z.literal('close'), link, code: z.number().int() }),
  z.object({ kind: z.literal('tell-room'), requestId: z.uuid(), message: serverMessage }),
  z.object({ kind: z.literal('answer'), requestId: z.uuid(), knockId: z.uuid(), admitted: z.boolean() }),
])
export type LineMessage = z.output<typeof lineMessage>

/** Null: of another version of the program. */
export const readLineMessage = (message: unknown): LineMessage | null => lineMessage.safeParse(message).data ?? null
