import { printText } from '../../../../modules/newsroom/contract.ts'
import { messages as newsroomWords } from '../../../../modules/newsroom/messages.ts'
import { useMessages, useText } from '../../../locale.tsx'
import type { Finding } from '../shapes.ts'
import { useDesk } from './desk-context.ts'
import { writeNumber } from './write-number.ts'

/** What does not agree, in a sentence; a figure is called by its name and a sentence is printed as readers see it. */
export function FindingSentence({ finding: { code, values, locale } }: { finding: Finding }) {
  const words = useMessages(newsroomWords)
  const text = useText()
  const { facts } = useDesk()
  const figure = facts.figures.get(String(values.figureId ?? ''))
  const told = {
    ...values,
    ...(figure ? { code: text(figure.counted.name) } : {}),
    ...(typeof values.sentence === 'string'
      ? { sentence: printText(values.sentence, facts, locale, writeNumber) }
      : {}),
  }
  return <>{words(`findings.${code}`, told as Parameters<typeof words>[1])}</>
}
