import type { Finding } from '../shapes.ts'

export interface TextRange {
  readonly from: number
  readonly to: number
}

/** What stands for a token in the text that positions are counted in. */
export const TOKEN_SIGN = '\ufffc'

const CURRENCY_BEFORE = /(?:USD|KRW|EUR|RUB|CNY|US\$|[₩$€₽])\s*$/u
const CURRENCY_AFTER = /^\s*(?:달러|원(?![가-힣])|dollars?|won\b|долл(?:аров|ара|ар)?\.?|вон\b|рублей|евро)/iu

/**
 * Where the findings of one text stand in it. A number that is found twice is looked for twice, one after the other;
 * what is about a sentence or about a token has the whole text.
 */
export function locateFindings(text: string, findings: readonly Finding[]): (TextRange | null)[] {
  const next = new Map<string, number>()
  return findings.map(({ values }) => {
    const number = typeof values.number === 'string' ? values.number : null
    if (number === null) return text === '' ? null : { from: 0, to: text.length }
    let from = text.indexOf(number, next.get(number) ?? 0)
    while (from >= 0 && !standsAlone(text, from, number)) from = text.indexOf(number, from + 1)
    if (from < 0) return null
    next.set(number, from + number.length)
    return { from, to: from + number.length }
  })
}

/** "5" is not found in "50" or "2,5". */
const standsAlone = (text: string, from: number, number: string): boolean =>
  !/[\d][.,]?$/u.test(text.slice(0, from)) && !/^[.,]?\d/u.test(text.slice(from + number.length))

/** The number with the currency around it: a figure in a currency prints its own. */
export function withCurrency(text: string, { from, to }: TextRange): TextRange {
  const before = CURRENCY_BEFORE.exec(text.slice(0, from))?.[0].length ?? 0
  const after = CURRENCY_AFTER.exec(text.slice(to))?.[0].length ?? 0
  return { from: from - before, to: to + after }
}
