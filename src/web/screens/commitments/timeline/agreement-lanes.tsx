import { useState } from 'react'
import { useMessages, useText } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { messages } from '../messages.ts'
import page from '../page.module.css'
import type { Commitment } from '../shapes.ts'
import styles from './agreement-lanes.module.css'
import { LaneLegend, Lanes } from './lanes.tsx'

/** Every agreement that holds promises, drawn over time. */
export function AgreementLanes({ commitments }: { commitments: readonly Commitment[] }) {
  const t = useMessages(messages)
  const text = useText()
  const nowMs = useNow()
  const byAgreement = [...Map.groupBy(commitments, ({ agreement }) => agreement.id).values()]
  return (
    <Panel title={t('timeline.title')}>
      <div className={page.stack}>
        {byAgreement.map((own) => (
          <section key={own[0]!.agreement.id} className={styles.agreement}>
            <h3>
              {text(own[0]!.agreement.title)} <small>{own[0]!.agreement.number}</small>
            </h3>
            <Lanes commitments={own} nowMs={nowMs} place="chain" />
          </section>
        ))}
      </div>
      <LaneLegend />
    </Panel>
  )
}

/** The moment at which the page was drawn: days do not move while one looks. */
export const useNow = (): number => useState(() => Date.now())[0]
