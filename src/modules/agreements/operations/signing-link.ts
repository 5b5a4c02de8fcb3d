import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Id, isId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'

interface LinkFacts {
  readonly agreementId: Id
  readonly partyId: Id
  readonly contentHash: string
  readonly sentAt: Instant
}

/** Of one party, one text and one sending: another text or a second sending makes the old link void. */
export const signingLink = (secret: string, facts: LinkFacts): string =>
  `${facts.agreementId}.${facts.partyId}.${macOf(secret, facts)}`

const macOf = (secret: string, { agreementId, partyId, contentHash, sentAt }: LinkFacts): string =>
  createHmac('sha256', secret)
    .update(['agreements.signing-link', agreementId, partyId, contentHash, sentAt].join('\n'))
    .digest('base64url')

/** The ids in a link; whether it is a true one says `isTrueLink`. */
export function readLink(link: string): { agreementId: Id; partyId: Id } | null {
  const [agreementId = '', partyId = '', mac = '', ...more] = link.split('.')
  return isId(agreementId) && isId(partyId) && mac.length === 43 && more.length === 0 ? { agreementId, partyId } : null
}

export const isTrueLink = (secret: string, link: string, facts: LinkFacts): boolean =>
  isSame(signingLink(secret, facts), link)

/** Only the keyed hash of a code is kept: whoever reads the table cannot try the million codes. */
export const codeHash = (secret: string, codeId: Id, contentHash: string, email: string, code: string): string =>
  createHmac('sha256', secret)
    .update(['agreements.signing-code', codeId, contentHash, email.toLowerCase(), code].join('\n'))
    .digest('hex')

export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
