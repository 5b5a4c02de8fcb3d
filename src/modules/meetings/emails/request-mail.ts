import type { Instant } from '../../../kernel/instant.ts'
import { epochMs } from '../../../kernel/instant.ts'
import { type Locale, textIn } from '../../../kernel/locale.ts'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import { messages } from '../messages.ts'
import type { Notice } from '../store/notice-store.ts'

/** asked, arranged: to the guest. accepted, declined: to the host. */
export type Occasion = 'asked' | 'arranged' | 'accepted' | 'declined'

const { translate } = createTranslators({ meetings: messages })

/** In the reader's language, with times on a clock of the reader's side. One mail for each request, occasion and reader. */
export function requestMail(notice: Notice, occasion: Occasion, baseUrl: string): MailMessage {
  const { locale, name, email } = notice
  const host = textIn(notice.hostName, locale)
  const guest = textIn(notice.guestName, locale)
  const note = occasion === 'declined' ? notice.declineReason : notice.note
  const company = occasion === 'declined' ? guest : host
  const values = {
    name,
    host,
    guest,
    event: textIn(notice.eventName, locale),
    expires: momentIn(notice.expiresAt, notice.timeZone, locale),
    note: note ? translate(locale, 'meetings.mail.note', { company, note }) : '',
    url: `${baseUrl}/app/programmes/${notice.programmeId}/requests`,
  }
  return {
    dedupeKey: `meeting-request/${notice.requestId}/${occasion}/${notice.personId}`,
    toAddress: email,
    toName: name,
    locale,
    subject: translate(locale, `meetings.mail.${occasion}.subject`, values),
    text: translate(locale, `meetings.mail.${occasion}.text`, values),
  }
}

/** English is written the international way, day before month and 24 hours. */
const TAGS: Readonly<Record<Locale, string>> = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-GB' }

/** "Monday, 26 October 2020 at 15:00 Korean Standard Time" */
const momentIn = (instant: Instant, timeZone: TimeZone, locale: Locale): string =>
  new Intl.DateTimeFormat(TAGS[locale], {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'long',
    timeZone,
  }).format(epochMs(instant))
