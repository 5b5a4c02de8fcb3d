import type { Locale } from '../../../kernel/locale.ts'
import { LOCALES, textIn } from '../../../kernel/locale.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import type { ArticleText } from '../domain/article.ts'
import { printText } from '../domain/print-token.ts'
import { messages } from '../messages.ts'
import { writeNumber } from '../operations/tell-figures.ts'
import type { PublicArticle } from '../store/reader-store.ts'

const { translate } = createTranslators({ newsroom: messages })

interface MailFacts {
  readonly toAddress: string
  /** Empty: somebody. */
  readonly sender: string
  readonly locale: Locale
  readonly baseUrl: string
  readonly dedupeKey: string
}

/** Title, subtitle and address of an article, in the language in which it was read. */
export function articleMail(article: PublicArticle, facts: MailFacts): MailMessage {
  const { locale, sender, baseUrl } = facts
  const language = [locale, 'en' as const, ...LOCALES].find((one) => article.content[one]) ?? locale
  const text: ArticleText | undefined = article.content[language]
  const told = {
    figures: new Map(article.figures.map((figure) => [figure.id, figure])),
    commitments: new Map(article.commitments.map((commitment) => [commitment.id, commitment])),
  }
  const print = (words: string) => printText(words, told, language, writeNumber)
  const values = {
    title: print(text?.title ?? ''),
    subtitle: print(text?.subtitle ?? ''),
    sender: sender || translate(locale, 'newsroom.mail.somebody'),
    operator: textIn(article.programme.operatorName, locale),
    url: `${baseUrl}/news/${article.slug}?lang=${locale}`,
  }
  return {
    dedupeKey: facts.dedupeKey,
    toAddress: facts.toAddress,
    locale,
    subject: values.title,
    text: translate(locale, 'newsroom.mail.text', values),
  }
}
