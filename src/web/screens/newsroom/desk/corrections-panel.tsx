import type { LocalizedText } from '../../../../kernel/locale.ts'
import { textIn } from '../../../../kernel/locale.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from '../messages.ts'
import type { Correction } from '../shapes.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import { writeNumber } from './write-number.ts'

/** What readers were told anew, newest first. */
export function CorrectionsPanel() {
  const t = useMessages(messages)
  const { desk } = useDesk()
  if (desk.corrections.length === 0) return null
  return (
    <Panel title={t('corrections.title')} note={String(desk.corrections.length)}>
      <ol className={styles.corrections}>
        {desk.corrections.toReversed().map((correction, index) => (
          <li key={`${correction.correctedAt} ${index}`}>
            <Time at={correction.correctedAt} day="full" />
            <CorrectionText correction={correction} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function CorrectionText({ correction }: { correction: Correction }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { facts } = useDesk()
  const { kind, figureId, oldValue, newValue, unit, note } = correction
  if (kind === 'text') return <p>{textIn(note as LocalizedText, locale)}</p>
  const figure = figureId === null ? undefined : facts.figures.get(figureId)
  const print = (value: number | null) => writeNumber.figureText(value, unit ?? '', locale)
  const name = figure ? textIn(figure.counted.name, locale) : t('corrections.goneFigure')
  return <p>{t('corrections.figure', { name, old: print(oldValue), new: print(newValue) })}</p>
}
