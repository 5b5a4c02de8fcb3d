import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'forbidden',
  'figure-malformed',
  'name-missing',
  'value-malformed',
  'source-missing',
  'reference-missing',
  'amount-malformed',
  'amount-of-outcomes-only',
  'amount-of-one-basis',
  'already-recorded',
  'looks-alike',
  'attribution-absent',
  'party-absent',
  'parties-missing',
  'conversion-without-amount',
  'conversion-same-currency',
  'rate-missing',
  'rate-malformed',
  'share-of-nothing',
  'days-reversed',
  'figure-taken',
  'changed-meanwhile',
  'withdrawn',
  'as-of-in-future',
] as const
export type OutcomesRefusal = `outcomes.${(typeof REFUSALS)[number]}`

export const refuseOutcome = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<OutcomesRefusal> } => refuse(kind, `outcomes.${rule}`, detail)
