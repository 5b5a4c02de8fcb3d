import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCommitmentWords } from './commitment-words.ts'
import { CriteriaForm } from './criteria-form.tsx'
import { useCriterionSentence } from './criterion-sentence.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Commitment } from './shapes.ts'

/** What the result is judged by; the operator sets it before anything is shown. */
export function CriteriaPanel({ commitment }: { commitment: Commitment }) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const sentence = useCriterionSentence()
  const [editing, setEditing] = useState(false)
  const { criteria, may, status } = commitment
  const canSet = may.manage && ['open', 'objected', 'overdue', 'not-followed'].includes(status)
  return (
    <Panel title={t('criteria.title')}>
      <div className={page.stack}>
        {criteria.length === 0 ? (
          <p className={page.quiet}>{t('criteria.none')}</p>
        ) : (
          <ul className={page.plain}>
            {criteria.map((criterion) => (
              <li key={criterion.key}>
                {sentence(criterion)}
                <p className={page.small}>
                  {words(`methods.${criterion.method}`)}: {words(`computations.${criterion.quantity}`)}
                </p>
              </li>
            ))}
          </ul>
        )}
        {canSet ? (
          <div className={page.actions}>
            <Button onClick={() => setEditing(true)}>{t('deeds.criteria')}</Button>
          </div>
        ) : null}
      </div>
      {editing ? <CriteriaForm commitment={commitment} onClose={() => setEditing(false)} /> : null}
    </Panel>
  )
}
