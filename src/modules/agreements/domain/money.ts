import type { Locale } from '../../../kernel/locale.ts'

/** Currencies an agreement may name, with the digits of their minor unit (ISO 4217). */
export const CURRENCY_DIGITS = { USD: 2, EUR: 2, KRW: 0, RUB: 2, CNY: 2, JPY: 0, KZT: 2, GBP: 2, CHF: 2 } as const
export type Currency = keyof typeof CURRENCY_DIGITS
export const CURRENCIES = Object.keys(CURRENCY_DIGITS) as [Currency, ...Currency[]]

/** In minor units: cents of a dollar, whole won. Always a safe integer. */
export interface Money {
  readonly minor: number
  readonly currency: Currency
}

/** How many units of `to` one unit of `from` is, on whose word and of which day. */
export interface Rate {
  readonly value: number
  readonly date: string
  readonly source: string
}

/** A second amount under which the first was announced. Never added to it, never put in its place. */
export interface AnnouncedAmount {
  readonly amount: Money
  readonly rate: Rate | null
}

/** The amount as plain digits in units of the currency: "5000000", "12.5". */
export function plainUnits({ minor, currency }: Money): string {
  const digits = CURRENCY_DIGITS[currency]
  const text = String(minor).padStart(digits + 1, '0')
  const fraction = digits === 0 ? '' : text.slice(-digits).replace(/0+$/, '')
  return `${digits === 0 ? text : text.slice(0, -digits)}${fraction ? `.${fraction}` : ''}`
}

const TAGS: Readonly<Record<Locale, string>> = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-US' }

/** "USD 5,000,000", in Russian "5 000 000 USD" with spaces that do not break. */
export function formatMoney(money: Money, locale: Locale): string {
  const [whole = '0', fraction] = plainUnits(money).split('.')
  const number = new Intl.NumberFormat(TAGS[locale], { useGrouping: 'always' } as Intl.NumberFormatOptions).format(
    BigInt(whole),
  )
  const decimals = fraction ? (locale === 'ru' ? `,${fraction.padEnd(2, '0')}` : `.${fraction.padEnd(2, '0')}`) : ''
  return locale === 'ru' ? `${number}${decimals} ${money.currency}` : `${money.currency} ${number}${decimals}`
}

export const MAX_DEPARTURE = 0.005

/**
 * By which part the announced amount departs from the first at its rate; null without a rate, because then nothing can
 * be said, and for an amount of zero.
 */
export function announcedDeparture(amount: Money, announced: AnnouncedAmount): number | null {
  if (!announced.rate || amount.minor === 0) return null
  const converted = Number(plainUnits(amount)) * announced.rate.value
  return converted === 0 ? null : Number(plainUnits(announced.amount)) / converted - 1
}
