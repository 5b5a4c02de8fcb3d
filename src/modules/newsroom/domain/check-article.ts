import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import {
  type ArticleContent,
  type ArticleFacts,
  type ManualNumber,
  type ToldCommitment,
  type ToldFigure,
  photosIn,
  textsOf,
} from './article.ts'
import { type ArticlePerson, checkPeople } from './people.ts'
import { findToldPromises } from './told-promise.ts'
import { parseTokens } from './token.ts'
import { type TypedNumber, findTypedNumbers } from './typed-number.ts'

export const FINDING_CODES = [
  'text-missing',
  'unknown-token',
  'number-typed',
  'number-is-a-figure',
  'number-contradicts',
  'promise-told-as-done',
  'photo-unknown',
  'photo-without-words',
  'quote-of-nobody-known',
  'photo-people-unstated',
  'person-without-consent',
] as const

/** Something that keeps an article from being published. */
export interface Finding {
  readonly code: (typeof FINDING_CODES)[number]
  readonly locale: Locale
  /** `title`, `subtitle`, `body.3`, `body.3.0` */
  readonly place: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface ToCheck {
  readonly content: ArticleContent
  readonly manualNumbers: readonly ManualNumber[]
  /** Everything the programme counts and has promised, also what the article does not use. */
  readonly figures: readonly ToldFigure[]
  readonly commitments: readonly ToldCommitment[]
  readonly photos: readonly { readonly id: string; readonly isDescribed: boolean; readonly showsNobody: boolean }[]
  readonly people: readonly ArticlePerson[]
  /** Names in the records that have digits in them: those are no counts. */
  readonly names: readonly string[]
}

/** Everything that is wrong with the article, by language and place. Empty: it can be published. */
export function checkArticle(article: ToCheck): Finding[] {
  return LOCALES.flatMap((locale) => {
    const text = article.content[locale]
    if (!text || text.title.trim() === '' || text.body.length === 0) {
      return [{ code: 'text-missing', locale, place: 'title', values: {} } as const]
    }
    return [
      ...textsOf(text).flatMap(({ place, text: words }) => checkText(words, locale, place, article)),
      ...photosIn(text).flatMap((id): Finding[] => {
        const photo = article.photos.find((one) => one.id === id)
        if (photo?.isDescribed) return []
        const code = photo ? 'photo-without-words' : 'photo-unknown'
        return [{ code, locale, place: 'body', values: { photo: id } }]
      }),
      ...checkPeople(text, locale, article).map((one): Finding => ({ ...one, locale })),
    ]
  })
}

function checkText(text: string, locale: Locale, place: string, article: ToCheck): Finding[] {
  const finding = (code: Finding['code'], values: Finding['values']): Finding => ({ code, locale, place, values })
  const facts: ArticleFacts = {
    figures: new Map(article.figures.map((figure) => [figure.id, figure])),
    commitments: new Map(article.commitments.map((commitment) => [commitment.id, commitment])),
  }
  return [
    ...unknownTokens(text, facts).map((token) => finding('unknown-token', { token })),
    ...findTypedNumbers(withoutNames(text, article.names), locale).flatMap((number) =>
      judgeNumber(number, article, finding),
    ),
    ...findToldPromises(text, locale, article.commitments).map(({ commitmentId, sentence }) =>
      finding('promise-told-as-done', { commitmentId, sentence: sentence.slice(0, 200) }),
    ),
  ]
}

const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), text)

/** Tokens of nothing, and braces that somebody meant as a token. */
function unknownTokens(text: string, { figures, commitments }: ArticleFacts): string[] {
  return parseTokens(text).flatMap((segment) => {
    if (typeof segment === 'string') return [...segment.matchAll(/\{[^}]*\}?/g)].map(([token]) => token.slice(0, 60))
    const { kind, id, part } = segment
    if (kind === 'commitment') return commitments.has(id) ? [] : [`${kind}:${id}`]
    const figure = figures.get(id)
    const hasPart =
      kind === 'side'
        ? figure?.counted.bySide.some(({ sideId }) => sideId === part)
        : kind !== 'announced' || figure?.counted.announced.some((announced) => announced.id === part)
    return figure && hasPart ? [] : [`${kind}:${id}`]
  })
}

function judgeNumber(
  { text, value, unit }: TypedNumber,
  { manualNumbers, figures }: Pick<ToCheck, 'manualNumbers' | 'figures'>,
  finding: (code: Finding['code'], values: Finding['values']) => Finding,
): Finding[] {
  if (manualNumbers.some((manual) => manual.value === value)) return []
  const same = figures.find((figure) => figure.value === value && (unit === null || figure.unit === unit))
  if (same) return [finding('number-is-a-figure', { number: text, value, figureId: same.id, code: same.counted.code })]
  const other = unit === null ? undefined : figures.find((figure) => figure.unit === unit && figure.value !== null)
  if (other) {
    const values = { number: text, value, figureId: other.id, code: other.counted.code, recorded: other.value ?? 0 }
    return [finding('number-contradicts', values)]
  }
  return [finding('number-typed', { number: text, value })]
}
