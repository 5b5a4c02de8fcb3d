import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMessages, useText } from '../../locale.tsx'
import { useOverview } from '../../shell/chain.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AnnounceForm } from './announce-form.tsx'
import { Beside } from './beside.tsx'
import { BySide } from './by-side.tsx'
import { DefineForm } from './define-form.tsx'
import styles from './figures-panel.module.css'
import { messages } from './messages.ts'
import { useFigureText, useUnitWord } from './outcome-words.ts'
import page from './page.module.css'
import type { Figure } from './shapes.ts'

/** Every figure with its value, what was announced beside it, and the way to its list. */
export function FiguresPanel({ figures, asOf }: { figures: readonly Figure[]; asOf: string | undefined }) {
  const t = useMessages(messages)
  const { roles } = useProgramme()
  const [opened, setOpened] = useState<'define' | 'announce' | null>(null)
  const isOperator = roles.includes('operator')
  return (
    <Panel title={t('figures.title')} note={t('figures.note')}>
      {figures.length === 0 ? (
        <EmptyState title={t('figures.none')}>{t('figures.noneHint')}</EmptyState>
      ) : (
        <ul className={styles.figures}>
          {announcedFirst(figures).map((figure) => (
            <FigureCard key={figure.id} figure={figure} asOf={asOf} />
          ))}
        </ul>
      )}
      <AnnouncedAlone figures={figures} />
      {isOperator ? (
        <div className={`${page.actions} ${styles.deeds}`}>
          <Button onClick={() => setOpened('define')}>{t('figures.define')}</Button>
          {figures.length > 0 ? <Button onClick={() => setOpened('announce')}>{t('figures.announce')}</Button> : null}
        </div>
      ) : null}
      {opened === 'define' ? <DefineForm onClose={() => setOpened(null)} /> : null}
      {opened === 'announce' ? <AnnounceForm figures={figures} onClose={() => setOpened(null)} /> : null}
    </Panel>
  )
}

/** What was announced is what people ask about first. */
const announcedFirst = (figures: readonly Figure[]): readonly Figure[] =>
  figures.toSorted((a, b) => Number(b.announced.length > 0) - Number(a.announced.length > 0))

function FigureCard({ figure, asOf }: { figure: Figure; asOf: string | undefined }) {
  const t = useMessages(messages)
  const text = useText()
  const figureText = useFigureText()
  const unitWord = useUnitWord()
  const { programme } = useProgramme()
  const { id, name, value, unit, announced, bySide } = figure
  return (
    <li className={styles.figure}>
      <h3>{text(name)}</h3>
      <p className={styles.value}>
        {figureText(value, unit)} <small>{unitWord(unit, value)}</small>
      </p>
      {bySide.length > 0 && announced.length === 0 ? <BySide figure={figure} /> : null}
      {announced.map((one) => (
        <Beside key={one.id} figure={figure} announced={one} />
      ))}
      <Link
        to="/programmes/$programmeId/outcomes/figures/$figureId"
        params={{ programmeId: programme.id, figureId: id }}
        search={asOf ? { asOf } : {}}
      >
        {t('figures.how')}
        <span className="hidden-text">: {text(name)}</span>
      </Link>
    </li>
  )
}

/** Announced numbers that nothing here counts: they stand alone rather than beside a figure of another thing. */
function AnnouncedAlone({ figures }: { figures: readonly Figure[] }) {
  const t = useMessages(messages)
  const text = useText()
  const figureText = useFigureText()
  const unitWord = useUnitWord()
  const { data } = useOverview()
  const codes = new Set(figures.map(({ code }) => code))
  const alone = data?.figures.filter(({ figure }) => !codes.has(figure)) ?? []
  if (alone.length === 0) return null
  return (
    <section className={styles.alone}>
      <h3>{t('figures.alone')}</h3>
      <ul>
        {alone.map(({ figure, name, announced, unit, source }) => (
          <li key={`${figure} ${source}`}>
            <b>
              {figureText(announced, unit)} {unitWord(unit, announced)}
            </b>
            <span>{text(name)}</span>
            <small>{t('figures.source', { source })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
