import type { Locale } from '../../../kernel/locale.ts'
import { CURRENCIES, type Currency, type Money, plainUnits } from '../../../kernel/money.ts'

export { CURRENCIES, type Currency, type Money, plainUnits }

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
