import { areOneFinal, areOneInitial, areOneVowel, isSurnameSpelling } from './hangul.ts'

/**
 * Korean names that both sides write in Latin letters. Spellings vary in vowels and voicing, but another syllable is
 * another name: Hyung and Myung differ in one letter as Jung and Jeong do, and only the latter are one name.
 */
interface Syllable {
  readonly initial: string
  readonly vowel: string
  readonly final: string
}

const INITIAL = /^(kk|tt|pp|ss|jj|tch|ch|kh|th|ph|sh|rh|dj|[bcdghjklmnprst])?/
const VOWEL =
  /^(yeo|yae|wae|weo|yoo|you|eui|woo|eu|eo|ae|ai|ay|ah|ee|ei|oe|oi|oy|oo|ou|oh|uh|ui|ya|ye|yi|yo|yu|wa|we|wi|wo|a|e|i|o|u)/
const FINALS = ['', 'ng', 'ck', 'k', 'g', 'n', 'l', 'r', 'm', 'p', 'b', 't']

/** All ways to cut a word into at most so many syllables; none for what is no Korean spelling. */
function cutSyllables(word: string, most: number): Syllable[][] {
  if (word === '') return [[]]
  if (most === 0) return []
  const initial = INITIAL.exec(word)?.[0] ?? ''
  const rest = word.slice(initial.length)
  const vowel = VOWEL.exec(rest)?.[0]
  if (vowel === undefined) return []
  const after = rest.slice(vowel.length)
  return FINALS.filter((final) => after.startsWith(final)).flatMap((final) =>
    cutSyllables(after.slice(final.length), most - 1).map((tail) => [{ initial, vowel, final }, ...tail]),
  )
}

/** Parts in which two syllables cannot be the same: 0 to 3. */
const differences = (a: Syllable, b: Syllable): number =>
  Number(!areOneInitial(a.initial, b.initial, a.vowel, b.vowel)) +
  Number(!areOneVowel(a.vowel, b.vowel)) +
  Number(!areOneFinal(a.final, b.final))

interface KoreanWords {
  readonly surname: string
  readonly given: string
}

const isSyllables = (word: string): boolean => word.length <= 14 && cutSyllables(word, 2).length > 0

/** The ways to read Latin words as a Korean name, surname first or last; none where a word is no Korean spelling. */
function readingsOf(words: readonly string[]): KoreanWords[] {
  if (words.length < 2 || words.length > 3 || !words.every(isSyllables)) return []
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const readings: KoreanWords[] = []
  if (isSurnameSpelling(first)) readings.push({ surname: first, given: words.slice(1).join('') })
  if (isSurnameSpelling(last)) readings.push({ surname: last, given: words.slice(0, -1).join('') })
  return readings.filter(({ given }) => cutSyllables(given, 2).length > 0)
}

function givenDifferences(a: string, b: string): number {
  if (a === b) return 0
  let least = 9
  for (const left of cutSyllables(a, 2)) {
    for (const right of cutSyllables(b, 2)) {
      if (left.length !== right.length) continue
      const sum = left.reduce((total, syllable, at) => total + differences(syllable, right[at] as Syllable), 0)
      if (sum < least) least = sum
    }
  }
  return least
}

/**
 * How many parts of syllables differ beyond spelling, at best; null where one side does not read as a Korean name.
 * 0 is the same name, 1 a slip or another name, more another name.
 */
export function koreanDifferences(a: readonly string[], b: readonly string[]): number | null {
  const left = readingsOf(a)
  const right = readingsOf(b)
  if (left.length === 0 || right.length === 0) return null
  let least = 9
  for (const x of left) {
    for (const y of right) {
      const surname = x.surname === y.surname ? 0 : givenDifferences(x.surname, y.surname)
      const spelt = surname > 0 && isSurnameSpelling(x.surname, y.surname) ? 0 : surname
      least = Math.min(least, spelt + givenDifferences(x.given, y.given))
    }
  }
  return least
}
