import { type Refusal, type RefusalKind, refuse } from '../../../kernel/result.ts'

/** Every rule of this module that can say no; each has its sentence in `messages.ts`. */
export const REFUSALS = [
  'absent',
  'forbidden',
  'slug-taken',
  'not-ready',
  'not-a-draft',
  'withdrawn',
  'correction-note-missing',
  'changed-meanwhile',
  'photo-type',
  'photo-too-large',
  'photo-in-use',
  'person-unknown',
  'nothing-recorded',
  'address-malformed',
  'sender-malformed',
  'mailed-too-often',
  'liked-too-often',
] as const
export type NewsroomRefusal = `newsroom.${(typeof REFUSALS)[number]}`

export const refuseNews = (
  kind: RefusalKind,
  rule: (typeof REFUSALS)[number],
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<NewsroomRefusal> } => refuse(kind, `newsroom.${rule}`, detail)
