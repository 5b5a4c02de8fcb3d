import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { MAIL_KINDS, type MailKind, type MailWording, OUR_WORDING, PLACEHOLDERS } from '../domain/mail-wording.ts'
import type { SampleMail } from '../operations/word-mails.ts'
import type { WordingRow } from '../store/wording-store.ts'

export { PLACEHOLDERS }

export interface MailKindRow extends MailWording {
  readonly kind: MailKind
  readonly locale: Locale
  readonly ours: { readonly subject: string; readonly text: string }
}

/** Every kind of mail in every language: ours, and the programme's own words where there are any. */
export const listMailKinds = (own: readonly WordingRow[], sample: SampleMail): MailKindRow[] =>
  MAIL_KINDS.flatMap((kind) =>
    LOCALES.map((locale) => {
      const found = own.find((row) => row.kind === kind && row.locale === locale)
      const { subject, intro, footer } = found ?? OUR_WORDING
      return { kind, locale, ours: sample(kind, locale), subject, intro, footer }
    }),
  )
