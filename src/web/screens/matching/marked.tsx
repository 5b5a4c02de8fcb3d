import { useMemo } from 'react'
import { markText } from './marked-text.ts'
import type { MarkedText } from './profile-column.ts'
import type { ExplainedMatch } from './shapes.ts'

/** A text with its places; pointing at one lights its reason, pressing it opens the reason. */
export function Marked({
  text,
  match,
  active,
  onLight,
  onPin,
}: {
  text: MarkedText
  match: ExplainedMatch
  active: number | null
  onLight: (reason: number | null) => void
  onPin: (reason: number) => void
}) {
  const pieces = useMemo(() => markText(text.text, text.marks), [text])
  return pieces.map(({ text: piece, reasons }, index) => {
    const [first] = reasons
    if (first === undefined) return piece
    const isLit = active !== null && reasons.includes(active)
    const isStatistical = reasons.every((reason) => match.reasons[reason]?.code === 'similar-wording')
    return (
      // The list of reasons does the same for the keyboard.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
      <mark
        // Pieces have no other name than their place in the text.
        key={`${index} ${piece}`}
        data-reasons={reasons.join(' ')}
        data-lit={isLit || undefined}
        data-statistical={isStatistical || undefined}
        onMouseEnter={() => onLight(first)}
        onMouseLeave={() => onLight(null)}
        onClick={() => onPin(first)}
      >
        {piece}
      </mark>
    )
  })
}
