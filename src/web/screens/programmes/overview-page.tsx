import type { ReactNode } from 'react'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import type { ChainStage } from '../../shell/chain.ts'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import { ChainPicture } from '../../ui/chain-picture.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type ComparedFigure, FigureComparison } from './figure-comparison.tsx'
import { messages } from './messages.ts'
import styles from './overview-page.module.css'

export interface OverviewShore {
  readonly id: string
  readonly name: string
  readonly zone: TimeZone
  /** Null: not known. */
  readonly companies: number | null
}

export interface NextStep {
  readonly code: string
  readonly stage: ChainStage
  /** What to do, in a sentence. */
  readonly text: string
}

/** The programme drawn as the chain, what waits for a hand, and announced figures beside the recorded ones. */
export function OverviewPage({
  title,
  lead,
  guide,
  shores,
  chain,
  figures,
  steps,
}: {
  title: string
  lead: string
  /** The way in, while there is one. */
  guide?: ReactNode
  shores: readonly OverviewShore[]
  chain: readonly ChainStage[]
  figures: readonly ComparedFigure[]
  steps: readonly NextStep[]
}) {
  const t = useMessages(messages)
  const drawn = shores.map((shore) => ({
    ...shore,
    companiesLabel: shore.companies === null ? '' : t('companies', { count: shore.companies }),
  }))
  const [left, right] = drawn
  return (
    <>
      <PageHead title={title} lead={lead} />
      <div className={styles.page}>
        {guide}
        {left && right ? (
          <ChainPicture
            label={t('chain')}
            shores={[left, right]}
            links={chain}
            renderLink={(link, content, className) => {
              const stage = chain.find(({ id }) => id === link.id)
              return stage && stage.state !== 'later' ? (
                <ProgrammeLink path={stage.path} className={className} current={false} title={stage.facts ?? undefined}>
                  {content}
                </ProgrammeLink>
              ) : (
                <span className={className}>{content}</span>
              )
            }}
          />
        ) : null}
        <div className={styles.columns}>
          <Panel title={t('steps')}>
            {steps.length === 0 ? (
              <EmptyState title={t('stepsEmpty')}>{t('stepsEmptyHint')}</EmptyState>
            ) : (
              <ol className={styles.steps}>
                {steps.map((step) => (
                  <Step key={step.code} step={step} />
                ))}
              </ol>
            )}
          </Panel>
          <Panel title={t('figures')} note={t('figuresNote')}>
            {figures.length === 0 ? (
              <p className={styles.quiet}>{t('figuresEmpty')}</p>
            ) : (
              figures.map((figure) => (
                <FigureComparison key={`${figure.figure} ${figure.source}`} figure={figure} sides={shores} />
              ))
            )}
          </Panel>
        </div>
      </div>
    </>
  )
}

function Step({ step }: { step: NextStep }) {
  const { number } = useNumbers()
  const content = (
    <>
      <i aria-hidden="true">{number(step.stage.number)}</i>
      <span>{step.text}</span>
      <Icon name="chevron-right" />
    </>
  )
  return (
    <li data-hand={step.stage.attention > 0 || undefined}>
      {step.stage.state === 'later' ? (
        <div>{content}</div>
      ) : (
        <ProgrammeLink path={step.stage.path} current={false}>
          {content}
        </ProgrammeLink>
      )}
    </li>
  )
}
