import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'

export interface PublicationCheck {
  readonly code: 'title-and-summary' | 'technology-keyword' | 'both-sides'
  readonly done: boolean
  /** Without it the profile cannot be published; the others are only advice. */
  readonly needed: boolean
}

/** What a draft still needs before others can read it. `languages`: those spoken on the two sides. */
export function publicationChecks(
  draft: {
    readonly title: LocalizedText
    readonly summary: LocalizedText
    readonly technologyKeywords: readonly string[]
  },
  languages: readonly string[],
): PublicationCheck[] {
  const readable = LOCALES.filter((locale) => draft.title[locale] && draft.summary[locale])
  const wanted = LOCALES.filter((locale) => languages.includes(locale))
  return [
    { code: 'title-and-summary', needed: true, done: readable.length > 0 },
    { code: 'technology-keyword', needed: true, done: draft.technologyKeywords.length > 0 },
    { code: 'both-sides', needed: false, done: wanted.every((locale) => readable.includes(locale)) },
  ]
}
