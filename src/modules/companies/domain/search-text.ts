import { phoneticSkeleton } from '../../../kernel/phonetic-skeleton.ts'

/**
 * Free-text search without a language: a text is found by any part of its words. Writer and searcher fold texts
 * the same way; the index holds the pairs of neighbouring letters (and single letters, for a search of one), the
 * text itself is then looked through for what the pairs only made likely. Beside that the database knows the stems
 * of Russian and English words, and a company is found by how its name sounds or nearly as it is spelt.
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

/** Shorter skeletons are shared by names that have nothing in common. */
const SHORTEST_SOUND = 4

/** The consonants of a folded name, the same in three scripts; null when there are too few. */
export function nameSound(folded: string): string | null {
  const sound = phoneticSkeleton(folded)
  return sound.length < SHORTEST_SOUND ? null : sound
}

/** One word of a search and the ways in which it may be found. */
export interface SearchWord {
  readonly text: string
  /** All of them are grams of every text that has the word in it. */
  readonly grams: readonly string[]
  /** Latin or Cyrillic letters: another grammatical form of the same word finds it too. */
  readonly inflected: boolean
  /** How a name sounds that is written in another script, or null when it is too short to tell. */
  readonly sound: string | null
  /** Latin letters enough that a slip of the keyboard can be told from another word. */
  readonly misspellable: boolean
}

export interface SearchTerms {
  /** Each must be found, in any order, in the company or one of its profiles. */
  readonly words: readonly SearchWord[]
  /** How the whole query sounds, written together: names are cut into words differently in each script. */
  readonly sound: string | null
}

/** Words that only bind others; a text is not passed over because it lacks them. */
const BINDING_WORDS = new Set(
  'and,for,from,in,of,on,or,the,to,with,без,в,во,для,до,за,и,из,или,к,ко,на,о,об,от,по,при,с,со,у'.split(','),
)

/** More words than this say no more about what is sought. */
const MOST_WORDS = 8

const wordOf = (text: string): SearchWord => {
  const pairs = textGrams(text).filter((gram) => [...gram].length === 2)
  return {
    text,
    grams: pairs.length > 0 ? pairs : [text],
    inflected: /^(?:[a-z]+|[а-я]+)$/u.test(text) && text.length > 2,
    sound: nameSound(text),
    misspellable: /^[a-z]{4,}$/.test(text),
  }
}

/** Null when there is nothing to search for. */
export function searchTerms(query: string): SearchTerms | null {
  const typed = [...new Set(fold(query).split(' ').filter(Boolean))]
  const telling = typed.filter((word) => !BINDING_WORDS.has(word))
  const words = (telling.length > 0 ? telling : typed).slice(0, MOST_WORDS)
  if (words.length === 0) return null
  return { words: words.map(wordOf), sound: words.length > 1 ? nameSound(words.join('')) : null }
}
