import { phoneticSkeleton } from '../../../kernel/phonetic-skeleton.ts'
import type { NameWord, ReadName } from './read-name.ts'
import { remember } from './remember.ts'

const readSkeleton = remember(phoneticSkeleton)

/**
 * Under which keys a name is found. A key is a consonant skeleton, which three alphabets share, with one consonant
 * left out in turn: two words that differ in one consonant and any vowels share a key. Short words and words of
 * other scripts are keyed as they are. Only what shares a key is ever compared.
 */
const skeletonOf = ({ plain, script, sound }: Pick<NameWord, 'plain' | 'script' | 'sound'>): string =>
  script === 'latin' || script === 'cyrillic' || script === 'hangul'
    ? readSkeleton(plain)
    : readSkeleton((sound ?? '').toLowerCase())

const single = (text: string): string => text.replaceAll(/(.)\1+/g, '$1')

function addSkeletonKeys(keys: Set<string>, skeleton: string): void {
  if (skeleton.length < 2) return
  keys.add(skeleton)
  if (skeleton.length < 3) return
  for (let at = 0; at < skeleton.length && at < 12; at += 1) {
    const without = single(skeleton.slice(0, at) + skeleton.slice(at + 1))
    if (without.length >= 2) keys.add(without)
  }
}

function addLetterKeys(keys: Set<string>, plain: string): void {
  keys.add(`=${plain}`)
  for (let at = 0; at < plain.length && at < 16 && plain.length > 3; at += 1)
    keys.add(`=${plain.slice(0, at)}${plain.slice(at + 1)}`)
}

function addWordKeys(keys: Set<string>, word: NameWord): void {
  if (word.role === 'particle' || word.role === 'title' || word.role === 'initial') return
  if (word.concept !== null) {
    keys.add(`@${word.concept}`)
    return
  }
  const isOther = word.sound === null && word.script !== 'hangul'
  if (isOther) addLetterKeys(keys, word.plain)
  else {
    if (word.sound) keys.add(`=${word.sound}`)
    const skeleton = skeletonOf(word)
    // X is ks in some spellings and the Russian х, which has no consonant here, in others; ch of German is either.
    if (word.script === 'latin' && /x|ch/.test(word.plain))
      addSkeletonKeys(keys, phoneticSkeleton(word.plain.replaceAll(/x|ch/g, 'h')))
    if (skeleton.length < 2) addVowelKeys(keys, word, skeleton)
    addSkeletonKeys(keys, skeleton)
  }
}

/** Ali, Yi, Obi: one consonant or none says too little; the first letters are taken with it. */
function addVowelKeys(keys: Set<string>, word: NameWord, skeleton: string): void {
  keys.add(`~${skeleton}${word.script === 'latin' ? Math.min(4, word.plain.length) : ''}`)
}

/** All keys of a name: of each word, of neighbours written together, of initials, and of all words in one. */
export function keysOf(name: ReadName, isPerson: boolean): ReadonlySet<string> {
  const keys = new Set<string>()
  const serious = name.words.filter(({ role }) => role !== 'particle' && role !== 'title')
  for (const word of serious) addWordKeys(keys, word)
  if (name.korean) {
    addSkeletonKeys(keys, skeletonOf({ plain: name.korean.given, script: 'hangul', sound: null }))
    keys.add(`~g${phoneticSkeleton(name.korean.given)}`)
  }
  // Do, An and In are particles of some names and syllables of others.
  const skeletons = name.words.map(skeletonOf)
  for (let at = 0; at + 1 < skeletons.length && at < 12; at += 1) {
    for (const length of [2, 3]) {
      if (at + length > skeletons.length) continue
      const joined = single(skeletons.slice(at, at + length).join(''))
      if (joined.length >= 3) keys.add(joined)
      if (isPerson && length === 2) keys.add(`~g${joined}`)
    }
  }
  if (isPerson && skeletons.length === 2) for (const skeleton of skeletons) keys.add(`~g${skeleton}`)
  const letters = serious.map(({ plain }) => plain.charAt(0)).join('')
  if (!isPerson && letters.length >= 3) keys.add(`=${letters}`)
  const whole = single(skeletons.join(''))
  if (whole.length >= 4) addSkeletonKeys(keys, whole)
  return keys
}
