import type { Locale } from '../kernel/locale.ts'
import { accountsMessages } from '../modules/accounts/index.ts'
import { messages as agreements } from '../modules/agreements/messages.ts'
import { messages as cases } from '../modules/cases/messages.ts'
import { messages as commitments } from '../modules/commitments/messages.ts'
import { messages as matching } from '../modules/matching/messages.ts'
import { messages as meetings } from '../modules/meetings/messages.ts'
import { type MailKind, SAMPLE_NAMES, type SampleMail } from '../modules/programmes/index.ts'
import { messages as programmes } from '../modules/programmes/messages.ts'
import { messages as rooms } from '../modules/rooms/messages.ts'
import { messages as scheduling } from '../modules/scheduling/messages.ts'
import { type MessageValues, createTranslators } from '../platform/i18n.ts'

const { translate } = createTranslators({
  accounts: accountsMessages,
  agreements,
  cases,
  commitments,
  matching,
  meetings,
  programmes,
  rooms,
  scheduling,
})

/** Where the words of a kind of mail are: a subject, and the text as it is put together. */
interface Words {
  readonly subject: string
  readonly text: readonly string[]
}

const one = (key: string): Words => ({ subject: `${key}.subject`, text: [`${key}.text`] })

const WORDS: Readonly<Record<MailKind, Words>> = {
  invitation: one('programmes.mail.invitation'),
  interest: one('matching.mail.expressed'),
  'request-asked': one('meetings.mail.asked'),
  'request-arranged': one('meetings.mail.arranged'),
  'request-accepted': one('meetings.mail.accepted'),
  'request-declined': one('meetings.mail.declined'),
  'schedule-released': {
    subject: 'scheduling.mail.subject',
    text: ['greeting', 'intro', 'added', 'outro'].map((part) => `scheduling.mail.${part}`),
  },
  'meeting-reminder': one('rooms.reminder'),
  'desk-message': {
    subject: 'rooms.deskMail.subject',
    text: ['greeting', 'intro', 'outro'].map((part) => `rooms.deskMail.${part}`),
  },
  'case-due': one('cases.mail.due'),
  'agreement-sign': one('agreements.mail.sign'),
  'agreement-remind': one('agreements.mail.remind'),
  'agreement-signed': one('agreements.mail.signed'),
  'agreement-over': one('agreements.mail.over'),
  'commitment-due': one('commitments.mail.reminder'),
}

/** Facts that nobody could take for real ones, in each language. */
const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  ko: {
    host: '가나다정밀',
    guest: '에이비시테크',
    event: '1:1 상담회',
    profile: '레이저 절단기',
    title: '공동개발 협약',
    action: '견적서 발송',
    what: '시제품 제작',
  },
  ru: {
    host: 'ООО «Пример»',
    guest: 'АО «Образец»',
    event: 'Встречи один на один',
    profile: 'Лазерный станок',
    title: 'Соглашение о совместной разработке',
    action: 'Отправить расчёт',
    what: 'Изготовить опытный образец',
  },
  en: {
    host: 'Example Precision',
    guest: 'Sample Technologies',
    event: 'One-to-one consultation',
    profile: 'Laser cutter',
    title: 'Joint development agreement',
    action: 'Send the quotation',
    what: 'Build a prototype',
  },
}

function valuesIn(locale: Locale): MessageValues {
  const { host = '', guest = '', event = '', profile = '', title = '', action = '', what = '' } = NAMES[locale]
  return {
    name: SAMPLE_NAMES[locale],
    host,
    guest,
    event,
    profile,
    title,
    action,
    what,
    asked: guest,
    sender: host,
    owner: host,
    party: host,
    partner: guest,
    agreement: title,
    programme: event,
    operator: host,
    role: translate(locale, 'accounts.roles.company-representative'),
    number: 'A-001',
    version: 1,
    count: 1,
    hours: 24,
    days: 7,
    place: '',
    note: '',
    message: '',
    outcome: 'recalled',
    time: '15:00 / 09:00',
    times: '15:00 / 09:00',
    day: '2026-03-10',
    due: '2026-03-10',
    expires: '',
    zone: 'Asia/Seoul',
    url: 'https://naru.example/…',
  }
}

/** Our mail of a kind with made-up facts, for whoever words it anew. */
export const sampleMail: SampleMail = (kind, locale) => {
  const values = valuesIn(locale)
  const { subject, text } = WORDS[kind]
  return {
    subject: translate(locale, subject, values).trim(),
    text: text.map((key) => translate(locale, key, values).trim()).join('\n\n'),
  }
}
