import { foldName, readAsImitation, unmaskWord } from './fold-name.ts'
import { readKoreanName } from './hangul.ts'
import type { LegalForm } from './legal-forms.ts'
import { takeForms } from './legal-forms.ts'
import { remember } from './remember.ts'
import type { Script } from './scripts.ts'
import { readScript, romanise, stripMarks } from './scripts.ts'
import type { PartyKind } from './shapes.ts'
import { readSound } from './sound.ts'
import type { WordRole } from './words.ts'
import { isParticle, isTitle, readConcept, readNumber, splitHangulCompound } from './words.ts'

export interface NameWord {
  /** Letters of its own script without marks. */
  readonly plain: string
  /** Sound in Latin; null for scripts without a table. */
  readonly sound: string | null
  readonly script: Script
  readonly role: WordRole
  /** What it means in any language: a concept of an organisation's words, or `#44` for a number. */
  readonly concept: string | null
  /** Share in the whole: 1 for a word that names, less for one that many share. */
  readonly weight: number
}

/** A name taken apart, ready to compare. */
export interface ReadName {
  readonly text: string
  readonly words: readonly NameWord[]
  /** Words in parentheses, such as a branch or its country. */
  readonly qualifiers: readonly NameWord[]
  readonly forms: readonly LegalForm[]
  /** All words with the forms, joined: SiemensAG. */
  readonly joined: string
  readonly hasComma: boolean
  readonly korean: { readonly surname: string; readonly given: string } | null
}

const WEIGHTS: Readonly<Record<WordRole, number>> = {
  content: 1,
  generic: 0.4,
  place: 0.6,
  particle: 0.1,
  title: 0.1,
  initial: 0.4,
  number: 0.3,
}

const PATRONYMIC =
  /(ovich|evich|ovych|evych|ovna|evna|ivna|ovic|evic|ovitch|evitch|owitsch|ович|евич|овна|евна|івна|ійович)$/

const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?/gu
const SLASHED_FORM = /(?<![\p{L}\p{N}])(\p{L})\/(\p{L})(?![\p{L}\p{N}])/gu

/** Words of a folded name: abbreviations with dots are one word, apostrophes belong to the word. */
function cutWords(folded: string): string[] {
  return folded
    .replaceAll(SLASHED_FORM, '$1$2')
    .replaceAll(DOTTED, (letters) => `${letters.replaceAll('.', '')} `)
    .replaceAll('&', ' and ')
    .replaceAll('%', ' percent ')
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map(unmaskWord)
    .filter((word) => stripMarks(word) !== '')
}

const phrases = (words: readonly string[]): string[] => {
  const joined: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const next = words[at + 1]
    if (next !== undefined && readConcept(stripMarks(`${word} ${next}`)) !== null) {
      joined.push(`${word} ${next}`)
      at += 1
    } else joined.push(word)
  }
  return joined
}

/** Twenty and one after it are one number; runs of single letters are one abbreviation. */
function joinOrganisationWords(words: readonly string[]): string[] {
  const joined: string[] = []
  let run = ''
  const flush = (): void => {
    if (run !== '') joined.push(run)
    run = ''
  }
  for (const word of words) {
    const isLetter = /^\p{Script=Latin}$|^\p{Script=Cyrillic}$/u.test(word)
    if (isLetter) run += word
    else {
      flush()
      const before = joined.at(-1)
      const tens = before === undefined ? null : readNumber(before, false)
      const unit = readNumber(word, false)
      if (tens !== null && unit !== null && tens >= 20 && tens % 10 === 0 && tens < 100 && unit > 0 && unit < 10) {
        joined[joined.length - 1] = String(tens + unit)
      } else joined.push(word)
    }
  }
  flush()
  return joined
}

function roleOf(plain: string, isPerson: boolean, at: number): Pick<NameWord, 'role' | 'concept'> {
  if (isPerson) {
    if (isTitle(plain)) return { role: 'title', concept: null }
    if (isParticle(plain)) return { role: 'particle', concept: null }
    return { role: plain.length === 1 && !/[가-힣\p{Script=Han}]/u.test(plain) ? 'initial' : 'content', concept: null }
  }
  const number = readNumber(plain, at > 0)
  if (number !== null) return { role: 'number', concept: `#${number}` }
  const known = readConcept(plain)
  if (known) return known
  return { role: isParticle(plain) ? 'particle' : 'content', concept: null }
}

function buildWord(word: string, isPerson: boolean, at: number): NameWord {
  const plain = stripMarks(word)
  const script = readScript(plain)
  const { role, concept } = roleOf(plain, isPerson, at)
  const latin = romanise(word, script)
  const short = role === 'content' && plain.length <= 2 && script !== 'hangul'
  const weight = short ? 0.7 : role === 'content' && isPerson && PATRONYMIC.test(plain) ? 0.6 : WEIGHTS[role]
  return { plain, sound: latin === null ? null : readSound(latin), script, role, concept, weight }
}

const ofPerson = remember((word) => buildWord(word, true, 1))
const atHead = remember((word) => buildWord(word, false, 0))
const afterHead = remember((word) => buildWord(word, false, 1))

const buildWords = (words: readonly string[], isPerson: boolean): NameWord[] =>
  words.map((word, at) => (isPerson ? ofPerson(word) : at === 0 ? atHead(word) : afterHead(word)))

const FAITH_NAMES =
  /^(din|deen|dine|dien|rahman|rehman|rahim|aziz|allah|ullah|karim|hakim|latif|salam|malik|fattah|ghani|qadir|jabbar|majid|hamid|wahid|samad)$/

/** Abd al-Rahman, Saif al-Din and Zaki-ur-Rehman are one name each. */
function joinFaithNames(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const article = joined.at(-1) ?? ''
    const head = joined.at(-2) ?? ''
    if (
      FAITH_NAMES.test(word) &&
      /^(al|el|ul|ud|ur|ad|ar|as|an)$/.test(article) &&
      head.length > 1 &&
      !isParticle(head)
    ) {
      joined.splice(-2, 2, `${head}${article}${word}`)
    } else if (FAITH_NAMES.test(word) && /^(abdul|abdel|abdal|abdur)$/.test(article))
      joined.splice(-1, 1, `${article}${word}`)
    else joined.push(word)
  }
  return joined
}

const MOST_WORDS = 80

function readOne(text: string, folded: string, kind: PartyKind): ReadName {
  const isPerson = kind === 'person'
  const qualifierTexts: string[] = []
  const outside = folded.replaceAll(/[([（【「]([^()[\]]*)[)\]）】」]/g, (_, inner: string) => {
    qualifierTexts.push(inner)
    return ' '
  })
  const cut = cutWords(outside)
  const inner = qualifierTexts.flatMap(cutWords)
  const all = (cut.length > 0 ? cut : inner).slice(0, MOST_WORDS)
  const { kept, forms } = takeForms(all.map(stripMarks), isPerson)
  const innerForms = takeForms(inner.map(stripMarks), isPerson)
  const outer = kept.map((at) => all[at] ?? '')
  const korean = isPerson ? readKoreanName(outer) : null
  const left = isPerson
    ? joinFaithNames(outer)
    : phrases(joinOrganisationWords(outer)).flatMap((word) =>
        /^[가-힣]{4,}$/.test(word) ? splitHangulCompound(word) : [word],
      )
  const withoutForm = left.filter((word) => word !== '주식회사')
  const vessel =
    kind === 'vessel' ? withoutForm.filter((word, at) => at > 0 || !/^(mv|mt|ms|ss|mts|fv)$/.test(word)) : withoutForm
  return {
    text,
    words: buildWords(vessel, isPerson),
    qualifiers:
      cut.length > 0
        ? buildWords(
            innerForms.kept.map((at) => inner[at] ?? ''),
            isPerson,
          )
        : [],
    forms: [...forms, ...innerForms.forms],
    joined: all.map(stripMarks).join(''),
    hasComma: folded.includes(','),
    korean,
  }
}

const ALTERNATIVE =
  /\s*(?:\b(?:a\.?k\.?a\.?|f\.?k\.?a\.?|formerly|also known as|d\.?b\.?a\.?|он же|также известен)(?=\s)|(?<=[\p{L}'-]{4})\s*\/\s*(?=[\p{L}'-]{4}))\s*/u

/**
 * All readings of a name as written: as a whole, each side of `a.k.a.` or a slash, and where a word is made of
 * look-alike letters only, as the word it imitates. Names that hold nothing but a legal form have no reading.
 */
export function readNames(text: string, kind: PartyKind): readonly ReadName[] {
  const folded = foldName(text)
  const parts = folded.split(ALTERNATIVE).filter((part) => part.trim() !== '')
  const texts = new Set([folded, ...(parts.length > 1 ? parts.slice(0, 6) : [])])
  for (const part of Array.from(texts)) {
    const imitation = part.replaceAll(/\p{Script=Cyrillic}+/gu, (word) => readAsImitation(word) ?? word)
    if (imitation !== part && !/\p{Script=Cyrillic}/u.test(imitation)) texts.add(imitation)
  }
  return [...texts]
    .map((part) => readOne(text, part, kind))
    .filter(({ words }) => words.some(({ role }) => role !== 'particle' && role !== 'title'))
}
