import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { statusAt } from './agreement.ts'
import { type SigningFacts, awaited } from './signing.ts'

/**
 * What the link of a mail is good for: `open` and `not-your-turn` can be read with a code; `changed` is a true link to
 * a text that is no longer the one to sign; `unknown` was never a link of ours, or not in this form.
 */
export const LINK_STATES = [
  'open',
  'not-your-turn',
  'signed-by-you',
  'complete',
  'declined',
  'expired',
  'recalled',
  'suspended',
  'changed',
  'unknown',
] as const
export type LinkState = (typeof LINK_STATES)[number]

/** Of a link that belongs to the text and sending as they stand. */
export function linkState(facts: SigningFacts, partyId: Id, now: Instant): LinkState {
  const status = statusAt(facts, now)
  if (status === 'signed') return 'complete'
  if (status === 'suspended-by-law') return 'suspended'
  if (status === 'draft' || status === 'frozen') return 'changed'
  if (status !== 'sent') return status
  const slot = facts.slots.find((one) => one.partyId === partyId)
  if (slot?.signedAt) return 'signed-by-you'
  return slot && awaited(facts).includes(slot) ? 'open' : 'not-your-turn'
}

/** Enough for its owner to know it again: "a•••@example.org". */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = address
  return at > 0 ? `${first}•••${address.slice(at)}` : '•••'
}
