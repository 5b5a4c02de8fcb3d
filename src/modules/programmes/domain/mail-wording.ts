import { type Result, ok, refuse } from '../../../kernel/result.ts'

/**
 * Mails whose words an operator may add to. Sign-in links, one-time codes and articles that strangers send on are not
 * among them: what they say must be ours.
 */
export const MAIL_KINDS = [
  'invitation',
  'interest',
  'request-asked',
  'request-arranged',
  'request-accepted',
  'request-declined',
  'schedule-released',
  'meeting-reminder',
  'desk-message',
  'case-due',
  'agreement-sign',
  'agreement-remind',
  'agreement-signed',
  'agreement-over',
  'commitment-due',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** An operator's words for one kind of mail in one language; null: ours, or nothing. */
export interface MailWording {
  /** In place of our subject, which it may hold as `{subject}`. One line. */
  readonly subject: string | null
  /** A paragraph after the greeting. */
  readonly intro: string | null
  /** A paragraph at the end. */
  readonly footer: string | null
}

export const OUR_WORDING: MailWording = { subject: null, intro: null, footer: null }

/** What may stand in braces: the programme, its operator, the reader, and our own subject. */
export const PLACEHOLDERS = ['programme', 'operator', 'name', 'subject'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

export type MailValues = Readonly<Record<Placeholder, string>>

const BRACES = /\{([^{}]*)\}/g

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/**
 * Whether the words can be sent: known placeholders, closed braces, and a subject that is one line. Refuses with
 * `programmes.placeholder-unknown`, `programmes.brace-open` or `programmes.subject-lines`.
 */
export function decideWording(wording: MailWording): Result<void> {
  if (CONTROLS.test(wording.subject ?? '')) return refuse('invalid', 'programmes.subject-lines')
  for (const text of [wording.subject, wording.intro, wording.footer]) {
    if (text === null) continue
    const unknown = [...text.matchAll(BRACES)].find(([, name]) => !isPlaceholder(name!))
    if (unknown) return refuse('invalid', 'programmes.placeholder-unknown', { placeholder: unknown[0] })
    if (/[{}]/.test(text.replaceAll(BRACES, ''))) return refuse('invalid', 'programmes.brace-open')
  }
  return ok(undefined)
}

const isPlaceholder = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name)

/** Once from left to right: what a value brings in braces stays as it is. */
const fill = (text: string, values: MailValues): string =>
  text.replaceAll(BRACES, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole))

/** The mail in the operator's words: the intro after our greeting, the footer after all. */
export function wordMail(
  mail: { readonly subject: string; readonly text: string },
  { subject, intro, footer }: MailWording,
  values: Omit<MailValues, 'subject'>,
): { subject: string; text: string } {
  const all = { ...values, subject: mail.subject }
  const [greeting = '', ...body] = mail.text.trimEnd().split('\n\n')
  const parts = [
    greeting,
    ...(intro === null ? [] : [fill(intro, all)]),
    ...body,
    ...(footer === null ? [] : [fill(footer, all)]),
  ]
  return { subject: subject === null ? mail.subject : fill(subject, all), text: `${parts.join('\n\n')}\n` }
}
