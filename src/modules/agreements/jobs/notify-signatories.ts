import { randomInt } from 'node:crypto'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { sendMail } from '../../programmes/index.ts'
import type { Signatory } from '../domain/agreement.ts'
import { CODE_MINUTES, awaited } from '../domain/signing.ts'
import { codeMail, overMail, signMail, signedMail } from '../emails/signing-mail.ts'
import { signingFacts } from '../operations/save-signature.ts'
import { readDocument } from '../operations/sign-document.ts'
import { codeHash, signingLink } from '../operations/signing-link.ts'
import { type AgreementRecord, type StoredParty, findLinkedAgreement } from '../store/agreement-store.ts'
import { findWantedCode, saveCode } from '../store/signing-store.ts'

type Handler = (platform: Platform, entry: JournalEntry, agreement: AgreementRecord) => Promise<void>

const HANDLERS: Readonly<Record<string, Handler>> = {
  'agreement.sent': askForSignatures,
  'agreement.resumed': askForSignatures,
  'agreement.signature-recorded': askForSignatures,
  'agreement.reminded': askForSignatures,
  'signing-code.requested': mailCode,
  'agreement.signed': mailSigned,
  'agreement.declined': mailOver('declined'),
  'agreement.recalled': mailOver('recalled'),
  'agreement.expired': mailOver('expired'),
}

/** Writes to signatories: the link when it is their turn, the code they asked for, and how it ended. */
export const notifySignatories = {
  reader: 'agreements.notify-signatories',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    for (const entry of entries) {
      const handler = HANDLERS[entry.action]
      const agreement = handler && (await findLinkedAgreement(platform.db, entry.subjectId))
      // At a ceremony everybody is in the room; what was concluded elsewhere has nobody to write to.
      if (agreement?.content.mode === 'remote') await handler!(platform, entry, agreement)
    }
  },
}

const recipients = ({ parties }: AgreementRecord): (StoredParty & { readonly signatory: Signatory })[] =>
  parties.flatMap((party) => (party.signatory ? [{ ...party, signatory: party.signatory }] : []))

async function askForSignatures(platform: Platform, entry: JournalEntry, agreement: AgreementRecord): Promise<void> {
  const { contentHash, sentAt } = agreement
  if (agreement.status !== 'sent' || !contentHash || !sentAt) return
  const next = new Set(awaited(signingFacts(agreement)).map(({ partyId }) => partyId))
  for (const party of recipients(agreement).filter(({ id }) => next.has(id))) {
    const facts = { agreementId: agreement.id, partyId: party.id, contentHash, sentAt }
    const link = signingLink(platform.config.secret, facts)
    const reminder = entry.action === 'agreement.reminded' ? entry.seq : null
    const kind = reminder === null ? 'agreement-sign' : 'agreement-remind'
    const mail = signMail(agreement, party, link, platform.config.baseUrl, reminder)
    await sendMail(platform, { programmeId: agreement.programmeId, kind }, mail)
  }
}

/** The code is made here, where the mail is written: it stands nowhere else. */
async function mailCode(platform: Platform, { after }: JournalEntry, agreement: AgreementRecord): Promise<void> {
  const { codeId, partyId } = after as { codeId: string; partyId: string }
  const wanted = await findWantedCode(platform.db, codeId)
  const party = recipients(agreement).find(({ id }) => id === partyId)
  if (!wanted || !party || agreement.status !== 'sent') return
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const now = platform.clock.now()
  await saveCode(platform.db, codeId, {
    codeHash: codeHash(platform.config.secret, codeId, wanted.contentHash, party.signatory.email, code),
    validFrom: now,
    expiresAt: addMinutes(now, CODE_MINUTES),
  })
  await platform.mail.enqueue(platform.db, codeMail(agreement, party, codeId, code))
}

async function mailSigned(platform: Platform, _entry: JournalEntry, agreement: AgreementRecord): Promise<void> {
  if (agreement.status !== 'signed') return
  const pdf = await readDocument(platform, agreement)
  for (const party of recipients(agreement)) {
    await sendMail(
      platform,
      { programmeId: agreement.programmeId, kind: 'agreement-signed' },
      signedMail(agreement, party, pdf),
    )
  }
}

function mailOver(outcome: string): Handler {
  return async (platform, { seq }, agreement) => {
    if (agreement.status !== outcome) return
    for (const party of recipients(agreement)) {
      const of = { programmeId: agreement.programmeId, kind: 'agreement-over' } as const
      await sendMail(platform, of, overMail(agreement, party, seq, outcome))
    }
  }
}
