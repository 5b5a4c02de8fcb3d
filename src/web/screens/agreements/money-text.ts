import type { Locale } from '../../../kernel/locale.ts'
import { type Currency, type Money, parseAmount, plainUnits } from '../../../kernel/money.ts'
import { intlTag } from '../../intl-tag.ts'

/** An amount as it is being typed; empty: none. */
export interface MoneyText {
  readonly text: string
  readonly currency: Currency
}

export const NO_MONEY: MoneyText = { text: '', currency: 'USD' }

/**
 * Minor units of what was typed, with or without separators of thousands: "5,000,000", "5 000 000,50". Null: nothing
 * was typed. `'wrong'`: no amount, or one beyond what can be counted exactly (9,007,199,254,740,991 minor units).
 */
export function readMoney({ text, currency }: MoneyText): Money | null | 'wrong' {
  const plain = text.normalize('NFKC').replaceAll(/[\s'’]/g, '')
  if (plain === '') return null
  const match =
    /^(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<part>\d+))?$/.exec(plain) ??
    /^(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<part>\d+))?$/.exec(plain)
  const { whole = '', part } = match?.groups ?? {}
  const units = whole.replaceAll(/[.,]/g, '')
  return parseAmount(part === undefined ? units : `${units}.${part}`, currency) ?? 'wrong'
}

/** As it stands in the field: plain digits with a point. */
export function moneyText(money: Money | null): MoneyText {
  return money ? { text: plainUnits(money), currency: money.currency } : NO_MONEY
}

/** "USD 5,000,000", in Russian "5 000 000 USD": the code, because a sign stands for several currencies. */
export function formatMoney(money: Money, locale: Locale): string {
  const [whole = '0', fraction] = plainUnits(money).split('.')
  const options = { useGrouping: 'always' } as unknown as Intl.NumberFormatOptions
  const grouped = new Intl.NumberFormat(intlTag(locale), options).format(BigInt(whole))
  const number = fraction ? `${grouped}${locale === 'ru' ? ',' : '.'}${fraction.padEnd(2, '0')}` : grouped
  return locale === 'ru' ? `${number}\u00A0${money.currency}` : `${money.currency}\u00A0${number}`
}
