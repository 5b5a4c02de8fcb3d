/**
 * Free-text search without a language: a text is found by any part of its words. Writer and searcher fold texts
 * the same way; the index holds the pairs of neighbouring letters (and single letters, for a search of one), the
 * text itself is then looked through for what the pairs only made likely.
 */

/** Korean is written with and without spaces between the same words. */
const GAP_IN_HANGUL = /(?<=[가-힣]) (?=[가-힣])/gu

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What is looked through: one line a text. */
export const searchText = (texts: readonly (string | null | undefined)[]): string =>
  texts
    .map((text) => fold(text ?? '').replace(GAP_IN_HANGUL, ''))
    .filter(Boolean)
    .join('\n')

/** Single letters and pairs of neighbours of a folded text, each once, in order. */
export function textGrams(folded: string): string[] {
  const grams = new Set<string>()
  for (const word of folded.split(/\s/)) {
    const letters = [...word]
    letters.forEach((letter, index) => {
      grams.add(letter)
      const next = letters[index + 1]
      if (next !== undefined) grams.add(letter + next)
    })
  }
  return [...grams].toSorted()
}

export interface SearchTerms {
  /** Each must occur in the text, in any order. */
  readonly words: readonly string[]
  /** All of them are grams of every text that has the words. */
  readonly grams: readonly string[]
}

/** Null when there is nothing to search for. */
export function searchTerms(query: string): SearchTerms | null {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return null
  const grams = words.flatMap((word) => {
    const pairs = textGrams(word).filter((gram) => [...gram].length === 2)
    return pairs.length > 0 ? pairs : [word]
  })
  return { words, grams: [...new Set(grams)] }
}
