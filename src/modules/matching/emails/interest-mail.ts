import { textIn } from '../../../kernel/locale.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import { messages } from '../messages.ts'
import type { InterestNotice } from '../store/interest-store.ts'

/** expressed: to the company that is asked. welcomed, declined: to the company that is interested. */
export type InterestOccasion = 'expressed' | 'welcomed' | 'declined'

const { translate } = createTranslators({ matching: messages })

/** In the reader's language. One mail for each interest, occasion and reader. */
export function interestMail(notice: InterestNotice, occasion: InterestOccasion, baseUrl: string): MailMessage {
  const { locale, name, email, message } = notice
  const sender = textIn(notice.senderName, locale)
  const values = {
    name,
    sender,
    asked: textIn(notice.askedName, locale),
    profile: textIn(notice.profileTitle, locale),
    message: message && occasion === 'expressed' ? translate(locale, 'matching.mail.message', { sender, message }) : '',
    url: `${baseUrl}/app/programmes/${notice.programmeId}/my/partners`,
  }
  return {
    dedupeKey: `interest/${notice.interestId}/${occasion}/${notice.personId}`,
    toAddress: email,
    toName: name,
    locale,
    subject: translate(locale, `matching.mail.${occasion}.subject`, values),
    text: translate(locale, `matching.mail.${occasion}.text`, values),
  }
}
