/**
 * Consonant skeletons: what is left of a name or loan word when vowels, voicing and the spelling habits of
 * three alphabets are taken away. 엑소아틀레트, ExoAtlet and ЭкзоАтлет all become "kstlt".
 *
 * The classes follow how Korean borrows: f and p are both ㅍ, v and b both ㅂ, z, j, ch and ts fall on ㅈ and ㅊ,
 * which here share one class with s; h is weak in all three and dropped; r and l are ㄹ.
 */
const INITIALS = ['k', 'k', 'n', 't', 't', 'l', 'm', 'p', 'p', 's', 's', '', 's', 's', 's', 'k', 't', 'p', '']
const FINALS = [
  '',
  'k',
  'k',
  'ks',
  'n',
  'ns',
  'n',
  't',
  'l',
  'lk',
  'lm',
  'lp',
  'ls',
  'lt',
  'lp',
  'l',
  'm',
  'p',
  'ps',
  't',
  't',
  'n',
  's',
  's',
  'k',
  't',
  'p',
  '',
]

const CYRILLIC: Readonly<Record<string, string>> = {
  б: 'p',
  п: 'p',
  в: 'p',
  ф: 'p',
  д: 't',
  т: 't',
  г: 'k',
  к: 'k',
  з: 's',
  с: 's',
  ж: 's',
  ш: 's',
  щ: 's',
  ч: 's',
  ц: 's',
  л: 'l',
  р: 'l',
  м: 'm',
  н: 'n',
}

const LATIN_GROUPS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|sch|sh|ch(?!r)|ts|tz|dj|dg(?=[ei])/g, 's'],
  [/ph/g, 'p'],
  [/th/g, 't'],
  [/ck|kh|qu|ch(?=r)/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/ng(?![aeiouy])/g, 'n'],
]

const LATIN: Readonly<Record<string, string>> = {
  b: 'p',
  p: 'p',
  v: 'p',
  f: 'p',
  d: 't',
  t: 't',
  g: 'k',
  k: 'k',
  q: 'k',
  c: 'k',
  s: 's',
  z: 's',
  j: 's',
  l: 'l',
  r: 'l',
  m: 'm',
  n: 'n',
}

function hangulConsonants(code: number): string {
  const syllable = code - 0xac00
  return (INITIALS[Math.floor(syllable / 588)] ?? '') + (FINALS[syllable % 28] ?? '')
}

/** The skeleton of folded text; letters of other scripts, digits and signs are left out. Empty when nothing is left. */
export function phoneticSkeleton(folded: string): string {
  let latin = folded
    .normalize('NFKD')
    .replaceAll(/(?<=[a-z])[\u0300-\u036f]/g, '')
    .normalize('NFC')
  for (const [pattern, replacement] of LATIN_GROUPS) latin = latin.replaceAll(pattern, replacement)
  latin = latin.replaceAll(/дж|дз|тс|тч/g, 'ж').replaceAll(/нг(?![аеиоуыэюя])/g, 'н')
  let skeleton = ''
  for (const letter of latin) {
    const code = letter.charCodeAt(0)
    skeleton += code >= 0xac00 && code <= 0xd7a3 ? hangulConsonants(code) : (CYRILLIC[letter] ?? LATIN[letter] ?? '')
  }
  return skeleton.replaceAll(/(.)\1+/g, '$1')
}
