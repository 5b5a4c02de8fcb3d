import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no, besides those of a list that cannot be read; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'forbidden',
  'gate-closed',
  'gate-closed-by',
  'gate-list-old',
  'gate-technology',
  'not-in-state',
  'changed-meanwhile',
  'second-person-needed',
  'same-identifier',
  'attribute-missing',
  'conditions-missing',
  'no-list',
  'list-other-format',
  'proposal-open',
  'name-missing',
  'owner-cycle',
  'owner-over-100',
  'owner-unknown',
  'licence-dates',
  'not-checked',
  'unit-missing',
  'unit-unknown',
  'unit-of-other-kind',
  'not-a-quantity',
  'ambiguous-number',
  'parameter-unknown',
  'questionnaire-taken',
] as const
export type ComplianceRefusal = `compliance.${(typeof REFUSALS)[number]}`

export const refuseScreening = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<ComplianceRefusal> } => refuse(kind, `compliance.${rule}`, detail)
