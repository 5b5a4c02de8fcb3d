import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { type AgreementStatus, type SigningMode, type SigningOrder, statusAt } from './agreement.ts'
import { refuseAgreement } from './refusal.ts'

/** A party as it stands while signatures are collected. */
export interface SlotFacts {
  readonly partyId: Id
  /** From 1. */
  readonly position: number
  readonly signedAt: Instant | null
  readonly authorityFrom: string | null
  readonly authorityUntil: string | null
}

export interface SigningFacts {
  readonly status: AgreementStatus
  readonly mode: SigningMode
  readonly signingOrder: SigningOrder
  readonly contentHash: string | null
  readonly sentAt: Instant | null
  readonly expiresAt: Instant | null
  /** In the order of their positions. */
  readonly slots: readonly SlotFacts[]
}

/** Whose signature is awaited now: the first who has not signed, or all of them. */
export function awaited({ signingOrder, slots }: Pick<SigningFacts, 'signingOrder' | 'slots'>): SlotFacts[] {
  const open = slots.filter(({ signedAt }) => signedAt === null)
  return signingOrder === 'in-order' ? open.slice(0, 1) : open
}

/** Whether the authority holds on `day` (the day in UTC: an authority of a few hours is nobody's). */
export const holdsAuthority = (
  { authorityFrom, authorityUntil }: Pick<SlotFacts, 'authorityFrom' | 'authorityUntil'>,
  day: string,
): boolean => (authorityFrom === null || authorityFrom <= day) && (authorityUntil === null || day <= authorityUntil)

export const dayOf = (instant: Instant): string => instant.slice(0, 10)

/** Whether this party may sign this text now. The slot itself is taken by the statement that writes the signature. */
export function decideSignature(
  facts: SigningFacts,
  {
    partyId,
    contentHash,
    mode,
  }: { readonly partyId: Id; readonly contentHash: string | null; readonly mode: SigningMode },
  now: Instant,
): Result<SlotFacts> {
  const slot = facts.slots.find((one) => one.partyId === partyId)
  if (!slot) return refuseAgreement('absent', 'absent')
  const status = statusAt(facts, now)
  if (slot.signedAt !== null) return refuseAgreement('conflict', 'already-signed', { signedAt: slot.signedAt })
  if (status !== 'sent') return refuseAgreement('conflict', 'not-in-state', { status })
  if (facts.mode !== mode) return refuseAgreement('conflict', mode === 'remote' ? 'not-remote' : 'not-ceremony')
  if (contentHash !== facts.contentHash) return refuseAgreement('conflict', 'text-changed')
  const latest = [facts.sentAt, ...facts.slots.map(({ signedAt }) => signedAt)].reduce<Instant>(
    (last, at) => (at !== null && at > last ? at : last),
    '',
  )
  if (now < latest) return refuseAgreement('conflict', 'clock-behind', { latest })
  if (!awaited(facts).includes(slot)) return refuseAgreement('conflict', 'not-your-turn', { position: slot.position })
  if (!holdsAuthority(slot, dayOf(now))) {
    return refuseAgreement('conflict', 'authority-lapsed', { position: slot.position, until: slot.authorityUntil })
  }
  return ok(slot)
}

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** Codes a signatory can ask for: one a minute, twenty a day. */
export const CODE_PAUSE_SECONDS = 60
export const CODES_A_DAY = 20
/** Nobody is written to more often, however often the operator presses. */
export const REMINDER_PAUSE_HOURS = 4
