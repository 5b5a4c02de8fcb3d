import { CURRENCY_DIGITS, type Currency, type Money } from './money.ts'

/** Powers of ten that people write as words. A longer word stands before the one it begins with. */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^조/u, 12],
  [/^억/u, 8],
  [/^천만/u, 7],
  [/^백만/u, 6],
  [/^만/u, 4],
  [/^천/u, 3],
  [/^(?:трлн|trillion)\.?/iu, 12],
  [/^(?:млрд|миллиард(?:а|ов)?|billion|bn)\.?/iu, 9],
  [/^(?:млн|миллион(?:а|ов)?|million|mln)\.?/iu, 6],
  [/^(?:тыс|тысяч[аи]?|thousand)\.?/iu, 3],
]

const CURRENCY_WORDS =
  /^(?:us\$|usd|krw|eur|rub|cny|jpy|kzt|gbp|chf|[$₩€₽£¥])|(?:us\$|usd|krw|eur|rub|cny|jpy|kzt|gbp|chf|[$₩€₽£¥]|원|달러|유로|루블|위안|엔|won|dollars?|вон|руб(?:л(?:ь|я|ей))?\.?|долл(?:ар(?:а|ов)?)?\.?)$/giu

/** Full-width figures become plain ones, but a raised figure means a power and would become a digit. */
const RAISED = /[⁰¹²³⁴-⁹]/u

const NUMBER = /^\d[\d.,]*/u

/**
 * What a person typed as an amount, in minor units: `1,234,567.89`, `1.234.567,89`, `1 234 567,89`, `５００만`,
 * `1억 2,300만`, `2,5 млн`, `USD 3 million`. Null when it is no amount, more exact than the currency, beyond what can be
 * counted exactly (9,007,199,254,740,991 minor units), or can be read in two ways, as `1.234`.
 */
export function parseTypedAmount(text: string, currency: Currency): Money | null {
  if (text.length > 60 || RAISED.test(text)) return null
  let rest = text
    .normalize('NFKC')
    .replaceAll(/[\s'’]/gu, '')
    .replaceAll(CURRENCY_WORDS, '')
  if (rest === '') return null
  let minor = 0n
  let power = Infinity
  while (rest !== '') {
    const digits = NUMBER.exec(rest)?.[0]
    if (digits === undefined) return null
    rest = rest.slice(digits.length)
    const scale = SCALES.find(([word]) => word.test(rest))
    const own = scale?.[1] ?? 0
    // 1억 2000만: each part stands for less than the one before.
    if (own >= power) return null
    power = own
    if (scale) rest = rest.replace(scale[0], '')
    const part = inMinor(digits, own + CURRENCY_DIGITS[currency])
    if (part === null) return null
    minor += part
  }
  return minor > BigInt(Number.MAX_SAFE_INTEGER) ? null : { minor: Number(minor), currency }
}

/** Times ten to the `power`; null where digits would be lost. */
function inMinor(digits: string, power: number): bigint | null {
  const match =
    /^(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<part>\d+))?$/u.exec(digits) ??
    /^(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<part>\d+))?$/u.exec(digits)
  if (!match) return null
  const { whole = '', part = '' } = match.groups ?? {}
  const fraction = part.replace(/0+$/u, '')
  if (fraction.length > power) return null
  return BigInt(whole.replaceAll(/[.,]/gu, '') + fraction.padEnd(power, '0'))
}
