import { cyrillicDistance } from './cyrillic.ts'
import { hangulDistance } from './hangul.ts'
import type { NameWord } from './read-name.ts'
import type { ExplanationKind } from './shapes.ts'
import { areCloseSounds, soundDistance } from './sound.ts'
import { areOneGivenName } from './words.ts'
import { phoneticSkeleton } from '../../../kernel/phonetic-skeleton.ts'

export interface Likeness {
  readonly kind: ExplanationKind
  /** From 0 to 1. */
  readonly value: number
}

const NONE: Likeness = { kind: 'different', value: 0 }

/** Distance that still may be a misspelling, by length: about one letter in four. */
const allowance = (length: number): number =>
  length <= 2 ? 0.7 : length === 3 ? 1 : length <= 5 ? 1.1 : length <= 8 ? 1.6 : 2.1

/** 0.7 at the allowance, falling to nothing soon after it. */
export function likenessOfDistance(distance: number, length: number): number {
  const share = distance / allowance(length)
  return share <= 1 ? 1 - 0.3 * share : Math.max(0, 0.7 - (share - 1) * 1.4)
}

const withoutVowels = (sound: string): string => sound.replaceAll(/[aeiou]/g, '')

/** Letters in which two plain spellings differ, two neighbours that changed places as one; more than `limit` is Infinity. */
function letterDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** Small distances are spelling; for larger ones the letters have their say, or any two short words would be close. */
const doubtedDistance = (sound: number, a: string, b: string): number =>
  sound <= 0.65 ? sound : Math.max(sound, 0.5 * sound + 0.5 * letterDistance(a, b, 6))

function compareSounds(a: string, b: string, plainA: string, plainB: string): Likeness {
  if (a === b) return { kind: 'transcription', value: 0.98 }
  const length = Math.max(a.length, b.length)
  // Slips are rarer in the first letter than in any other.
  const head = areCloseSounds(a.charCodeAt(0), b.charCodeAt(0)) ? 0 : 0.1
  const sound = soundDistance(a, b, allowance(length) * 1.3)
  if (sound === Number.POSITIVE_INFINITY) return NONE
  const isLatin = /^[a-z]/.test(plainA) && /^[a-z]/.test(plainB)
  const value = likenessOfDistance((isLatin ? doubtedDistance(sound, plainA, plainB) : sound) + head, length)
  if (value <= 0) return NONE
  return { kind: 'similar', value: Math.min(0.97, value) }
}

/** Hangul against letters: by the lattice, and for borrowed words by the consonants that are left of both. */
function compareHangul(hangul: NameWord, other: NameWord, ofPersons: boolean): Likeness {
  const sound = other.script === 'latin' ? other.plain : (other.sound ?? '')
  if (sound === '') return NONE
  const cost = hangulDistance(hangul.plain, sound) / hangul.plain.length
  if (cost <= 0.3) return { kind: 'transcription', value: 0.98 - cost * 0.4 }
  const left = phoneticSkeleton(hangul.plain)
  const right = phoneticSkeleton(sound)
  if (left.length >= (ofPersons ? 5 : 4) && left === right) return { kind: 'transcription', value: 0.86 }
  return left.length >= 6 && soundDistance(left, right, 1) <= 1 ? { kind: 'similar', value: 0.76 } : NONE
}

/** Cyrillic against letters: by the spellings of all schemas in use. */
function compareCyrillic(a: NameWord, b: NameWord): Likeness {
  const [cyrillic, other] = a.script === 'cyrillic' ? [a, b] : [b, a]
  if (cyrillic.script !== 'cyrillic' || other.script !== 'latin') return NONE
  const length = cyrillic.plain.length
  if (Math.abs(length - other.plain.length) > length + 2) return NONE
  const distance = cyrillicDistance(cyrillic.plain, other.plain)
  if (distance <= 0.1 * length && distance < 0.9) return { kind: 'transcription', value: 0.98 - distance / length }
  const value = likenessOfDistance(distance, length)
  return value <= 0 ? NONE : { kind: 'similar', value: Math.min(0.9, value) }
}

/** Arabic script leaves short vowels out: compared by what it writes. */
function compareUnvowelled(a: string, b: string): Likeness {
  const left = withoutVowels(a)
  const right = withoutVowels(b)
  if (left.length >= 2 && left === right) return { kind: 'transcription', value: 0.9 }
  const distance = soundDistance(left, right, 0.7)
  return left.length >= 3 && distance <= 0.7 ? { kind: 'similar', value: 0.82 } : NONE
}

/** Letter for letter in one script that has no table. */
function compareLetters(a: string, b: string): Likeness {
  const length = Math.max(a.length, b.length)
  const value = likenessOfDistance(soundDistance(a, b, allowance(length) * 1.3), length)
  return value <= 0 ? NONE : { kind: 'similar', value: Math.min(0.95, value) }
}

const ADJECTIVE = /(sk(ii|i|ogo|ogi|oi|aia|a|oe|o|ie|e)?|ni(i|e)|naia|noe)$/

/** Муромский is of Murom. */
function compareStems(a: string, b: string): Likeness {
  const left = a.replace(ADJECTIVE, '')
  const right = b.replace(ADJECTIVE, '')
  return left.length >= 4 && (left !== a || right !== b) && left === right
    ? { kind: 'transcription', value: 0.9 }
    : NONE
}

const better = (a: Likeness, b: Likeness): Likeness => (b.value > a.value ? b : a)

/** How far two words name the same; symmetric. */
export function compareWords(a: NameWord, b: NameWord, ofPersons: boolean): Likeness {
  if (a.plain === b.plain) return { kind: 'same', value: 1 }
  if (a.concept !== null && a.concept === b.concept) return { kind: 'synonym', value: 0.96 }
  if (a.role === 'number' || b.role === 'number') return NONE
  // Two different things every company may be are not a misspelling of each other.
  if (a.concept !== null && b.concept !== null) return NONE
  if (a.role === 'particle' || b.role === 'particle' || a.role === 'title' || b.role === 'title') {
    if (a.role !== b.role) return NONE
    if (a.role === 'particle') return ofPersons ? { kind: 'similar', value: 0.9 } : NONE
    return { kind: 'similar', value: 0.7 }
  }
  if (a.script === 'hangul' && b.script === 'hangul') return compareTwoHangul(a.plain, b.plain, ofPersons)
  if (a.script === 'hangul') return compareHangul(a, b, ofPersons)
  if (b.script === 'hangul') return compareHangul(b, a, ofPersons)
  if (ofPersons && (a.role === 'initial' || b.role === 'initial')) {
    const same = a.sound?.charAt(0) === b.sound?.charAt(0) && a.sound !== ''
    return same ? { kind: 'initial', value: 0.85 } : NONE
  }
  if (a.script === b.script && (a.script === 'arabic' || a.script === 'other')) return compareLetters(a.plain, b.plain)
  if (a.sound === null || b.sound === null || a.sound === '' || b.sound === '') return NONE
  if (a.script === 'arabic' || b.script === 'arabic') return compareUnvowelled(a.sound, b.sound)
  const likeness = better(compareSounds(a.sound, b.sound, a.plain, b.plain), compareCyrillic(a, b))
  if (likeness.value >= 0.95) return likeness
  if (ofPersons) {
    return areOneGivenName(a.plain, b.plain) || areOneGivenName(a.sound, b.sound)
      ? better(likeness, { kind: 'synonym', value: 0.86 })
      : likeness
  }
  return better(likeness, compareStems(a.sound, b.sound))
}

/** First sounds that the south drops or changes at the head of a word: 리 and 이, 라 and 나, 녀 and 여. */
const headOf = (syllable: string): string => {
  const code = syllable.charCodeAt(0) - 0xac00
  if (code < 0 || code > 11_171) return syllable
  const initial = Math.floor(code / 588)
  const vowel = Math.floor((code % 588) / 28)
  const isOpen = [2, 3, 6, 7, 12, 17, 20].includes(vowel)
  const head = initial === 5 || initial === 2 ? (isOpen ? 11 : 2) : initial
  return String.fromCharCode(0xac00 + head * 588 + (code % 588))
}

/** In Hangul another syllable is another name; of a borrowed company name a vowel may differ. */
export function compareTwoHangul(a: string, b: string, ofPersons: boolean): Likeness {
  const left = [...a].map(headOf).join('')
  const right = [...b].map(headOf).join('')
  if (left === right) return { kind: 'transcription', value: 0.97 }
  if (ofPersons || Math.min(a.length, b.length) < 3) return NONE
  const skeleton = phoneticSkeleton(a)
  if (Math.abs(a.length - b.length) <= 1 && skeleton.length >= 4 && skeleton === phoneticSkeleton(b)) {
    return { kind: 'similar', value: 0.85 }
  }
  const distance = soundDistance(a.normalize('NFD'), b.normalize('NFD'), 1)
  return a.length >= 4 && distance <= 1 ? { kind: 'similar', value: 0.78 } : NONE
}
