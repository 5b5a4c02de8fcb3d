import { textIn } from '../../../kernel/locale.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import { type SignInLink, accountsMessages } from '../../accounts/index.ts'
import { messages } from '../messages.ts'
import type { Invitation } from '../store/invitation-store.ts'

const { translate } = createTranslators({ accounts: accountsMessages, programmes: messages })

export function invitationMail(
  { grantId, role, programmeName, operatorName }: Invitation,
  { url, person }: SignInLink,
): MailMessage {
  const { locale, name, email } = person
  const values = {
    name,
    url,
    programme: textIn(programmeName, locale),
    operator: textIn(operatorName, locale),
    role: translate(locale, `accounts.roles.${role}`),
  }
  return {
    dedupeKey: `role-granted/${grantId}`,
    toAddress: email,
    toName: name,
    locale,
    subject: translate(locale, 'programmes.mail.invitation.subject', values),
    text: translate(locale, 'programmes.mail.invitation.text', values),
  }
}
