import { compareTwoHangul, compareWords, likenessOfDistance } from './compare-words.ts'
import type { Likeness } from './compare-words.ts'
import { readAsKorean } from './hangul.ts'
import { koreanDifferences } from './korean-latin.ts'
import { formsClash } from './legal-forms.ts'
import type { NameWord, ReadName } from './read-name.ts'
import { romanise } from './scripts.ts'
import type { ExplanationStep, PartyKind } from './shapes.ts'
import { readSound, soundDistance } from './sound.ts'

export interface Comparison {
  /** From 0 to 1. */
  readonly score: number
  readonly steps: readonly ExplanationStep[]
  /** Every word of both sides found its own and nothing speaks against. */
  readonly isWhole: boolean
}

const NOTHING: Comparison = { score: 0, steps: [], isWhole: false }

interface Pairing {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly likeness: Likeness
  readonly weight: number
  readonly order: string
}

const PAIR_FLOOR = 0.55

const joinWords = (words: readonly NameWord[]): NameWord => {
  const [first] = words as [NameWord, ...NameWord[]]
  return {
    plain: words.map(({ plain }) => plain).join(''),
    sound: words.some(({ sound }) => sound === null)
      ? null
      : readSound(words.map(({ plain, script }) => romanise(plain, script) ?? '').join('')),
    script: first.script,
    role: 'content',
    concept: null,
    weight: Math.min(
      1.5,
      words.reduce((sum, { weight }) => sum + weight, 0),
    ),
  }
}

const isJoinable = ({ role }: NameWord): boolean => role !== 'number' && role !== 'title'

const INITIALS = /^[a-z]{2,5}$/

/** JC for Jean-Claude, PLA for People's Liberation Army: one word holds the first letters of several, in order. */
function fitsInitials(word: NameWord, others: readonly NameWord[]): boolean {
  const { plain } = word
  return (
    INITIALS.test(plain) &&
    plain.length === others.length &&
    others.every(({ plain: other }, at) => other.length > 1 && other.startsWith(plain.charAt(at)))
  )
}

const orderOf = (a: readonly NameWord[], b: readonly NameWord[]): string => {
  const left = a.map(({ plain }) => plain).join(' ')
  const right = b.map(({ plain }) => plain).join(' ')
  return left < right ? `${left}|${right}` : `${right}|${left}`
}

function weightOf(words: readonly NameWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0)
}

function addPairing(
  pairings: Pairing[],
  a: readonly NameWord[],
  b: readonly NameWord[],
  left: readonly number[],
  right: readonly number[],
  likeness: Likeness,
): void {
  if (likeness.value < PAIR_FLOOR) return
  const l = left.map((at) => a[at] as NameWord)
  const r = right.map((at) => b[at] as NameWord)
  const hasInitial = l.length === 1 && r.length === 1 && (l[0]?.role === 'initial' || r[0]?.role === 'initial')
  const weight = hasInitial ? 0.4 : (weightOf(l) + weightOf(r)) / 2
  pairings.push({ left, right, likeness, weight, order: orderOf(l, r) })
}

/** Pairs of a word with up to three neighbours written together on the other side. */
function addJoins(
  pairings: Pairing[],
  a: readonly NameWord[],
  b: readonly NameWord[],
  ofPersons: boolean,
  swapped: boolean,
): void {
  for (let from = 0; from < a.length; from += 1) {
    for (let length = 2; length <= 5 && from + length <= a.length; length += 1) {
      const span = a.slice(from, from + length)
      const places = span.map((_, at) => from + at)
      let joined: NameWord | null = null
      b.forEach((word, at) => {
        if (!isJoinable(word) || word.role === 'particle') return
        let likeness: Likeness | null = null
        if (length >= 2 && fitsInitials(word, span))
          likeness = { kind: 'initial', value: ofPersons || length > 2 ? 0.85 : 0.7 }
        else if (length <= 3 && span.every(isJoinable)) {
          const total = span.reduce((sum, { plain }) => sum + plain.length, 0)
          if (Math.abs(total - word.plain.length) > 2) return
          joined ??= joinWords(span)
          const found = compareWords(joined, word, false)
          if (found.value < 0.8 || joined.plain.length < 4) return
          likeness = { kind: 'joined', value: found.value - 0.02 }
        }
        if (!likeness) return
        if (swapped) addPairing(pairings, b, a, [at], places, likeness)
        else addPairing(pairings, a, b, places, [at], likeness)
      })
    }
  }
}

/** True where some word has found none that is nearly the same: only then may words be written together. */
function hasUnpaired(pairings: readonly Pairing[], a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const good = pairings.filter(({ likeness }) => likeness.value >= 0.95)
  const left = new Set(good.flatMap((pairing) => pairing.left))
  const right = new Set(good.flatMap((pairing) => pairing.right))
  return (
    a.some(({ weight }, at) => weight > 0.1 && !left.has(at)) ||
    b.some(({ weight }, at) => weight > 0.1 && !right.has(at))
  )
}

const MOST_REMEMBERED = 100_000
const likenesses = new Map<string, Likeness>()

/** As `compareWords`; candidates of one screen share most of their words, so answers are kept for a while. */
function recallLikeness(a: NameWord, b: NameWord, ofPersons: boolean): Likeness {
  const key = `${ofPersons ? 'p' : 'o'}${a.role}${a.plain}|${b.role}${b.plain}`
  const known = likenesses.get(key)
  if (known) return known
  if (likenesses.size >= MOST_REMEMBERED) likenesses.clear()
  const likeness = compareWords(a, b, ofPersons)
  likenesses.set(key, likeness)
  return likeness
}

/** Words that stand on both sides are settled first: nothing is more alike, and long names cost no more for them. */
function pairSameWords(
  pairings: Pairing[],
  a: readonly NameWord[],
  b: readonly NameWord[],
): { left: Set<number>; right: Set<number> } {
  const places = new Map<string, number[]>()
  b.forEach(({ plain }, at) => places.set(plain, [...(places.get(plain) ?? []), at]))
  const left = new Set<number>()
  const right = new Set<number>()
  a.forEach(({ plain, weight }, at) => {
    // Particles repeat and stay with whom they belong.
    const other = weight > 0.1 ? places.get(plain)?.shift() : undefined
    if (other === undefined) return
    left.add(at)
    right.add(other)
    addPairing(pairings, a, b, [at], [other], { kind: 'same', value: 1 })
  })
  return { left, right }
}

/** The best words of both sides put together, each used once: most alike first. */
function pairWords(a: readonly NameWord[], b: readonly NameWord[], ofPersons: boolean): Pairing[] {
  const pairings: Pairing[] = []
  const settled = pairSameWords(pairings, a, b)
  a.forEach((left, i) => {
    if (settled.left.has(i)) return
    b.forEach((right, j) => {
      if (!settled.right.has(j)) addPairing(pairings, a, b, [i], [j], recallLikeness(left, right, ofPersons))
    })
  })
  if (a.length + b.length <= 40 && hasUnpaired(pairings, a, b)) {
    addJoins(pairings, a, b, ofPersons, false)
    addJoins(pairings, b, a, ofPersons, true)
  }
  pairings.sort(
    (x, y) =>
      y.likeness.value - x.likeness.value ||
      y.weight - x.weight ||
      (x.order < y.order ? -1 : x.order > y.order ? 1 : 0) ||
      Math.abs((x.left[0] ?? 0) - (x.right[0] ?? 0)) - Math.abs((y.left[0] ?? 0) - (y.right[0] ?? 0)),
  )
  const usedLeft = new Set<number>()
  const usedRight = new Set<number>()
  return pairings.filter(({ left, right }) => {
    if (left.some((at) => usedLeft.has(at)) || right.some((at) => usedRight.has(at))) return false
    for (const at of left) usedLeft.add(at)
    for (const at of right) usedRight.add(at)
    return true
  })
}

const textOf = (words: readonly NameWord[]): string => words.map(({ plain }) => plain).join(' ')

/** A running score and why: each factor is written down as what it took away. */
class Account {
  score: number
  readonly steps: ExplanationStep[]
  constructor(score: number, steps: ExplanationStep[]) {
    this.score = score
    this.steps = steps
  }
  scale(factor: number, kind: ExplanationStep['kind'], from: string, to: string): void {
    if (factor >= 1) return
    const taken = this.score * (1 - factor)
    this.score -= taken
    this.steps.push({ kind, from, to, weight: -taken })
  }
}

const leftOver = (words: readonly NameWord[], used: readonly (readonly number[])[]): NameWord[] => {
  const places = new Set(used.flat())
  return words.filter((_, at) => !places.has(at))
}

/** Words of the other side's legal form, misspelt, are not another name. */
function withoutMisspeltForms(words: readonly NameWord[], other: ReadName): NameWord[] {
  const forms = other.forms.filter(({ words: form }) => form.length === 1).map(({ words: form }) => form[0] ?? '')
  return words.filter(
    ({ plain, role }) =>
      role !== 'content' ||
      plain.length > 6 ||
      !forms.some(
        (form) =>
          form.length >= 2 &&
          plain.length >= 2 &&
          Math.abs(form.length - plain.length) <= 1 &&
          soundDistance(plain, form, 1) <= 1,
      ),
  )
}

const numbersOf = (words: readonly NameWord[]): NameWord[] => words.filter(({ role }) => role === 'number')
const withoutNumbers = (words: readonly NameWord[]): NameWord[] => words.filter(({ role }) => role !== 'number')
const isSerious = ({ role }: NameWord): boolean => role !== 'particle' && role !== 'title'

function scorePairs(a: ReadName, b: ReadName, kind: PartyKind): Comparison {
  const ofPersons = kind === 'person'
  const pairs = pairWords(a.words, b.words, ofPersons)
  if (pairs.length === 0) return NOTHING
  const onlyLeft = withoutMisspeltForms(
    leftOver(
      a.words,
      pairs.map(({ left }) => left),
    ),
    b,
  )
  const onlyRight = withoutMisspeltForms(
    leftOver(
      b.words,
      pairs.map(({ right }) => right),
    ),
    a,
  )
  const left = withoutNumbers(onlyLeft).filter(isSerious)
  const right = withoutNumbers(onlyRight).filter(isSerious)
  const clash = Math.min(weightOf(left), weightOf(right))
  const extra = Math.abs(weightOf(left) - weightOf(right))
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0) + clash
  const steps = pairs.map(({ left: l, right: r, likeness, weight }): ExplanationStep => ({
    kind: likeness.kind,
    from: textOf(l.map((at) => a.words[at] as NameWord)),
    to: textOf(r.map((at) => b.words[at] as NameWord)),
    weight: (weight * likeness.value) / total,
  }))
  const account = new Account(
    steps.reduce((sum, { weight }) => sum + weight, 0),
    steps,
  )
  const matched = total - clash
  scaleDoubts(account, a, pairs, matched, extra)
  if (clash > 0) account.scale(clash > 0.2 ? 0.75 : 0.9, 'different', textOf(left), textOf(right))
  scaleExtra(
    account,
    extra,
    matched,
    weightOf(left) > weightOf(right) ? left : [],
    weightOf(right) > weightOf(left) ? right : [],
    ofPersons,
  )
  scaleKind(account, a, b, pairs, onlyLeft, onlyRight, ofPersons)
  const isWhole =
    left.length === 0 &&
    right.length === 0 &&
    account.steps.every(
      ({ weight, kind: step }) =>
        weight > 0 && (step === 'same' || step === 'transcription' || step === 'joined' || step === 'synonym'),
    )
  return { score: account.score, steps: account.steps, isWhole: isWhole && hasOwnWord(a, pairs) }
}

/**
 * A slip in one word is a slip; in two it is more likely another name, and so it is where words are missing too.
 * What bodies do is shared by many and makes up for no doubt in the word that names.
 */
function scaleDoubts(account: Account, a: ReadName, pairs: readonly Pairing[], matched: number, extra: number): void {
  const doubts = pairs
    .filter(({ likeness }) => likeness.kind === 'similar' || likeness.kind === 'joined')
    .filter(({ likeness, left }) => likeness.value < 0.97 && left.some((at) => (a.words[at]?.weight ?? 0) > 0.3))
  if (doubts.length === 0) return
  const lost = doubts.map(({ likeness }) => 1 - likeness.value)
  const worst = Math.max(...lost)
  const sum = lost.reduce((total, value) => total + value, 0)
  const generic = pairs
    .filter(({ left }) => left.every((at) => a.words[at]?.role === 'generic'))
    .reduce((total, { weight }) => total + weight, 0)
  const missing = 0.5 * (sum - worst) + 0.5 * Math.min(1, extra / matched) * sum + sum * (generic / matched) * 0.7
  const of = doubts.map(({ left }) => textOf(left.map((at) => a.words[at] as NameWord))).join(' ')
  account.scale(1 - missing, 'different', of, '')
}

/** One word that names, long enough to stand alone, or two. */
function hasOwnWord(a: ReadName, pairs: readonly Pairing[]): boolean {
  const own = pairs
    .flatMap(({ left }) => left.map((at) => a.words[at] as NameWord))
    .filter(({ role }) => role === 'content')
  return own.length >= 2 || own.some(({ plain, script }) => plain.length >= (script === 'hangul' ? 3 : 4))
}

function scaleExtra(
  account: Account,
  extra: number,
  matched: number,
  left: readonly NameWord[],
  right: readonly NameWord[],
  ofPersons: boolean,
): void {
  if (extra <= 0.05) return
  const kind = left.length > 0 ? 'extra' : 'missing'
  const factor = ofPersons ? 1 - 0.21 * Math.min(3, extra / matched) : 1 - 0.8 * (extra / (extra + matched))
  account.scale(factor, kind, textOf(left), textOf(right))
}

function scaleKind(
  account: Account,
  a: ReadName,
  b: ReadName,
  pairs: readonly Pairing[],
  onlyLeft: readonly NameWord[],
  onlyRight: readonly NameWord[],
  ofPersons: boolean,
): void {
  const own = pairs.filter(
    ({ left, likeness }) => likeness.kind !== 'initial' && left.some((at) => a.words[at]?.role === 'content'),
  )
  const ownWords = own.reduce((sum, { left, right }) => sum + Math.max(left.length, right.length), 0)
  if (ofPersons) {
    const isOneSided = onlyLeft.filter(isSerious).length + onlyRight.filter(isSerious).length > 0
    if (ownWords === 0) account.scale(0.3, 'initial', a.text, b.text)
    else if (ownWords === 1 && isOneSided) account.scale(0.75, 'missing', textOf(onlyLeft), textOf(onlyRight))
    if (isReordered(pairs) && !a.hasComma && !b.hasComma) account.scale(0.96, 'order', a.text, b.text)
    return
  }
  if (ownWords === 0 && onlyLeft.length + onlyRight.length > 0)
    account.scale(0.8, 'missing', textOf(onlyLeft), textOf(onlyRight))
  const left = numbersOf(onlyLeft)
  const right = numbersOf(onlyRight)
  if (left.length + right.length > 0)
    account.scale(left.length > 0 && right.length > 0 ? 0.88 : 0.9, 'number', textOf(left), textOf(right))
  if (formsClash(a.forms, b.forms))
    account.scale(
      0.8,
      'legal-form',
      a.forms.map(({ words }) => words.join(' ')).join(', '),
      b.forms.map(({ words }) => words.join(' ')).join(', '),
    )
  scaleQualifiers(account, a, b)
}

/** A branch or its country in parentheses: worth a look where one side has none, another body where both differ. */
function scaleQualifiers(account: Account, a: ReadName, b: ReadName): void {
  const differs = (one: NameWord, others: readonly NameWord[]): boolean =>
    !others.some((other) => compareWords(one, other, false).value >= 0.8)
  const left = a.qualifiers.filter((word) => differs(word, [...b.qualifiers, ...b.words]))
  const right = b.qualifiers.filter((word) => differs(word, [...a.qualifiers, ...a.words]))
  const places = (words: readonly NameWord[]): boolean => words.some(({ role }) => role === 'place')
  const hasOther =
    (places(left) && (right.length > 0 || places(b.words))) || (places(right) && (left.length > 0 || places(a.words)))
  if (left.length + right.length > 0)
    account.scale(
      hasOther || (left.length > 0 && right.length > 0) ? 0.7 : 0.88,
      'qualifier',
      textOf(left),
      textOf(right),
    )
}

const isReordered = (pairs: readonly Pairing[]): boolean => {
  const inOrder = pairs.filter(({ weight }) => weight > 0.3).toSorted((x, y) => (x.left[0] ?? 0) - (y.left[0] ?? 0))
  return inOrder.some(({ right }, at) => at > 0 && (right[0] ?? 0) < (inOrder[at - 1]?.right[0] ?? 0))
}

/** A Korean name in Hangul against Latin or Cyrillic words, by the lattice. */
function compareKorean(
  name: { surname: string; given: string },
  text: string,
  other: ReadName,
  isLeft: boolean,
): Comparison {
  const words = other.words.filter(({ script }) => script === 'latin' || script === 'cyrillic')
  const reading = readAsKorean(
    name,
    words.map(({ plain, script }) => (script === 'latin' ? plain : (romanise(plain, script) ?? ''))),
  )
  if (!reading) return NOTHING
  const syllables = name.surname.length + name.given.length
  const share = reading.cost / syllables
  // Up to 0.25 a syllable is spelling; a letter that no spelling explains is a doubt, two are another name.
  const score = share <= 0.25 ? 0.98 - share * 0.4 : likenessOfDistance(reading.cost * 1.35, syllables * 2)
  if (score <= 0) return NOTHING
  const step = (hangul: string, latin: string, weight: number): ExplanationStep => ({
    kind: share <= 0.25 ? 'transcription' : 'similar',
    from: isLeft ? hangul : latin,
    to: isLeft ? latin : hangul,
    weight,
  })
  const given = name.given.length / syllables
  return {
    score,
    steps: [step(name.surname, reading.surname, score * (1 - given)), step(name.given, reading.given, score * given)],
    isWhole: share <= 0.1 && reading.rest === 0 && text !== '',
  }
}

function compareTwoKorean(a: { surname: string; given: string }, b: { surname: string; given: string }): Comparison {
  const surname =
    a.surname === b.surname ? ({ kind: 'same', value: 1 } as const) : compareTwoHangul(a.surname, b.surname, true)
  const given = a.given === b.given ? ({ kind: 'same', value: 1 } as const) : compareTwoHangul(a.given, b.given, true)
  if (surname.value === 0 || given.value === 0) return NOTHING
  const steps: ExplanationStep[] = [
    { kind: surname.kind, from: a.surname, to: b.surname, weight: surname.value * 0.34 },
    { kind: given.kind, from: a.given, to: b.given, weight: given.value * 0.66 },
  ]
  return { score: surname.value * 0.34 + given.value * 0.66, steps, isWhole: true }
}

/** Names that read as Korean on both sides are held to their syllables. */
function withKoreanDoubt(comparison: Comparison, a: ReadName, b: ReadName, kind: PartyKind): Comparison {
  if (kind !== 'person' || comparison.score < 0.5) return comparison
  const differences = koreanDifferences(
    a.words.map(({ plain }) => plain),
    b.words.map(({ plain }) => plain),
  )
  if (differences === null) return comparison
  const text = (name: ReadName): string => textOf(name.words)
  if (differences === 0) {
    if (comparison.score >= 0.95) return comparison
    const isReversed = comparison.steps.some(({ kind: step }) => step === 'order')
    return {
      score: 0.95,
      steps: [{ kind: 'transcription', from: text(a), to: text(b), weight: 0.95 }],
      isWhole: !isReversed,
    }
  }
  const account = new Account(comparison.score, [...comparison.steps])
  account.scale(differences === 1 ? 0.82 : 0.7, 'different', text(a), text(b))
  return { score: account.score, steps: account.steps, isWhole: false }
}

const isHangulName = ({ words }: ReadName): boolean => words.every(({ script }) => script === 'hangul')

/** Two readings of names, in the same way round as the explanation: `a` is the party's. The score is symmetric. */
export function compareNames(a: ReadName, b: ReadName, kind: PartyKind): Comparison {
  let best = NOTHING
  if (a.korean && b.korean) return compareTwoKorean(a.korean, b.korean)
  if (a.korean && !isHangulName(b)) best = compareKorean(a.korean, a.text, b, true)
  else if (b.korean && !isHangulName(a)) best = compareKorean(b.korean, b.text, a, false)
  const words = withKoreanDoubt(scorePairs(a, b, kind), a, b, kind)
  if (words.score > best.score) best = words
  if (best.score < 0.97 && a.joined === b.joined) {
    return { score: 0.97, steps: [{ kind: 'joined', from: a.text, to: b.text, weight: 0.97 }], isWhole: best.isWhole }
  }
  return best
}
