import type { Id } from '../../../kernel/id.ts'
import { type Locale, type LocalizedText, textIn } from '../../../kernel/locale.ts'
import type { ArticleText } from './article.ts'
import { foldText } from './search-text.ts'

/** Somebody whom an article names or shows. */
export interface ArticlePerson {
  readonly name: LocalizedText
  /** Their consent to publicity is on file now. */
  readonly consents: boolean
  /** Why they may be named or shown without it. */
  readonly reason: string | null
  /** On which they can be recognised. */
  readonly photoIds: readonly Id[]
}

export interface PersonFinding {
  readonly code: 'quote-of-nobody-known' | 'photo-people-unstated' | 'person-without-consent'
  readonly place: string
  readonly values: Readonly<Record<string, string>>
}

/**
 * What is missing for people to be quoted and shown in one language: a quotation whose source is not on the list, a
 * photograph of which nobody said who is on it, and whoever is on the list without consent and without a reason.
 */
export function checkPeople(
  text: ArticleText,
  locale: Locale,
  {
    people,
    photos,
  }: {
    readonly people: readonly ArticlePerson[]
    readonly photos: readonly { readonly id: string; readonly showsNobody: boolean }[]
  },
): PersonFinding[] {
  const quotes = text.body.flatMap((block, index): PersonFinding[] => {
    if (block.type !== 'quote' || block.by.trim() === '' || people.some((person) => isNamed(person, block.by)))
      return []
    return [{ code: 'quote-of-nobody-known', place: `body.${index}`, values: { by: block.by } }]
  })
  const unstated = photos.filter(
    ({ id, showsNobody }) => !showsNobody && !people.some(({ photoIds }) => photoIds.includes(id)),
  )
  const uncovered = people.filter(({ consents, reason }) => !consents && (reason ?? '').trim() === '')
  return [
    ...quotes,
    ...unstated.map(({ id }) => ({ code: 'photo-people-unstated', place: 'body', values: { photo: id } }) as const),
    ...uncovered.map(
      ({ name }) =>
        ({ code: 'person-without-consent', place: 'body', values: { name: textIn(name, locale) } }) as const,
    ),
  ]
}

/** The source of a quotation says more than a name: "Kim Naru, director". */
const isNamed = ({ name }: ArticlePerson, by: string): boolean => {
  const source = ` ${foldText(by)} `
  return Object.values(name).some((one) => foldText(one) !== '' && source.includes(foldText(one)))
}
