/**
 * The first step of every comparison: what the eye cannot tell apart becomes one string. NFKC, lower case, without
 * invisible characters; letters of another alphabet that hide inside a word are taken for what they imitate.
 */

/** Cyrillic and Greek letters that look like a Latin one, lower case after folding of the capital's look too. */
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ...'аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw һh ӏl ɡg'.split(' '),
  ...'αa βb εe ζz ηh ιi κk μm νv οo ρp τt υy χx'.split(' '),
  ...'օo ոn սu հh'.split(' '),
].map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)])

const TO_LATIN: ReadonlyMap<string, string> = new Map(LOOKALIKES)
const TO_CYRILLIC: ReadonlyMap<string, string> = new Map(
  LOOKALIKES.filter(([from]) => /\p{Script=Cyrillic}/u.test(from)).map(([from, to]): [string, string] => [to, from]),
)

const LATIN = /\p{Script=Latin}/u
const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u
const MIXED = /\p{Script=Latin}/u

const INVISIBLE = /(?:[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]|\p{Variation_Selector}|\u034f|\u17b4|\u17b5)/gu
const SPACE_CONTROL = /[\t\n\r\u0085\u2028\u2029]+/g
const APOSTROPHE = /[’‘‛`´ʼʻʹʽ′＇ʾʿˈ]/g
const DASH = /[\u2010-\u2015\u2212\u30fb\u00b7·・﹣－]/g

/** A word that mixes alphabets, settled to one of them; every other word as it came. */
export function unmaskWord(word: string): string {
  if (!MIXED.test(word) || !CYRILLIC_OR_GREEK.test(word)) return word
  const letters = [...word]
  const foreign = letters.filter((letter) => CYRILLIC_OR_GREEK.test(letter))
  if (foreign.every((letter) => TO_LATIN.has(letter))) {
    return letters.map((letter) => TO_LATIN.get(letter) ?? letter).join('')
  }
  const latin = letters.filter((letter) => LATIN.test(letter))
  if (latin.every((letter) => TO_CYRILLIC.has(letter))) {
    return letters.map((letter) => TO_CYRILLIC.get(letter) ?? letter).join('')
  }
  return word
}

/** The Latin word that a wholly Cyrillic word of look-alikes imitates, or null: СОТЕХ may be read as COTEX. */
export function readAsImitation(word: string): string | null {
  const letters = [...word]
  return letters.length >= 3 && letters.every((letter) => TO_LATIN.has(letter))
    ? letters.map((letter) => TO_LATIN.get(letter) ?? letter).join('')
    : null
}

/** NFKC, lower case, one kind of apostrophe and dash, nothing invisible. Names longer than 1,000 characters are cut. */
export function foldName(raw: string): string {
  return raw
    .slice(0, 1000)
    .replaceAll(SPACE_CONTROL, ' ')
    .replaceAll(INVISIBLE, '')
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('i\u0307', 'i')
    .replaceAll(APOSTROPHE, "'")
    .replaceAll(DASH, '-')
}
