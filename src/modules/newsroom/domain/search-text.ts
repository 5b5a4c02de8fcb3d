/** Free-text search without a language: a text is found by any part of its words. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Pairs of neighbouring letters of a folded text, each once; a word of one letter stands for itself. */
export function gramsOf(folded: string): string[] {
  const grams = new Set<string>()
  for (const word of folded.split(/\s/)) {
    const letters = [...word]
    if (letters.length === 1) grams.add(word)
    for (const [index, letter] of letters.entries()) {
      const next = letters[index + 1]
      if (next !== undefined) grams.add(letter + next)
    }
  }
  return [...grams].toSorted()
}

const MOST_WORDS = 6

/** The words of a query; none when there is nothing to search for. */
export const searchWords = (query: string): { text: string; grams: string[] }[] =>
  foldText(query)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((text) => ({ text, grams: gramsOf(text) }))
