import { useMessages, useNumbers } from '../../locale.tsx'
import { ScoreBar } from '../../ui/score-bar.tsx'
import { strengthStep } from '../../ui/shore-flow.tsx'
import { messages } from './messages.ts'
import { scoreParts, wholePoints } from './reason-groups.ts'
import styles from './score.module.css'

/** A score as a number on the colour of its strength, as in the picture and on the board. */
export function ScoreChip({ score, large = false }: { score: number; large?: boolean }) {
  const { number } = useNumbers()
  return (
    <span className={large ? styles.large : styles.chip} data-step={strengthStep(score)}>
      {number(score, { maximumFractionDigits: 0 })}
    </span>
  )
}

/** What a score is made of, as parts of one bar. */
export function ReasonBar({
  reasons,
  score,
  compact = false,
}: {
  reasons: readonly { readonly code: string; readonly points: number }[]
  score: number
  compact?: boolean
}) {
  const t = useMessages(messages)
  const parts = wholePoints(scoreParts(reasons, score))
  // A bar without parts would be a picture of nothing.
  if (parts.length === 0) return null
  return (
    <ScoreBar
      compact={compact}
      parts={parts.map(({ group, points }) => ({ label: t(`groups.${group}`), value: points }))}
    />
  )
}
