import { useMessages } from '../../locale.tsx'
import { useCommitmentWords } from './commitment-words.ts'
import { messages } from './messages.ts'
import { useFigures } from './plots/figures.ts'
import type { Criterion } from './shapes.ts'

/** "Resolution at most 1 nm", with the tolerance of a point where there is one. */
export function useCriterionSentence(): (
  criterion: Pick<Criterion, 'quantity' | 'comparison' | 'limit' | 'unit' | 'tolerance'>,
) => string {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const figure = useFigures()
  return ({ quantity, comparison, limit, unit, tolerance }) => {
    const sentence = t('criteria.sentence', {
      quantity: words(`quantities.${quantity}`),
      comparison: t(`criteria.${comparison}`),
      limit: figure(limit),
      unit,
    })
    return tolerance
      ? `${sentence} (${t('criteria.within', { value: figure(tolerance.value), unit: tolerance.unit })})`
      : sentence
  }
}
