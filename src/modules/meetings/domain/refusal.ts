import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'not-the-guest',
  'not-the-host',
  'to-oneself',
  'event-not-open',
  'host-withdrawn',
  'own-side',
  'pair-already-live',
  'not-available',
  'never-meet',
  'own-never-meet',
  'quota-reached',
  'already-decided',
  'expired',
] as const
export type MeetingsRefusal = `meetings.${(typeof REFUSALS)[number]}`

export const refuseMeeting = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<MeetingsRefusal> } => refuse(kind, `meetings.${rule}`, detail)
