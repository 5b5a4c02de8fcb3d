import { useMessages } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Agreement } from './shapes.ts'

/** Signatures of a text that was changed afterwards: on record, and counting no longer. */
export function VoidSignatures({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const gone = agreement.signatures.filter(({ voidedAt }) => voidedAt !== null)
  if (gone.length === 0) return null
  return (
    <Panel title={t('detail.void')}>
      <p className={page.quiet}>{t('detail.voidHint')}</p>
      <ul>
        {gone.map(({ id, signatoryName, signedAt }) => (
          <li key={id}>
            {signatoryName}, <Time at={signedAt} day="short" />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
