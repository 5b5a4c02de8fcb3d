import type { Locale } from './locale.ts'

/** Currencies with the digits of their minor unit (ISO 4217). */
export const CURRENCY_DIGITS = { USD: 2, EUR: 2, KRW: 0, RUB: 2, CNY: 2, JPY: 0, KZT: 2, GBP: 2, CHF: 2 } as const
export type Currency = keyof typeof CURRENCY_DIGITS
export const CURRENCIES = Object.keys(CURRENCY_DIGITS) as [Currency, ...Currency[]]

/** In minor units: cents of a dollar, whole won. Always a safe integer: a larger amount would lose its last digits. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

export const isCurrency = (text: string): text is Currency => Object.hasOwn(CURRENCY_DIGITS, text)

/** "5000000" or "12.50" in units of the currency; null when it is no amount or too large to be kept without loss. */
export function parseAmount(text: string, currency: Currency): Money | null {
  const digits = CURRENCY_DIGITS[currency]
  const parts = /^(\d{1,20})(?:\.(\d{1,4}))?$/.exec(text)
  if (!parts) return null
  const fraction = (parts[2] ?? '').replace(/0+$/, '')
  if (fraction.length > digits) return null
  const minor = BigInt(parts[1]! + fraction.padEnd(digits, '0'))
  return minor > BigInt(Number.MAX_SAFE_INTEGER) ? null : { minor: Number(minor), currency }
}

/** The amount as plain digits in units of the currency: "5000000", "12.5". */
export function plainUnits({ minor, currency }: Money): string {
  const digits = CURRENCY_DIGITS[currency]
  const text = String(minor).padStart(digits + 1, '0')
  const fraction = digits === 0 ? '' : text.slice(-digits).replace(/0+$/, '')
  return `${digits === 0 ? text : text.slice(0, -digits)}${fraction ? `.${fraction}` : ''}`
}

/** Each locale counts in its own steps; a step is used only where nothing is rounded away. */
const STEPS: Readonly<Record<Locale, readonly (readonly [bigint, string])[]>> = {
  en: [
    [1_000_000_000n, 'billion'],
    [1_000_000n, 'million'],
  ],
  ru: [
    [1_000_000_000n, 'млрд'],
    [1_000_000n, 'млн'],
    [1000n, 'тыс.'],
  ],
  ko: [
    [1_0000_0000_0000n, '조'],
    [1_0000_0000n, '억'],
    [1_0000n, '만'],
  ],
}

const NAMES: Readonly<Record<Locale, Partial<Record<Currency, string>>>> = {
  en: {},
  ko: { USD: '달러', KRW: '원', EUR: '유로', RUB: '루블', CNY: '위안', JPY: '엔', GBP: '파운드' },
  ru: { USD: 'долларов США', KRW: 'вон', EUR: 'евро', RUB: 'рублей', CNY: 'юаней', JPY: 'иен', GBP: 'фунтов' },
}

const GROUPED: Readonly<Record<Locale, string>> = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-US' }

const grouped = (value: bigint | number, locale: Locale): string =>
  new Intl.NumberFormat(GROUPED[locale], { useGrouping: true, maximumFractionDigits: 2 }).format(value)

/**
 * As the press of each language writes it: "USD 5 million", "500만 달러", "5 млн долларов США". Nothing is rounded:
 * an amount that no step divides is written out.
 */
export function amountText(money: Money, locale: Locale): string {
  const [whole = '0', fraction] = plainUnits(money).split('.')
  const name = NAMES[locale][money.currency] ?? money.currency
  const number = fraction ? grouped(Number(`${whole}.${fraction}`), locale) : inSteps(BigInt(whole), locale)
  return locale === 'en' ? `${money.currency} ${number}` : `${number} ${name}`
}

function inSteps(value: bigint, locale: Locale): string {
  if (locale === 'ko') return koreanSteps(value)
  for (const [step, word] of STEPS[locale]) {
    // One digit after the point at most: "5.7 billion".
    if (value >= step && (value * 10n) % step === 0n) {
      return `${grouped(Number((value * 10n) / step) / 10, locale)} ${word}`
    }
  }
  return grouped(value, locale)
}

/** 57억, 1억 2300만: each step of ten thousand with its own word. */
function koreanSteps(value: bigint): string {
  if (value < 1_0000n) return grouped(value, 'ko')
  let rest = value
  const parts: string[] = []
  for (const [step, word] of STEPS.ko) {
    if (rest >= step) parts.push(`${grouped(rest / step, 'ko')}${word}`)
    rest %= step
  }
  if (rest > 0n) parts.push(grouped(rest, 'ko'))
  return parts.join(' ')
}
