import type { Locale } from '../../../kernel/locale.ts'
import { amountText, isCurrency, parseAmount } from '../../../kernel/money.ts'

const TAGS: Readonly<Record<Locale, string>> = { ko: 'ko-KR', ru: 'ru-RU', en: 'en-GB' }

/** The bare number as each language writes it, an amount with its currency; a dash where there is nothing to count. */
export function figureText(value: number | null, unit: string, locale: Locale): string {
  if (value === null) return '–'
  if (isCurrency(unit)) {
    const money = parseAmount(String(value), unit)
    if (money) return amountText(money, locale)
  }
  const number = new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 2 }).format(value)
  return unit === 'percent' ? (locale === 'ko' ? `${number}%` : `${number} %`) : number
}

/** The number with what is counted: "5 agreements", "협약 5건", "5 соглашений"; an amount is its own unit. */
export function countText(value: number | null, unit: string, locale: Locale): string {
  const number = figureText(value, unit, locale)
  const words = UNITS[unit]
  if (!words || value === null) return number
  const { one, few, many } = words[locale]
  if (locale === 'ko') return one.replace('#', number)
  const form = { one, few, many, other: many }[RULES[locale].select(value) as 'one' | 'few' | 'many' | 'other'] ?? many
  return form.replace('#', number)
}

const RULES = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') }

interface Forms {
  readonly one: string
  readonly few: string
  readonly many: string
}

const forms = (one: string, few = one, many = few): Forms => ({ one, few, many })

const UNITS: Readonly<Record<string, Readonly<Record<Locale, Forms>>>> = {
  agreements: {
    ko: forms('협약 #건'),
    ru: forms('# соглашение', '# соглашения', '# соглашений'),
    en: forms('# agreement', '# agreements'),
  },
  records: {
    ko: forms('#건'),
    ru: forms('# запись', '# записи', '# записей'),
    en: forms('# record', '# records'),
  },
  companies: {
    ko: forms('기업 #곳'),
    ru: forms('# компания', '# компании', '# компаний'),
    en: forms('# company', '# companies'),
  },
  requests: {
    ko: forms('상담 신청 #건'),
    ru: forms('# заявка', '# заявки', '# заявок'),
    en: forms('# request', '# requests'),
  },
  commitments: {
    ko: forms('약속 #건'),
    ru: forms('# обязательство', '# обязательства', '# обязательств'),
    en: forms('# commitment', '# commitments'),
  },
  people: {
    ko: forms('#명'),
    ru: forms('# человек', '# человека', '# человек'),
    en: forms('# person', '# people'),
  },
}
