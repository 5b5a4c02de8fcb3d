import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'agreement-not-signed',
  'not-in-state',
  'not-the-owner',
  'own-evidence',
  'no-evidence',
  'evidence-superseded',
  'same-day',
  'criterion-twice',
  'criterion-of-other-method',
  'unit-unknown',
  'unit-of-other-kind',
  'tolerance-missing',
  'not-a-table',
] as const
export type CommitmentsRefusal = `commitments.${(typeof REFUSALS)[number]}`

export const refuseCommitment = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<CommitmentsRefusal> } => refuse(kind, `commitments.${rule}`, detail)
