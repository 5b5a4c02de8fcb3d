import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import type { ToldCommitment } from './article.ts'
import { parseTokens, withoutTokens } from './token.ts'

/** Sentences of a text, each with its tokens. */
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?。])\s+/u)

/** Saying that something was promised, signed or planned is not saying that it was done. */
const PROMISING: Readonly<Record<Locale, RegExp>> = {
  en: /\b(?:(?:has|have|had|was|were|is|are)\s+(?:been\s+)?)?(?:promised|pledged|agreed|undertook|undertaken|planned|scheduled|expected|committed|intended|signed|announced|due|set)\b/giu,
  ru: /(?<!\p{L})(?:обещал\p{L}*|обещан\p{L}*|обязал\p{L}*|договорил\p{L}*|планировал\p{L}*|запланирован\p{L}*|намерен\p{L}*|подписал\p{L}*|подписан\p{L}*|объявил\p{L}*|объявлен\p{L}*|согласил\p{L}*|взял\p{L}* обязательств\p{L}*)/giu,
  ko: /(?:기로\s*했|기로\s*하였|약속했|약속하였|약속한|체결했|체결하였|서명했|밝혔|발표했|합의했|합의하였|계획이었|예정이었)/gu,
}

const DONE: Readonly<Record<Locale, RegExp>> = {
  en: /\b(?:has|have|had|was|were|been)\b|\b(?:completed|moved|finished|listed|opened|relocated|established|incorporated|delivered|paid|fulfilled|became|went public|joined|settled|transferred|registered|built|launched|started|began)\b/iu,
  // Past tense of verbs, and short passive participles: завершила, перенесён, размещена.
  ru: /(?<!\p{L})\p{L}{2,}(?:ла|ло|ли|лась|лось|лись|лся|ал|ил|ел|ыл|ул|ёл|ёс|нёс|ена|ено|ены|ён|ана|ано|аны|ошёл|ошла|ошли)(?!\p{L})/iu,
  // A syllable with the ending ㅆ before 다, 습니다, 으며, 고: whatever verb it is.
  ko: /[가-힣](?:다|습니다|으며|고|는데)(?![가-힣])/gu,
}

const SSANG_SIOT = 20

function tellsAsDone(sentence: string, locale: Locale): boolean {
  const rest = sentence.replaceAll(PROMISING[locale], ' ')
  if (locale !== 'ko') return DONE[locale].test(rest)
  return [...rest.matchAll(DONE.ko)].some(({ 0: found }) => (found.codePointAt(0)! - 0xac00) % 28 === SSANG_SIOT)
}

/** Beginnings of the words of a promise: enough to know it again in another grammatical form. */
const stemOf = (word: string): string => word.toLowerCase().slice(0, /[가-힣]/u.test(word) ? 2 : 5)

const stemsOf = (text: string): { readonly stem: string; readonly isName: boolean }[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word, index) => ({ word, isName: index > 0 && /^\p{Lu}/u.test(word) }))
    .filter(({ word }) => word.length > (/[가-힣]/u.test(word) ? 1 : 3))
    .map(({ word, isName }) => ({ stem: stemOf(word), isName }))

/** "list" and "listed": a short word is its own beginning. */
const isSameStem = (a: string, b: string): boolean =>
  a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a)))

const isOpen = ({ status }: ToldCommitment): boolean => status !== 'fulfilled'

/**
 * Sentences that tell an open promise as done: those with its token, and those that name its party and at least two
 * of its words. It errs on the side of asking: who writes can put the promise as what it is.
 */
export function findToldPromises(
  text: string,
  locale: Locale,
  commitments: readonly ToldCommitment[],
): { readonly commitmentId: string; readonly sentence: string }[] {
  const open = commitments.filter(isOpen)
  return sentencesOf(text).flatMap((sentence) => {
    if (!tellsAsDone(withoutTokens(sentence), locale)) return []
    const told = open.find((commitment) => isAbout(sentence, locale, commitment))
    return told ? [{ commitmentId: told.id, sentence: sentence.trim() }] : []
  })
}

function isAbout(sentence: string, locale: Locale, { id, party, what }: ToldCommitment): boolean {
  if (parseTokens(sentence).some((segment) => typeof segment !== 'string' && segment.id === id)) return true
  const lower = sentence.toLowerCase()
  const isNamed = LOCALES.some((one) => party[one] && lower.includes(party[one].toLowerCase()))
  const stems = stemsOf(sentence).map(({ stem }) => stem)
  const shared = stemsOf(what[locale] ?? what.en ?? '').filter(({ stem }) =>
    stems.some((other) => isSameStem(stem, other)),
  )
  // The names of places alone do not make it the same thing.
  const isSame = new Set(shared.map(({ stem }) => stem)).size >= 2 && shared.some(({ isName }) => !isName)
  return isNamed && isSame
}
