import type { Slot } from './lattice.ts'
import { latticeDistance, readSlot } from './lattice.ts'
import { remember } from './remember.ts'

/**
 * The alias lattice of Hangul: for each part of a syllable the Latin spellings in use, each with how far it is from
 * the rule. It holds the revised romanisation, McCune-Reischauer (breves and apostrophes gone, as in most lists),
 * passport spellings, the northern forms (Ri, Ro, Ryom; Chong for Jong) and, once romanised, the Russian transcription.
 * A Latin string is read against the lattice as a whole, so nothing is spelled out in advance.
 */
const INITIALS: readonly Slot[] = [
  'g k gh:.1 c:.2', // ㄱ
  'kk gg:.05 g:.1 k:.1', // ㄲ
  'n l:.2 r:.2 -:.3', // ㄴ
  'd t th:.2', // ㄷ
  'tt dd:.05 t:.1 d:.1', // ㄸ
  'r l rh:.05 n:.15 -:.15 ll:.1', // ㄹ
  'm', // ㅁ
  'b p v:.25 f:.3', // ㅂ
  'pp bb:.05 p:.1 b:.1', // ㅃ
  's sh:.05', // ㅅ
  'ss s:.05 sh:.15', // ㅆ
  '-', // ㅇ
  'j ch dj:.1 tj:.2 z:.2 c:.25 dz:.2 tch:.2 dzh:.1', // ㅈ
  'jj j:.1 ch:.1 tch:.1 tz:.2 tj:.15 ts:.2', // ㅉ
  'ch tch:.1 j:.35 c:.25 ts:.3 chh:.1', // ㅊ
  'k kh c:.2 q:.25', // ㅋ
  't th', // ㅌ
  'p ph f:.2', // ㅍ
  'h kh:.2 -:.4', // ㅎ
].map(readSlot)

/** ㅇ before i and y: the north keeps the ㄹ or ㄴ that the south dropped. */
const BARE_BEFORE_I = readSlot('- r:.1 l:.1 rh:.1 n:.15')

const VOWELS: readonly Slot[] = [
  'a ah:.05 ar:.2', // ㅏ
  'ae ai:.05 e:.1 ay:.1 aeh:.1 a:.35', // ㅐ
  'ya ia:.1 ja:.25 yah:.1', // ㅑ
  'yae yai:.1 ye:.15', // ㅒ
  'eo o:.05 u:.08 uh:.08 e:.25 ou:.2 au:.3 ur:.2 er:.2 eu:.3', // ㅓ
  'e ey:.1 ei:.1 ay:.15 eh:.1 ae:.3', // ㅔ
  'yeo yo:.05 e:.25 you:.08 yu:.12 yuh:.1 ye:.25 io:.2 eo:.15 ie:.3 iu:.3', // ㅕ
  'ye yeh:.1 e:.15 yae:.15 yei:.1 ae:.3 ie:.1', // ㅖ
  'o oh:.03 ou:.2 or:.25 ow:.25', // ㅗ
  'wa oa:.1 ua:.15 va:.2', // ㅘ
  'wae wai:.1 we:.1 oae:.1 ve:.3', // ㅙ
  'oe oi:.03 we:.1 oy:.08 wae:.15 ue:.15 wei:.2 ve:.3', // ㅚ
  'yo io:.15 yoh:.1 jo:.25', // ㅛ
  'u oo:.02 ou:.1 wu:.05 woo:.04 uh:.15 ew:.25', // ㅜ
  'wo weo:.02 wu:.1 ueo:.1 uo:.1 wuh:.15 vo:.2', // ㅝ
  'we ue:.1 wei:.15 ve:.25', // ㅞ
  'wi ui:.08 wee:.05 uy:.15 vi:.2 we:.3', // ㅟ
  'yu yoo:.03 you:.08 iu:.1 yew:.15 u:.2 ju:.25 yuu:.1', // ㅠ
  'eu u:.04 ue:.15 oo:.2 y:.2 uh:.15 e:.35', // ㅡ
  'ui eui:.03 i:.08 ee:.12 yi:.15 uy:.2 ey:.25 wi:.25 ue:.3 y:.25', // ㅢ
  'i ee:.02 y:.12 ie:.15 ih:.1 ea:.2 yi:.05 yee:.08', // ㅣ
].map(readSlot)

const K = 'k g:.03 c:.15 ck:.1 ng:.2 kh:.2 q:.2 gn:.3'
const T = 't d:.15 s:.12 th:.2 n:.3 ss:.2'
const P = 'p b:.03 m:.25 f:.25'
const L = 'l r:.08 ll:.08 lh:.15 rl:.2 n:.3 rr:.2 le:.25'
const N = 'n nn:.15 l:.25 m:.3 ne:.2'

const FINALS: readonly Slot[] = [
  '-',
  K,
  K,
  K,
  N,
  N,
  N,
  T,
  L,
  `${K} l:.1 lk:.05 rk:.05`,
  'm lm:.05 l:.2',
  'l p:.1 lp:.05',
  L,
  L,
  'p lp:.05',
  L,
  'm mm:.15 n:.3',
  P,
  P,
  T,
  T,
  'ng n:.15 g:.35 ngh:.15',
  T,
  T,
  K,
  T,
  P,
  `${T} -:.05`,
].map(readSlot)

/** Spellings of surnames that no rule gives. */
const SURNAME_SPELLINGS: Readonly<Record<string, string>> = {
  이: 'lee rhee:.02 li ri i yi yee rhie:.05 lea:.1 rie:.1',
  리: 'lee rhee:.02 li ri i yi',
  박: 'park pak bak bark bahk pack:.05 pakh:.1',
  최: 'choi choe choy chey:.1 choui:.1 tsoi:.1 tsoy:.1',
  허: 'hur heo huh ho her hu:.1',
  우: 'woo u wu',
  오: 'oh o',
  유: 'yoo yu you ryu ryoo yew lyu',
  류: 'ryu yoo yu ryoo you lyu lew:.1',
  임: 'lim im rim yim leem:.05 rhim:.05',
  노: 'noh roh no ro',
  로: 'noh roh no ro',
  나: 'na ra nah la',
  라: 'na ra nah la',
  서: 'seo suh so sur:.05 seoh suhr:.1',
  백: 'baek paek paik baik back pak:.3 beck:.1',
  배: 'bae pae bai bay:.1 pai',
  안: 'ahn an',
  여: 'yeo yuh ryo yo lyo:.1',
  엄: 'eom um uhm om',
  염: 'yeom yum ryom youm',
}

const SURNAMES = new Set(
  '김이리박최정강조윤장임림한오서신권황안송류유홍전고문양량손배백허남심노로하곽성차주우구민나라진지엄채원천방공현함변염렴여려추도석' +
    '선설길연련위표명기반왕금옥육륙인맹제모탁국어은편용룡마봉사부가복태목형두감음빈동온호범좌팽승간상시갈단견당화',
)

const DOUBLE_SURNAMES = new Set(['남궁', '황보', '제갈', '선우', '독고', '사공', '서문', '동방'])

const isHangul = (word: string): boolean => /^[가-힣]+$/.test(word)

/** Surname and given name of a Korean name in Hangul, written together or apart; null for what is none. */
export function readKoreanName(words: readonly string[]): { readonly surname: string; readonly given: string } | null {
  if (words.length === 0 || words.length > 3 || !words.every(isHangul)) return null
  const whole = words.join('')
  const length = whole.length
  if (length < 2 || length > 5) return null
  const two = whole.slice(0, 2)
  if (DOUBLE_SURNAMES.has(two) && length > 3 && (words.length === 1 || words[0] === two)) {
    return { surname: two, given: whole.slice(2) }
  }
  if (length > 4 || !SURNAMES.has(whole.charAt(0))) return null
  if (words.length > 1 && words[0]?.length !== 1) return null
  return { surname: whole.charAt(0), given: whole.slice(1) }
}

function slotsOf(syllable: string): readonly Slot[] {
  const code = syllable.charCodeAt(0) - 0xac00
  if (code < 0 || code > 11_171) return [[{ text: syllable, cost: 0 }]]
  const initial = Math.floor(code / 588)
  const vowel = Math.floor((code % 588) / 28)
  const final = code % 28
  const openI = [2, 3, 6, 7, 12, 17, 20].includes(vowel)
  const slots: Slot[] = []
  if (initial !== 11) slots.push(INITIALS[initial] ?? [])
  else if (openI) slots.push(BARE_BEFORE_I)
  slots.push(VOWELS[vowel] ?? [])
  if (final !== 0) slots.push(FINALS[final] ?? [])
  return slots
}

const latticeOf = remember((hangul: string): readonly Slot[] => [...hangul].flatMap(slotsOf))

/** Lattice of a surname: its own spellings beside those by rule, as one slot where they differ. */
function readSurnameCost(surname: string, text: string): number {
  const special = SURNAME_SPELLINGS[surname]
  const known = special === undefined ? undefined : readSlot(special).find((spelling) => spelling.text === text)?.cost
  return known ?? latticeDistance(latticeOf(surname), text)
}

const knownCost = remember((pair) => {
  const [surname = '', text = ''] = pair.split(' ')
  return readSurnameCost(surname, text)
})

const surnameCost = (surname: string, text: string): number => knownCost(`${surname} ${text}`)

/** With a surname further off than this no given name makes it the same name. */
const MOST_SURNAME_COST = 1.2

/** How far a Latin string is from a spelling of the Hangul word: 0 by rule, under 0.3 a syllable in use, 1 a letter off. */
export const hangulDistance = (hangul: string, latin: string): number => latticeDistance(latticeOf(hangul), latin)

export interface KoreanReading {
  readonly surname: string
  readonly given: string
  /** Words of the Latin name that are neither. */
  readonly rest: number
  readonly cost: number
}

/** The best way to read Latin words as the Korean name, in either order; the given name may be in one word or several. */
export function readAsKorean(
  name: { readonly surname: string; readonly given: string },
  words: readonly string[],
): KoreanReading | null {
  if (words.length === 0) return null
  let best: KoreanReading | null = null
  const consider = (surname: string, given: string, rest: number, extra: number): void => {
    const head = surnameCost(name.surname, surname)
    if (head > MOST_SURNAME_COST || Math.abs(given.length - name.given.length * 3) > name.given.length * 3) return
    const cost = head + hangulDistance(name.given, given) + rest * 0.6 + extra
    if (best === null || cost < best.cost) best = { surname, given, rest, cost }
  }
  const count = words.length
  if (count === 1) {
    const [only = ''] = words
    for (let cut = 1; cut < Math.min(8, only.length); cut += 1) consider(only.slice(0, cut), only.slice(cut), 0, 0.1)
    return best
  }
  const most = Math.min(4, name.given.length + 1, count - 1)
  for (let at = 0; at < count; at += 1) {
    // The given name lies beside the surname, or at either end of the words.
    for (let length = 1; length <= most; length += 1) {
      for (const from of [at + 1, at - length]) {
        if (from < 0 || from + length > count) continue
        const given = words.slice(from, from + length).join('')
        consider(words[at] ?? '', given, count - 1 - length, 0)
      }
    }
  }
  return best
}

/** For each spelling the parts of a syllable it may stand for, rare spellings left out. */
function invert(slots: readonly Slot[]): ReadonlyMap<string, ReadonlySet<number>> {
  const parts = new Map<string, Set<number>>()
  slots.forEach((spellings, part) => {
    for (const { text, cost } of spellings) {
      if (cost > 0.15) continue
      parts.set(text, (parts.get(text) ?? new Set()).add(part))
    }
  })
  return parts
}

const BY_INITIAL = invert(INITIALS)
const BY_VOWEL = invert(VOWELS)
const BY_FINAL = invert(FINALS)

const meet = (parts: ReadonlyMap<string, ReadonlySet<number>>, a: string, b: string): boolean => {
  if (a === b) return true
  const left = parts.get(a)
  const right = parts.get(b)
  return left !== undefined && right !== undefined && !left.isDisjointFrom(right)
}

const isClosed = (vowel: string): boolean => /^[iy]/.test(vowel)

/** True where one first sound of a Korean syllable is written both ways; R, L and N may be dropped before i and y. */
export const areOneInitial = (a: string, b: string, vowelOfA: string, vowelOfB: string): boolean =>
  meet(BY_INITIAL, a, b) ||
  (isClosed(vowelOfA) && isClosed(vowelOfB) && [a, b].every((initial) => ['', 'r', 'l', 'n', 'rh'].includes(initial)))
export const areOneVowel = (a: string, b: string): boolean => meet(BY_VOWEL, a, b)
export const areOneFinal = (a: string, b: string): boolean => meet(BY_FINAL, a, b)

const SPELLINGS_OF_SURNAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...SURNAMES].map((surname) => {
    const special = SURNAME_SPELLINGS[surname]
    const slots = slotsOf(surname)
    const ruled = slots.reduce<readonly string[]>(
      (heads, spellings) =>
        heads.flatMap((head) => spellings.filter(({ cost }) => cost <= 0.15).map(({ text }) => head + text)),
      [''],
    )
    return [surname, new Set([...ruled, ...(special ? readSlot(special).map(({ text }) => text) : [])])]
  }),
)

/** True where a Latin word is a spelling of a Korean surname; with a second word, where both are of the same one. */
export function isSurnameSpelling(word: string, other?: string): boolean {
  for (const spellings of SPELLINGS_OF_SURNAMES.values()) {
    if (spellings.has(word) && (other === undefined || spellings.has(other))) return true
  }
  return false
}
