import type { ArticleWords } from '../shapes.ts'

/** A place that two people changed to different ends; mine stays until somebody decides. */
export interface WordsConflict {
  /** `content.ko.body`, `byline.en`, `slug` */
  readonly path: string
  readonly theirs: unknown
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * Joins what I wrote with what somebody else saved meanwhile, both starting from `base`. Title, subtitle and body of
 * each language join on their own, so that two people write two languages at once.
 */
export function joinWords(
  base: ArticleWords,
  mine: ArticleWords,
  theirs: ArticleWords,
): { readonly joined: ArticleWords; readonly conflicts: readonly WordsConflict[] } {
  const conflicts: WordsConflict[] = []
  const join = (was: unknown, my: unknown, their: unknown, path: string): unknown => {
    if (isFields(my) && isFields(their)) {
      const known: Fields = isFields(was) ? was : {}
      const keys = new Set([...Object.keys(my), ...Object.keys(their)])
      return Object.fromEntries(
        [...keys]
          .map((key) => [key, join(known[key], my[key], their[key], path === '' ? key : `${path}.${key}`)] as const)
          .filter(([, value]) => value !== undefined),
      )
    }
    if (isSame(my, was)) return their
    if (!isSame(their, was) && !isSame(their, my)) conflicts.push({ path, theirs: their })
    return my
  }
  return { joined: join(base, mine, theirs, '') as ArticleWords, conflicts }
}

/** The words with another value at a path; `undefined` takes it out. */
export function withWordsAt(words: ArticleWords, path: string, value: unknown): ArticleWords {
  const put = (fields: Fields, [key = '', ...rest]: readonly string[]): Fields => {
    const { [key]: inner, ...others } = fields
    const next = rest.length === 0 ? value : put(isFields(inner) ? inner : {}, rest)
    return next === undefined ? others : { ...fields, [key]: next }
  }
  return put(words as unknown as Fields, path.split('.')) as unknown as ArticleWords
}
