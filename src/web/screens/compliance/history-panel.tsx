import { messages as states } from '../../../modules/compliance/messages.ts'
import { useMessages } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Time } from '../../ui/time.tsx'
import { HitCard } from './hit-card.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Screening } from './shapes.ts'

/** Every decision, newest first, each with what it was made on: it stays explained after lists have changed. */
export function HistoryPanel({ screening: { decisions } }: { screening: Screening }) {
  const t = useMessages(messages)
  const words = useMessages(states)
  return (
    <Panel title={t('party.history')}>
      {decisions.length === 0 ? <p className={page.quiet}>{t('party.noHistory')}</p> : null}
      <ol className={page.list}>
        {decisions.map((decision) => (
          <li key={decision.id}>
            <strong>
              {t('party.decided', {
                from: words(`states.${decision.fromState}`),
                to: words(`states.${decision.toState}`),
              })}
            </strong>
            <span className={page.quiet}>
              {decision.decidedByName ?? '–'} · <Time at={decision.decidedAt} day="full" />
            </span>
            <span>{decision.reason}</span>
            {decision.attribute ? (
              <span>
                {t('decide.attribute')}: {t(`attributes.${decision.attribute}`)}
              </span>
            ) : null}
            {decision.conditions ? (
              <span>
                {t('party.conditions')}: {decision.conditions}
              </span>
            ) : null}
            {decision.hits.length > 0 ? (
              <details>
                <summary>{t('party.madeOn', { count: decision.hits.length })}</summary>
                {decision.hits.map((found) => (
                  <HitCard key={`${found.key}/${found.ownerKey ?? ''}`} found={found} />
                ))}
              </details>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
