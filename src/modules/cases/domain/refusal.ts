import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'same-company',
  'company-unknown',
  'not-following',
  'changed',
  'owner-unknown',
  'same-owner',
  'day-without-action',
] as const
type CasesRefusal = `cases.${(typeof REFUSALS)[number]}`

export const refuseCase = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<CasesRefusal> } => refuse(kind, `cases.${rule}`, detail)
