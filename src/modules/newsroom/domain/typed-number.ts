import type { Locale } from '../../../kernel/locale.ts'
import { withoutTokens } from './token.ts'

/** A number that somebody typed, in one form for all languages. */
export interface TypedNumber {
  /** As it stands in the text. */
  readonly text: string
  readonly value: number
  /** What is counted, where the word beside it says so: `companies`, `agreements`, `people`, or a currency. */
  readonly unit: string | null
  readonly start: number
}

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'

/** Days and times are no counts. A four-digit year stands for itself. */
const DATES: readonly RegExp[] = [
  /\d{4}-\d{1,2}-\d{1,2}/g,
  /\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?/g,
  /\d{1,2}\.\d{1,2}\.\d{4}/g,
  /(?:\d{4}\s*년\s*)?\d{1,2}\s*월(?:\s*\d{1,2}\s*일)?|\d{4}\s*년|\d{1,2}\s*일(?=[\s,에까부은]|$)/g,
  new RegExp(String.raw`\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:${MONTHS})(?:,?\s+\d{4})?`, 'giu'),
  new RegExp(String.raw`(?:${MONTHS})\s+\d{1,2}(?:,?\s+\d{4})?`, 'giu'),
  /\d{1,2}:\d{2}|(?:오전|오후)\s*\d{1,2}시(?:\s*\d{1,2}분)?|\d{1,2}\s*(?:a\.?m\.?|p\.?m\.?)/gi,
  /(?<![\d.,]|(?:USD|KRW|EUR|RUB|CNY|[$₩€₽])\s?)(?:19|20)\d{2}(?![.,]?\d|\s*(?:[만억조천개명원곳건%]|달러|thousand|million|billion|тыс|млн|млрд|companies|people|agreements|dollars|компани|соглашени|человек|долл))(?:\s*(?:г\.|год[ау]?))?/giu,
]

/** 3D, 4G, B2B, 코로나19, 행정2부지사, 제3자: a digit that is part of a word is no count, unless a counter follows. */
const WORDS_WITH_DIGITS =
  /[A-Za-zА-Яа-яЁё][\w-]*\d[\w-]*|\d+(?=[A-Za-zА-Яа-яЁё])[A-Za-zА-Яа-яЁё]+|제\s?\d+|\d+(?:차원|세대)|[가-힣]\d+(?!\d|[.,]\d|\s*(?:개|곳|건|명|사(?!람)|만|억|조|원|달러|차례|여|%))/gu

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  тыс: 1e3,
  тысяч: 1e3,
  млн: 1e6,
  миллион: 1e6,
  млрд: 1e9,
  миллиард: 1e9,
}

/** Number words that stand for counts in press texts. One is left out: it is an article in English. */
const WORDS: Readonly<Record<Locale, Readonly<Record<string, number>>>> = {
  en: {
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
  },
  ru: {
    два: 2,
    две: 2,
    двух: 2,
    три: 3,
    трёх: 3,
    трех: 3,
    четыре: 4,
    четырёх: 4,
    четырех: 4,
    пять: 5,
    пяти: 5,
    шесть: 6,
    шести: 6,
    семь: 7,
    восемь: 8,
    девять: 9,
    десять: 10,
    десяти: 10,
    двенадцать: 12,
  },
  ko: { 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10 },
}

const UNIT_WORDS: readonly (readonly [string, RegExp])[] = [
  ['companies', /^\s*(?:개\s*)?(?:기업|회사|업체|companies|company|firms|компани|предприяти)/iu],
  ['companies', /^\s*(?:개?사|곳)(?![가-힣]{2})/u],
  ['agreements', /^\s*(?:건의?\s*)?(?:협약|계약|agreements?|contracts?|соглашени|договор)/iu],
  ['people', /^\s*(?:여\s*)?(?:명|people|persons|guests|attendees|человек|участник)/iu],
  ['USD', /^\s*(?:달러|dollars?|долл)/iu],
  ['KRW', /^\s*(?:원|won|вон)/iu],
]

const blank = (text: string): string => ' '.repeat(text.length)

/** Every number in `text` that is neither a token, a day, a time, a year nor part of a word. */
export function findTypedNumbers(text: string, locale: Locale): TypedNumber[] {
  let rest = withoutTokens(text)
  for (const pattern of DATES) rest = rest.replaceAll(pattern, blank)
  rest = rest.replaceAll(WORDS_WITH_DIGITS, blank)
  return [...digitsIn(rest, locale), ...wordsIn(rest, locale)].toSorted((a, b) => a.start - b.start)
}

function digitsIn(text: string, locale: Locale): TypedNumber[] {
  const found: TypedNumber[] = []
  // Groups of three after comma, space or no-break space; then a decimal part; then the scale.
  const pattern = /\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const after = text.slice(start + match[0].length)
    const scaled = scaleAfter(after)
    const value = Number((numberOf(match[0], locale) * scaled.factor).toPrecision(15))
    const written = match[0] + after.slice(0, scaled.length)
    found.push({ text: written.trim(), value, unit: unitIn(after.slice(scaled.length), text.slice(0, start)), start })
  }
  return joinKorean(found)
}

function numberOf(digits: string, locale: Locale): number {
  const isGrouped = /^\d{1,3}(?:[,\u00a0\u202f ]\d{3})+/.test(digits) && !(locale === 'ru' && /^\d+,\d+$/.test(digits))
  const plain = isGrouped ? digits.replaceAll(/[\u00a0\u202f ]|,(?=\d{3}(?!\d))/g, '') : digits
  return Number(plain.replaceAll(/\s/g, '').replace(',', '.'))
}

function scaleAfter(after: string): { factor: number; length: number } {
  const korean = /^\s?([조억만천])/u.exec(after)
  if (korean) return { factor: { 조: 1e12, 억: 1e8, 만: 1e4, 천: 1e3 }[korean[1] as '조'], length: korean[0].length }
  const word =
    /^\s+(thousand|million|billion|тыс\.?|тысяч[аи]?|млн\.?|миллион(?:а|ов)?|млрд\.?|миллиард(?:а|ов)?)(?![a-zа-я])/iu.exec(
      after,
    )
  if (!word) return { factor: 1, length: 0 }
  const stem = word[1]!.toLowerCase().replace('.', '')
  const key = Object.keys(SCALES).find((known) => stem.startsWith(known))!
  return { factor: SCALES[key]!, length: word[0].length }
}

/** 1억 2000만 is one number. */
function joinKorean(found: readonly TypedNumber[]): TypedNumber[] {
  const joined: TypedNumber[] = []
  for (const number of found) {
    const last = joined.at(-1)
    const isPart =
      last &&
      /[조억만]$/u.test(last.text) &&
      number.start - (last.start + last.text.length) <= 1 &&
      number.value < last.value
    if (last && isPart) {
      joined[joined.length - 1] = {
        ...number,
        text: `${last.text} ${number.text}`,
        value: last.value + number.value,
        start: last.start,
      }
    } else joined.push(number)
  }
  return joined
}

function wordsIn(text: string, locale: Locale): TypedNumber[] {
  const words = Object.keys(WORDS[locale]).join('|')
  // A Korean number word counts only before its counter: 네 is also "yes", 열 also "heat".
  const pattern =
    locale === 'ko'
      ? new RegExp(
          String.raw`(?<![가-힣])(${words})\s?(?=(?:곳|건|개|명|개사|차례|기업|회사|가지|나라)(?:$|[^가-힣]|[가-힣]))`,
          'gu',
        )
      : new RegExp(String.raw`(?<![\p{L}\p{N}-])(${words})(?![\p{L}\p{N}])`, 'giu')
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[1]!,
    value: WORDS[locale][match[1]!.toLowerCase()]!,
    unit: unitIn(text.slice(match.index + match[0].length), text.slice(0, match.index)),
    start: match.index,
  }))
}

function unitIn(after: string, before: string): string | null {
  const currency = /(USD|KRW|EUR|RUB|CNY|US\$|₩|\$|€|₽)\s*$/.exec(before)?.[1]
  if (currency) return { US$: 'USD', $: 'USD', '₩': 'KRW', '€': 'EUR', '₽': 'RUB' }[currency] ?? currency
  if (/^\s*건/u.test(after) && /(?:협약|계약)[은는이가을를]?\s*$/u.test(before)) return 'agreements'
  // An adjective may stand between: "44 Korean and Russian companies".
  const near = after.replace(
    /^(?:\s+[\p{L}-]+){0,3}?(?=\s*(?:companies|company|firms|agreements?|people|компани|соглашени|человек))/iu,
    '',
  )
  return UNIT_WORDS.find(([, pattern]) => pattern.test(near))?.[0] ?? null
}
