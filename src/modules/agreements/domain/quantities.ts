import type { Locale } from '../../../kernel/locale.ts'

export type QuantityKind = 'amount' | 'date' | 'number' | 'percent'

/** A quantity that a text names, in one form for all languages. */
export interface Quantity {
  readonly kind: QuantityKind
  /** "USD 5000000", "2020-10-26", "36", "15 %" */
  readonly value: string
  /** Place in the text, in UTF-16 units; `end` is not part of it. */
  readonly start: number
  readonly end: number
}

/**
 * Amounts, dates, percentages and other numbers written in digits, as each language writes them: 500만 달러, USD 5
 * million and 5 млн долларов are one amount; 5,700 is five thousand seven hundred in English and Korean and 5.7 in Russian.
 */
export function findQuantities(text: string, locale: Locale): Quantity[] {
  const dates = findDates(text)
  const rest = masked(text, dates).replaceAll(THIRD_PARTY, (word) => '\u0000'.repeat(word.length))
  return [...dates, ...findNumbers(rest, locale)].toSorted((a, b) => a.start - b.start)
}

/** 제3자, "third party", is a word and no number. */
const THIRD_PARTY = /제\s?3\s?자/g

/** The text with what has been found blanked out, so that places stay what they are. */
const masked = (text: string, found: readonly Quantity[]): string =>
  found.reduce((rest, { start, end }) => rest.slice(0, start) + '\u0000'.repeat(end - start) + rest.slice(end), text)

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['january', 'jan', 'января'],
    ['february', 'feb', 'февраля'],
    ['march', 'mar', 'марта'],
    ['april', 'apr', 'апреля'],
    ['may', 'мая'],
    ['june', 'jun', 'июня'],
    ['july', 'jul', 'июля'],
    ['august', 'aug', 'августа'],
    ['september', 'sept', 'sep', 'сентября'],
    ['october', 'oct', 'октября'],
    ['november', 'nov', 'ноября'],
    ['december', 'dec', 'декабря'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1])),
)

const MONTH = `(?<month>${Object.keys(MONTHS).join('|')})\\.?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const DATE_FORMS: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/g,
  /(?<!\d)(?<year>\d{4})\.\s?(?<month>\d{1,2})\.\s?(?<day>\d{1,2})(?!\d)/g,
  /(?<!\d)(?<year>\d{4})\s*년\s*(?<month>\d{1,2})\s*월\s*(?<day>\d{1,2})\s*일/g,
  /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/g,
  new RegExp(String.raw`(?<!\d)[«"]?${DAY}[»"]?\s+(?:of\s+)?${MONTH},?\s+(?<year>\d{4})(?:\s*г(?:ода|\.))?`, 'giu'),
  new RegExp(String.raw`${MONTH}\s+${DAY},?\s+(?<year>\d{4})`, 'giu'),
]

function findDates(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const form of DATE_FORMS) {
    for (const match of masked(text, found).matchAll(form)) {
      const { year = '', month = '', day = '' } = match.groups ?? {}
      const number = MONTHS[month.toLowerCase()] ?? Number(month)
      if (number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) continue
      const value = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
      found.push({ kind: 'date', value, start: match.index, end: match.index + match[0].length })
    }
  }
  return found
}

const SPACE = '[ \\u00a0\\u202f\\u2009]'
const CURRENCY_WORDS: readonly (readonly [string, string])[] = [
  ['USD', String.raw`USD|US\$|\$|US dollars?|dollars?|미화|미국 ?달러|미 ?달러|달러|долл(?:\.|ар(?:ов|а|ы)?)(?: США)?`],
  ['KRW', String.raw`KRW|₩|won|한화|원(?![가-힣])|원(?=[을를이은의에정으]|$)|вон(?:а|ы)?`],
  ['EUR', String.raw`EUR|€|euros?|유로|евро`],
  ['RUB', String.raw`RUB|₽|rou?bles?|루블|руб(?:\.|лей|ля|ль)?`],
  ['CNY', String.raw`CNY|RMB|yuan|위안|юан(?:ей|я|ь)`],
  ['JPY', String.raw`JPY|¥|yen|엔화|엔(?![가-힣])|иен(?:а|ы)?`],
  ['KZT', String.raw`KZT|₸|tenge|텡게|тенге`],
  ['GBP', String.raw`GBP|£|pounds?(?: sterling)?|파운드|фунт(?:ов|а)?`],
  ['CHF', String.raw`CHF|Swiss francs?|스위스 ?프랑|швейцарск\p{L}+ франк\p{L}*`],
]
const CURRENCY = CURRENCY_WORDS.map(([, words]) => words).join('|')

const GROUPED = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?`
const SPACED = String.raw`\d{1,3}(?:${SPACE}\d{3})+(?:,\d+)?`
const PLAIN = String.raw`\d+(?:[.,]\d+)?`
const MAGNITUDES: Readonly<Record<'en' | 'ru', readonly (readonly [string, number])[]>> = {
  en: [
    [String.raw`(?:thousand|k)\b`, 1e3],
    [String.raw`(?:million|mln|mn|m)\b`, 1e6],
    [String.raw`(?:billion|bn|b)\b`, 1e9],
    [String.raw`trillion\b`, 1e12],
  ],
  ru: [
    [String.raw`тыс(?:\.|яч\p{L}*)`, 1e3],
    [String.raw`(?:млн\.?|миллион\p{L}*)`, 1e6],
    [String.raw`(?:млрд\.?|миллиард\p{L}*)`, 1e9],
    [String.raw`(?:трлн\.?|триллион\p{L}*)`, 1e12],
  ],
}
const KOREAN_UNITS: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12 }
const KOREAN_PART = String.raw`(?:${GROUPED}|${PLAIN})\s?[십백천]?(?:만|억|조(?!항|에|의|를|와|부터|까지))`
/** 57억 3천만 is a sum of parts; 제3조 is an article and no trillion. */
const KOREAN = String.raw`(?<!제\s?)${KOREAN_PART}(?:\s?${KOREAN_PART})*(?:\s?(?:${GROUPED}|\d+)(?=\s?(?:${CURRENCY})))?|(?:${GROUPED}|${PLAIN})\s?[백천](?=\s?(?:${CURRENCY}))`

const WORD_BEFORE = String.raw`(?<![\d\p{L}]|\d[.,])`
const numberForm = (locale: Locale): string => {
  const magnitude = MAGNITUDES[locale === 'ko' ? 'en' : locale].map(([words]) => words).join('|')
  const plain = locale === 'ru' ? `${SPACED}|${GROUPED}|${PLAIN}` : `${GROUPED}|${SPACED}|${PLAIN}`
  const core = `(?<number>${plain})(?:${SPACE}?(?<magnitude>${magnitude}))?`
  return locale === 'ko' ? `(?:(?<korean>${KOREAN})|${core})` : core
}

const FORMS: Readonly<Record<Locale, RegExp>> = {
  ko: quantityForm('ko'),
  ru: quantityForm('ru'),
  en: quantityForm('en'),
}

/** Currency before or after, with the amount in words in brackets between; or a percent sign. */
function quantityForm(locale: Locale): RegExp {
  const before = `(?:${WORD_BEFORE}(?<before>${CURRENCY})${SPACE}?)?`
  const after = String.raw`(?:(?:${SPACE}?\([^()]{1,80}\))?${SPACE}?(?<after>${CURRENCY})|${SPACE}?(?<percent>%|퍼센트|per ?cent|процент\p{L}*))?`
  return new RegExp(`${before}(?<![\\d])${numberForm(locale)}${after}`, 'giu')
}

function findNumbers(text: string, locale: Locale): Quantity[] {
  return [...text.matchAll(FORMS[locale])].map((match) => {
    const { korean, number = '', magnitude, before, after, percent } = match.groups ?? {}
    const value = korean === undefined ? readNumber(number, locale) * scaleOf(magnitude, locale) : readKorean(korean)
    const written = plain(value)
    const currency = currencyOf(before) ?? currencyOf(after)
    const start = match.index
    const end = match.index + match[0].length
    if (currency) return { kind: 'amount', value: `${currency} ${written}`, start, end }
    return percent
      ? { kind: 'percent', value: `${written} %`, start, end }
      : { kind: 'number', value: written, start, end }
  })
}

/** Without the noise of binary fractions: 5.7 × 1e9 is 5700000000. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))

function readNumber(written: string, locale: Locale): number {
  if (new RegExp(SPACE).test(written)) return Number(written.replaceAll(new RegExp(SPACE, 'g'), '').replace(',', '.'))
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)
  const isRussianDecimal = locale === 'ru' && /^\d+,\d+$/.test(written)
  return Number(isGrouped && !isRussianDecimal ? written.replaceAll(',', '') : written.replace(',', '.'))
}

const scaleOf = (magnitude: string | undefined, locale: Locale): number =>
  magnitude === undefined
    ? 1
    : MAGNITUDES[locale === 'ko' ? 'en' : locale].find(([words]) => new RegExp(`^${words}`, 'iu').test(magnitude))![1]

function readKorean(written: string): number {
  let total = 0
  for (const [, digits = '', small, large] of written.matchAll(/([\d,]+(?:\.\d+)?)\s?([십백천])?\s?([만억조])?/g)) {
    total += Number(digits.replaceAll(',', '')) * (KOREAN_UNITS[small ?? ''] ?? 1) * (KOREAN_UNITS[large ?? ''] ?? 1)
  }
  return total
}

const CURRENCY_FORMS = CURRENCY_WORDS.map(([code, words]) => [code, new RegExp(`^(?:${words})$`, 'iu')] as const)

const currencyOf = (word: string | undefined): string | null =>
  word === undefined
    ? null
    : (CURRENCY_FORMS.find(([, form]) => form.test(word))?.[0] ?? (word === '원' ? 'KRW' : null))
