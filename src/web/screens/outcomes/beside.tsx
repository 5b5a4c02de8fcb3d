import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { formatCalendarDay } from '../../ui/time-format.ts'
import styles from './beside.module.css'
import { ExplainForm } from './explain-form.tsx'
import { BySide } from './by-side.tsx'
import { messages } from './messages.ts'
import { useFigureText } from './outcome-words.ts'
import page from './page.module.css'
import type { Announced, Figure } from './shapes.ts'

/** Announced hollow, recorded filled and parted by side, on one scale; the difference in words and why it is there. */
export function Beside({ figure, announced }: { figure: Figure; announced: Announced }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const figureText = useFigureText()
  const { roles } = useProgramme()
  const [explaining, setExplaining] = useState(false)
  const { value, unit, source, asOf, difference, explanation } = announced
  const recorded = difference === null ? null : figure.value
  const scale = Math.max(value, recorded ?? 0, 1)
  const parts = figure.bySide.length > 0 ? figure.bySide.map(({ count }) => count) : [recorded ?? 0]
  const why = text(explanation)
  const isOpen = difference !== null && difference !== 0 && why === ''
  return (
    <div className={styles.beside}>
      <dl>
        <dt>{t('figures.announced')}</dt>
        <dd>{figureText(value, unit)}</dd>
        <dd className={styles.bar} aria-hidden="true">
          <i data-hollow style={{ width: `${(100 * value) / scale}%` }} />
        </dd>
        <dt>{t('figures.recorded')}</dt>
        <dd>{figureText(recorded, unit)}</dd>
        <dd className={styles.bar} aria-hidden="true">
          {recorded === null
            ? null
            : parts.map((part, index) => (
                <i key={index} data-part={index} style={{ width: `${(100 * part) / scale}%` }} />
              ))}
        </dd>
      </dl>
      {figure.bySide.length > 0 ? <BySide figure={figure} /> : null}
      {difference === null ? null : (
        <p className={styles.difference}>
          {difference === 0
            ? t('figures.same')
            : t(difference > 0 ? 'figures.fewer' : 'figures.more', {
                difference: figureText(Math.abs(difference), unit),
              })}
        </p>
      )}
      {why ? <p className={page.quote}>{why}</p> : isOpen ? <p className={styles.open}>{t('figures.noWhy')}</p> : null}
      <p className={page.small}>
        {t('figures.source', { source })}
        {asOf ? `, ${t('figures.onDay', { day: formatCalendarDay(asOf, locale) })}` : null}
      </p>
      {roles.includes('operator') && difference !== null && difference !== 0 ? (
        <Button size="xs" {...(isOpen ? { variant: 'light' } : {})} onClick={() => setExplaining(true)}>
          {t('figures.explain')}
        </Button>
      ) : null}
      {explaining ? <ExplainForm announced={announced} onClose={() => setExplaining(false)} /> : null}
    </div>
  )
}
