import { isCurrency } from '../../../kernel/money.ts'
import { useLocale, useText } from '../../locale.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import type { AgreementDraft } from './agreement-draft.ts'
import { useAgreementWords } from './agreement-words.ts'
import { formatMoney, readMoney } from './money-text.ts'
import type { Finding } from './shapes.ts'

/** What a finding says in the reader's language, its values written as the reader writes them. */
export function useFindingSentence({ terms }: Pick<AgreementDraft, 'terms'>): (finding: Finding) => string {
  const words = useAgreementWords()
  const text = useText()
  const { locale } = useLocale()
  const written = (value: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatCalendarDay(value, locale)
    const [currency = '', units = ''] = value.split(' ')
    const money = isCurrency(currency) ? readMoney({ text: units, currency }) : null
    return money && money !== 'wrong' ? formatMoney(money, locale) : value
  }
  return ({ code, values }) => {
    const { value, milestone } = values
    const named = terms.milestones.find(({ key }) => key === milestone)
    return words(`findings.${code}`, {
      ...values,
      ...(typeof value === 'string' ? { value: written(value) } : {}),
      ...(named ? { milestone: text(named.what) } : {}),
    } as never)
  }
}
