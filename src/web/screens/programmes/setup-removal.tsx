import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../locale.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'
import { RecordChoice, RecordCounts } from './record-counts.tsx'
import { useRemoval } from './use-removal.ts'

type Kind = 'event' | 'company'

/** First what would go along, then the deed. */
export function SetupRemoval() {
  const t = useMessages(messages)
  const [kind, setKind] = useState<Kind>('company')
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Panel title={t('removal')}>
      <p className={styles.quiet}>{t('removalHint')}</p>
      <div className={styles.form}>
        <Radio.Group
          label={t('what')}
          value={kind}
          onChange={(value) => {
            setKind(value as Kind)
            setChosen(null)
          }}
        >
          <div className={styles.actions}>
            <Radio value="company" label={t('whatCompany')} />
            <Radio value="event" label={t('whatEvent')} />
          </div>
        </Radio.Group>
        <RecordChoice kind={kind} value={chosen} onChange={setChosen} />
      </div>
      {chosen ? <Preview key={chosen} kind={kind} subjectId={chosen} onGone={() => setChosen(null)} /> : null}
    </Panel>
  )
}

function Preview({ kind, subjectId, onGone }: { kind: Kind; subjectId: string; onGone: () => void }) {
  const t = useMessages(messages)
  const { preview, name, remove } = useRemoval(kind, subjectId, onGone)
  const [asked, setAsked] = useState(false)
  if (preview.error) return <ProblemNotice error={preview.error} compact />
  if (!preview.data) return <div aria-busy="true" />
  const { goes, onRecord } = preview.data
  const isKept = onRecord.length > 0
  return (
    <>
      <h3>{t(isKept ? 'onRecord' : 'goes')}</h3>
      <RecordCounts rows={isKept ? onRecord : goes} />
      {remove.error ? <ProblemNotice error={remove.error} compact /> : null}
      {isKept ? null : <Button onClick={() => setAsked(true)}>{t('remove')}</Button>}
      <Confirm
        opened={asked}
        title={t('removeTitle', { name })}
        confirmLabel={t('remove')}
        busy={remove.isPending}
        onCancel={() => setAsked(false)}
        onConfirm={() => remove.mutate(undefined, { onSettled: () => setAsked(false) })}
      >
        <RecordCounts rows={goes} />
      </Confirm>
    </>
  )
}
