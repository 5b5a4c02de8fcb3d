import { useMessages, useNumbers } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { messages } from '../messages.ts'
import type { Dashboard } from '../shapes.ts'
import { funnelParts } from './funnel.ts'
import styles from './funnel-panel.module.css'

type Step = keyof (typeof messages)['en']['funnel']['steps']

/** From meetings asked for to promises kept, drawn as wide as it counts. */
export function FunnelPanel({ funnel }: { funnel: Dashboard['funnel'] }) {
  const t = useMessages(messages)
  const { number, percent } = useNumbers()
  return (
    <Panel title={t('funnel.title')}>
      <ol className={styles.funnel}>
        {funnelParts(funnel).map(({ step, count, top, foot, share }) => (
          <li key={step}>
            <span>{t(`funnel.steps.${step as Step}`)}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <path
                data-unknown={count === null || undefined}
                d={`M${50 - top} 0H${50 + top}L${50 + foot} 10H${50 - foot}Z`}
              />
            </svg>
            <b>{count === null ? <small>{t('ladder.unknown')}</small> : number(count)}</b>
            <small>{share === null ? '' : percent(share)}</small>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{t('funnel.note')}</p>
    </Panel>
  )
}
