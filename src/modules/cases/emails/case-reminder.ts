import { textIn } from '../../../kernel/locale.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import { messages } from '../messages.ts'
import type { CaseReminder } from '../store/case-store.ts'

const { translate } = createTranslators({ cases: messages })

/** In the owner's language. One mail for each case, day and owner. */
export function caseReminder(
  row: CaseReminder,
  { host, guest }: { readonly host: string; readonly guest: string },
  baseUrl: string,
): MailMessage {
  const { locale, caseId, programmeId, nextAction, nextActionOn } = row
  const values = {
    name: row.name,
    host,
    guest,
    action: nextAction,
    day: dayIn(nextActionOn, locale),
    zone: row.timeZone,
    programme: textIn(row.programmeName, locale),
    url: `${baseUrl}/app/programmes/${programmeId}/cases/${caseId}`,
  }
  return {
    dedupeKey: `case-reminder/${caseId}/${nextActionOn}/${row.email.toLowerCase()}`,
    toAddress: row.email,
    toName: row.name,
    locale,
    subject: translate(locale, 'cases.mail.due.subject', values),
    text: translate(locale, 'cases.mail.due.text', values),
  }
}

const TAGS = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-GB' } as const

const dayIn = (day: string, locale: keyof typeof TAGS): string =>
  new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
