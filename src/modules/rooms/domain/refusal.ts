import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'too-early',
  'over',
  'cancelled',
  'elsewhere',
  'full',
  'token-expired',
  'token-used',
  'token-foreign',
  'gate-closed',
  'not-a-side',
  'not-met-yet',
  'link-not-https',
  'link-host',
  'notes-changed',
  'too-fast',
  'not-understood',
  'desk-no-interpreter',
  'desk-pinned',
  'desk-too-near',
  'log-not-yours',
  'log-closed',
  'log-changed',
  'log-basis-missing',
  'log-step-missing',
  'log-nothing-written',
  'log-signed-before',
] as const
type RoomsRule = (typeof REFUSALS)[number]
type RoomsRefusal = `rooms.${RoomsRule}`

export const refuseRoom = (
  kind: RefusalKind,
  rule: RoomsRule,
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<RoomsRefusal> } => refuse(kind, `rooms.${rule}`, detail)
