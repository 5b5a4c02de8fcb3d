import { textIn } from '../../../kernel/locale.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import type { Signatory } from '../domain/agreement.ts'
import { CODE_MINUTES } from '../domain/signing.ts'
import { messages } from '../messages.ts'
import type { AgreementRecord, StoredParty } from '../store/agreement-store.ts'

const { translate } = createTranslators({ agreements: messages })

type Recipient = StoredParty & { readonly signatory: Signatory }

const mail = (
  agreement: AgreementRecord,
  { id, signatory }: Recipient,
  key: 'sign' | 'remind' | 'code' | 'signed' | 'over',
  dedupe: string,
  values: Record<string, string | number> = {},
): MailMessage => {
  const { locale, name, email } = signatory
  const all = { name, title: textIn(agreement.content.title, locale), number: agreement.content.number, ...values }
  return {
    dedupeKey: `agreement-${key}/${agreement.id}/${id}/${dedupe}`,
    toAddress: email,
    toName: name,
    locale,
    subject: translate(locale, `agreements.mail.${key}.subject`, all),
    text: translate(locale, `agreements.mail.${key}.text`, all),
  }
}

/** The link, to whose turn it is: one for each sending, and one for each `reminder` (the number of its journal entry). */
export function signMail(
  agreement: AgreementRecord,
  to: Recipient,
  link: string,
  baseUrl: string,
  reminder: number | null,
): MailMessage {
  const { locale } = to.signatory
  const day = agreement.expiresAt?.slice(0, 16).replace('T', ' ')
  const [key, dedupe] =
    reminder === null ? (['sign', agreement.sentAt ?? ''] as const) : (['remind', String(reminder)] as const)
  return mail(agreement, to, key, dedupe, {
    party: to.legalName,
    url: `${baseUrl}/app/sign#${link}`,
    expires: day ? translate(locale, 'agreements.mail.expires', { day }) : '',
  })
}

export const codeMail = (agreement: AgreementRecord, to: Recipient, codeId: string, code: string): MailMessage =>
  mail(agreement, to, 'code', codeId, { code, minutes: CODE_MINUTES })

export const signedMail = (agreement: AgreementRecord, to: Recipient, pdf: Uint8Array): MailMessage => ({
  ...mail(agreement, to, 'signed', agreement.contentHash ?? ''),
  attachments: [{ name: `${agreement.content.number}.pdf`, mediaType: 'application/pdf', contents: pdf }],
})

export const overMail = (agreement: AgreementRecord, to: Recipient, seq: number, outcome: string): MailMessage =>
  mail(agreement, to, 'over', String(seq), { outcome })
