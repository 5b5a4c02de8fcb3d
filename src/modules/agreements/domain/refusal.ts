import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'company-absent',
  'number-taken',
  'changed-meanwhile',
  'not-in-state',
  'too-few-parties',
  'party-twice',
  'language-twice',
  'prevailing-language-unclear',
  'party-unknown',
  'milestone-twice',
  'checks-failed',
  'glyph-missing',
  'signatory-missing',
  'authority-lapsed',
  'expiry-not-ahead',
  'already-signed',
  'not-your-turn',
  'not-ceremony',
  'not-remote',
  'code-wrong',
  'code-too-often',
  'passkey-refused',
  'text-changed',
  'clock-behind',
  'no-document',
  'not-signed',
  'file-kind',
  'picture-too-large',
  'reminded-lately',
] as const
export type AgreementsRefusal = `agreements.${(typeof REFUSALS)[number]}`

export const refuseAgreement = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<AgreementsRefusal> } => refuse(kind, `agreements.${rule}`, detail)
