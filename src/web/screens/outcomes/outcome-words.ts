import { type Money, amountText, isCurrency, parseAmount } from '../../../kernel/money.ts'
import { useLocale, useMessages, useNumbers } from '../../locale.tsx'
import { messages as outcomeMessages } from '../../../modules/outcomes/messages.ts'
import { messages } from './messages.ts'
import type { Basis, Grade, Kind } from './shapes.ts'

/** Labels of the outcomes module: kinds, bases, grades, rungs. */
export const useOutcomeWords = () => useMessages(outcomeMessages)

export const KINDS = Object.keys(outcomeMessages.en.kinds) as Kind[]
/** In the order in which an amount comes nearer to money. */
export const BASES = Object.keys(outcomeMessages.en.bases) as Basis[]
/** Weakest first. */
export const GRADES = Object.keys(outcomeMessages.en.grades) as Grade[]

/** An amount as the press of the reader's language writes it; one in an unknown currency as digits. */
export function useAmounts(): (amount: { readonly minor: number; readonly currency: string }) => string {
  const { locale } = useLocale()
  const { number } = useNumbers()
  return ({ minor, currency }) =>
    isCurrency(currency) ? amountText({ minor, currency } satisfies Money, locale) : `${currency} ${number(minor)}`
}

const UNITS = ['agreements', 'records', 'companies', 'requests', 'commitments', 'people'] as const

/** The value of a figure, an amount with its currency, a share in percent; a dash where there is nothing to count. */
export function useFigureText(): (value: number | null, unit: string) => string {
  const { locale } = useLocale()
  const { number } = useNumbers()
  return (value, unit) => {
    if (value === null) return '–'
    const money = isCurrency(unit) ? parseAmount(String(value), unit) : null
    if (money) return amountText(money, locale)
    const text = number(value, { maximumFractionDigits: 2 })
    return unit === 'percent' ? (locale === 'ko' ? `${text}%` : `${text} %`) : text
  }
}

/** What is counted, in a word beside the number; nothing for amounts, shares and units that only the name knows. */
export function useUnitWord(): (unit: string, value: number | null) => string {
  const t = useMessages(messages)
  return (unit, value) => {
    const known = UNITS.find((one) => one === unit)
    return known ? t(`units.${known}`, { count: value ?? 0 }) : ''
  }
}
