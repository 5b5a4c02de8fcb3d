import { useId } from 'react'
import { useMessages, useNumbers } from '../../locale.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import styles from './assessment-view.module.css'
import { useCommitmentWords } from './commitment-words.ts'
import { useCriterionSentence } from './criterion-sentence.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import { useFigures } from './plots/figures.ts'
import { MeasurementPlot } from './plots/measurement-plot.tsx'
import type { Assessment, Criterion } from './shapes.ts'
import type { messages as commitmentMessages } from '../../../modules/commitments/messages.ts'

type IssueCode = keyof (typeof commitmentMessages)['en']['measurementIssues']

/** What a measurement file gave: drawn, held against each criterion, and stated so that it can be repeated. */
export function AssessmentView({ assessment, criteria }: { assessment: Assessment; criteria: readonly Criterion[] }) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const { list } = useNumbers()
  const { issues, computation, points, sha256, units } = assessment
  return (
    <div className={page.stack}>
      {issues.length > 0 ? (
        <div className={styles.issues} role="note">
          <b>{t('result.issues')}</b>
          <ul>
            {issues.map(({ code, values }) => (
              <li key={`${code} ${JSON.stringify(values)}`}>
                {words(`measurementIssues.${code as IssueCode}`, { ...values })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <MeasurementPlot assessment={assessment} criteria={criteria} />
      <Results assessment={assessment} criteria={criteria} />
      <details className={styles.how}>
        <summary>{t('result.how')}</summary>
        <dl>
          {assessment.quantities.map((one) => (
            <Quantity key={one.quantity} one={one} />
          ))}
        </dl>
        <p>
          {t('result.units', { units: list(Object.entries(units).map(([column, unit]) => `${column} [${unit}]`)) })}
        </p>
        <p>{t('result.repeat', { computation, points, sha256 })}</p>
      </details>
    </div>
  )
}

/** A difference of temperatures is written in K. */
const shownUnit = (unit: string): string => (unit === 'ΔK' ? 'K' : unit)

function Quantity({ one: { quantity, value, unit } }: { one: Assessment['quantities'][number] }) {
  const words = useCommitmentWords()
  const figure = useFigures()
  return (
    <div>
      <dt>
        {words(`quantities.${quantity}`)}: {figure(value)} {shownUnit(unit)}
      </dt>
      <dd>{words(`computations.${quantity}`)}</dd>
    </div>
  )
}

function Results({ assessment, criteria }: { assessment: Assessment; criteria: readonly Criterion[] }) {
  const t = useMessages(messages)
  const figure = useFigures()
  const sentence = useCriterionSentence()
  const titleId = useId()
  if (assessment.criteria.length === 0) return <p className={page.quiet}>{t('result.noCriteria')}</p>
  return (
    <ul className={styles.results} aria-labelledby={titleId}>
      <li id={titleId} className={styles.head}>
        <span>{t('result.criterion')}</span>
        <span>{t('result.computed')}</span>
      </li>
      {assessment.criteria.map((one) => {
        const tolerance = criteria.find(({ key }) => key === one.key)?.tolerance ?? null
        const state = one.met === null ? 'unknown' : one.met ? 'met' : 'missed'
        return (
          <li key={one.key}>
            <span>{sentence({ ...one, tolerance })}</span>
            <b>{one.value === null ? '–' : `${figure(one.value)} ${one.unit}`}</b>
            <StatusBadge tone={state === 'met' ? 'done' : state === 'missed' ? 'hand' : 'off'}>
              {t(`result.${state}`)}
            </StatusBadge>
          </li>
        )
      })}
    </ul>
  )
}
