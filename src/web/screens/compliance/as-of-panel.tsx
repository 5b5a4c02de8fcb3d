import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { HitCard } from './hit-card.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'

/** Looks at the lists as of a day in the past, without changing anything. */
export function AsOfPanel({ programmeId, screeningId }: { programmeId: string; screeningId: string }) {
  const t = useMessages(messages)
  const [day, setDay] = useState('')
  const [asOf, setAsOf] = useState<string | null>(null)
  const { data, error } = useQuery({
    ...query.compliance.previewAsOf.queryOptions({ input: { programmeId, screeningId, asOf: asOf ?? '2020-01-01' } }),
    enabled: asOf !== null,
  })
  return (
    <Panel title={t('party.asOf')} note={t('party.asOfHint')}>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (day !== '') setAsOf(day)
        }}
      >
        <div className={page.bar}>
          <TextInput
            type="date"
            aria-label={t('party.asOf')}
            value={day}
            onChange={(input) => setDay(input.currentTarget.value)}
          />
          <Button type="submit" disabled={day === ''}>
            {t('party.asOfShow')}
          </Button>
        </div>
        {error ? <ProblemNotice error={error} compact /> : null}
        {data?.hits.length === 0 ? <p className={page.quiet}>{t('party.asOfNone')}</p> : null}
        <ul className={page.list}>
          {data?.hits.map((found) => (
            <li key={`${found.key}/${found.ownerKey ?? ''}`}>
              <HitCard found={found} />
            </li>
          ))}
        </ul>
      </form>
    </Panel>
  )
}
