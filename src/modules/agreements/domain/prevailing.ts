import type { Locale } from '../../../kernel/locale.ts'

/** A sentence that says which language version decides. */
export interface PrevailingStatement {
  readonly names: Locale
  readonly start: number
  readonly end: number
}

const VERB =
  /prevail|takes? precedence|우선(?:한다|하며|하고|합니다|하여|적 효력)|преимущественн\p{L}+ сил\p{L}|превалиру\p{L}+|имеет приоритет/giu
const LANGUAGES: readonly (readonly [Locale, RegExp])[] = [
  ['ko', /korean|국문|한국어|국어본|корейск\p{L}+/giu],
  ['en', /english|영문|영어|английск\p{L}+/giu],
  ['ru', /russian|노문|러시아어|русск\p{L}+/giu],
]

/**
 * Every statement of precedence in a text: the language named nearest to the words "prevail", "우선한다" or
 * "преимущественную силу" in their sentence. A list of the versions earlier in the sentence does not count.
 */
export function findPrevailingStatements(text: string): PrevailingStatement[] {
  return sentences(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end)
    return [...sentence.matchAll(VERB)].flatMap((verb) => {
      const nearest = languageNearest(sentence, verb.index, verb.index + verb[0].length)
      return nearest ? [{ names: nearest, start, end }] : []
    })
  })
}

function sentences(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^.!?\n]+[.!?\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function languageNearest(sentence: string, start: number, end: number): Locale | null {
  const named = LANGUAGES.flatMap(([locale, form]) =>
    [...sentence.matchAll(form)].map((match) => {
      const after = match.index + match[0].length
      return { locale, distance: after <= start ? start - after : match.index - end }
    }),
  )
  return named.toSorted((a, b) => a.distance - b.distance)[0]?.locale ?? null
}
