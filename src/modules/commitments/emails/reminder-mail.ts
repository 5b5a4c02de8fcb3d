import { textIn } from '../../../kernel/locale.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import { messages } from '../messages.ts'
import type { ReminderRow } from '../store/commitment-store.ts'

const { translate } = createTranslators({ commitments: messages })

/** In the reader's language. One mail for each commitment, due date, reminder and reader. */
export function reminderMail(
  row: ReminderRow,
  { reminder, daysLeft }: { readonly reminder: number; readonly daysLeft: number },
  baseUrl: string,
): MailMessage {
  const { locale, name, email, commitmentId, dueOn, programmeId } = row
  const values = {
    name,
    what: textIn(row.what, locale),
    owner: textIn(row.ownerName, locale) || row.ownerLegalName,
    agreement: textIn(row.agreementTitle, locale),
    number: row.agreementNumber,
    due: dayIn(dueOn, locale),
    days: daysLeft,
    zone: row.timeZone,
    url: `${baseUrl}/app/programmes/${programmeId}/commitments`,
  }
  return {
    dedupeKey: `commitment-reminder/${commitmentId}/${dueOn}/${reminder}/${email.toLowerCase()}`,
    toAddress: email,
    toName: name,
    locale,
    subject: translate(locale, 'commitments.mail.reminder.subject', values),
    text: translate(locale, 'commitments.mail.reminder.text', values),
  }
}

const TAGS = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-GB' } as const

const dayIn = (day: string, locale: keyof typeof TAGS): string =>
  new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
