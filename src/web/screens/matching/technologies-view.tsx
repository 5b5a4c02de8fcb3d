import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { Outputs } from '../../api.ts'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import page from './page.module.css'
import styles from './technologies-view.module.css'
import { circleRadiusPx, meetsAcross } from './technology-circles.ts'
import { messages } from './view-messages.ts'

type Field = Outputs['matching']['readTechnologyMap']['fields'][number]
type Concept = Pick<Field, 'conceptId' | 'label' | 'shores'>

const CELL_PX = 56

/** The map of technologies: each field with what every shore offers and seeks in it, as circles of that size. */
export function TechnologiesView() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const [open, setOpen] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(
    query.matching.readTechnologyMap.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const { fields } = data
  const most = Math.max(1, ...fields.flatMap(({ shores }) => shores.flatMap((shore) => [shore.offers, shore.requests])))
  return (
    <Panel title={t('technologies.title')} note={t('technologies.note')}>
      <p className={page.quiet}>{t('technologies.lead')}</p>
      {fields.length === 0 ? <p>{t('technologies.none')}</p> : null}
      <div className={styles.frame}>
        <table className={styles.map}>
          <thead>
            <tr>
              <th scope="col">{t('technologies.field')}</th>
              {programme.sides.map((side) => (
                <Fragment key={side.id}>
                  {(['offers', 'seeks'] as const).map((kind) => (
                    <th key={kind} scope="col">
                      <span className="hidden-text">{t('technologies.of', { side: text(side.name), kind })}</span>
                      <span aria-hidden="true">
                        {text(side.name)}
                        <small>{t(`technologies.${kind}`)}</small>
                      </span>
                    </th>
                  ))}
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => {
              const isOpen = open === field.conceptId
              return (
                <Fragment key={field.conceptId}>
                  <Row
                    concept={field}
                    most={most}
                    {...(field.parts.length > 0
                      ? { isOpen, onToggle: () => setOpen(isOpen ? null : field.conceptId) }
                      : {})}
                  />
                  {isOpen
                    ? field.parts.map((part) => <Row key={part.conceptId} concept={part} most={most} isPart />)
                    : null}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Row({
  concept,
  most,
  isPart = false,
  isOpen = false,
  onToggle,
}: {
  concept: Concept
  most: number
  isPart?: boolean
  isOpen?: boolean
  onToggle?: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const label = text(concept.label)
  const meets = meetsAcross(concept.shores)
  return (
    <tr data-part={isPart || undefined} data-meets={meets || undefined}>
      <th scope="row">
        {onToggle ? (
          <button
            type="button"
            aria-expanded={isOpen}
            title={t('technologies.open', { field: label })}
            onClick={onToggle}
          >
            {label}
          </button>
        ) : (
          label
        )}
        {meets ? <span className="hidden-text"> – {t('technologies.meets')}</span> : null}
      </th>
      {programme.sides.map(({ id }) => {
        const shore = concept.shores.find(({ sideId }) => sideId === id)
        return (
          <Fragment key={id}>
            <Circle count={shore?.offers ?? 0} most={most} />
            <Circle count={shore?.requests ?? 0} most={most} ring />
          </Fragment>
        )
      })}
    </tr>
  )
}

function Circle({ count, most, ring = false }: { count: number; most: number; ring?: boolean }) {
  const { number } = useNumbers()
  const centre = CELL_PX / 2
  return (
    <td>
      <svg viewBox={`0 0 ${CELL_PX} ${CELL_PX}`} width={CELL_PX} height={CELL_PX} aria-hidden="true" focusable="false">
        {count > 0 ? (
          <circle cx={centre} cy={centre} r={circleRadiusPx(count, most)} data-ring={ring || undefined} />
        ) : null}
      </svg>
      <span>{number(count)}</span>
    </td>
  )
}
