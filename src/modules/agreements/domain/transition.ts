import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { AgreementContent, AgreementStatus, Party } from './agreement.ts'
import { refuseAgreement } from './refusal.ts'
import { dayOf, holdsAuthority } from './signing.ts'

export type Transition = 'change' | 'freeze' | 'send' | 'recall' | 'decline' | 'expire' | 'suspend' | 'resume'

/** What each step starts from and how the journal calls it. `change` of what is frozen or sent makes it a draft again. */
export const TRANSITIONS: Readonly<Record<Transition, { from: readonly AgreementStatus[]; action: string }>> = {
  change: { from: ['draft', 'frozen', 'sent', 'declined', 'expired', 'recalled'], action: 'agreement.changed' },
  freeze: { from: ['draft'], action: 'agreement.frozen' },
  send: { from: ['frozen'], action: 'agreement.sent' },
  recall: { from: ['sent'], action: 'agreement.recalled' },
  decline: { from: ['sent'], action: 'agreement.declined' },
  expire: { from: ['sent'], action: 'agreement.expired' },
  suspend: { from: ['sent', 'signed'], action: 'agreement.suspended' },
  resume: { from: ['suspended-by-law'], action: 'agreement.resumed' },
}

export const mayMove = (status: AgreementStatus, transition: Transition): boolean =>
  TRANSITIONS[transition].from.includes(status)

/** Rules of the content that hold in every state, a draft included. */
export function checkContent({ parties, languages, prevailing, terms }: AgreementContent): Result<null> {
  if (parties.length < 2) return refuseAgreement('invalid', 'too-few-parties', { parties: parties.length })
  const names = new Set(parties.map(({ legalName }) => legalName.normalize('NFKC').toLowerCase()))
  const companies = parties.flatMap(({ companyId }) => companyId ?? [])
  if (names.size < parties.length || new Set(companies).size < companies.length) {
    return refuseAgreement('invalid', 'party-twice')
  }
  if (new Set(languages).size < languages.length) return refuseAgreement('invalid', 'language-twice')
  const isClear = languages.length > 1 ? prevailing !== null && languages.includes(prevailing) : true
  if (!isClear) return refuseAgreement('invalid', 'prevailing-language-unclear')
  const positions = [...terms.milestones, ...terms.contributions].map(({ party }) => party)
  const unknown = positions.find((position) => position > parties.length)
  if (unknown !== undefined) return refuseAgreement('invalid', 'party-unknown', { position: unknown })
  const keys = terms.milestones.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return refuseAgreement('invalid', 'milestone-twice')
  return ok(null)
}

/** Every party needs somebody who signs, with an authority that holds today. */
export function checkSignatories(parties: readonly Pick<Party, 'signatory'>[], now: Instant): Result<null> {
  for (const [index, { signatory }] of parties.entries()) {
    if (!signatory) return refuseAgreement('conflict', 'signatory-missing', { position: index + 1 })
    if (!holdsAuthority(signatory, dayOf(now))) {
      const detail = { position: index + 1, until: signatory.authorityUntil }
      return refuseAgreement('conflict', 'authority-lapsed', detail)
    }
  }
  return ok(null)
}
