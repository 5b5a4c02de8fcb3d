import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'company-absent',
  'changed-meanwhile',
  'not-open',
  'block-ends-before-it-starts',
  'block-too-long',
  'block-overlaps',
  'block-without-slot',
  'block-in-use',
  'place-in-use',
  'availability-ends-before-it-starts',
  'participant-already-registered',
  'participant-withdrawn',
  'interpreter-without-language-pair',
  'language-pair-of-one-language',
  'interpreter-name-taken',
  'interpreter-in-use',
] as const
export type EventsRefusal = `events.${(typeof REFUSALS)[number]}`

export const refuseEvent = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<EventsRefusal> } => refuse(kind, `events.${rule}`, detail)
