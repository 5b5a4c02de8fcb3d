import type { MailMessage } from '../../../platform/mail.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import { messages } from '../messages.ts'
import type { SignInLink } from '../operations/create-sign-in-link.ts'

const { translate } = createTranslators({ accounts: messages })

/** In the language of the person, who may not be reading the page the link was asked from. */
export const signInMail = ({ url, linkId, person }: SignInLink, validMinutes: number): MailMessage => ({
  dedupeKey: `sign-in-link/${linkId}`,
  toAddress: person.email,
  toName: person.name,
  locale: person.locale,
  subject: translate(person.locale, 'accounts.mail.signIn.subject'),
  text: translate(person.locale, 'accounts.mail.signIn.text', { name: person.name, url, minutes: validMinutes }),
})
