import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Outputs, query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'

type RecordCount = Outputs['programmes']['previewArchive']['rows'][number]

/** Numbers of records by what they are. */
export function RecordCounts({ rows }: { rows: readonly RecordCount[] }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  return (
    <dl className={styles.counts}>
      {rows.map(({ what, count }) => (
        <div key={what}>
          <dt>{t(`records.${what}`)}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** An event or a company by its name. */
export function RecordChoice({
  kind,
  value,
  onChange,
}: {
  kind: 'event' | 'company'
  value: string | null
  onChange: (id: string | null) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const input = { programmeId: programme.id }
  const isEventClosed = programme.closedStages.includes('events')
  const events = useQuery({
    ...query.events.listEvents.queryOptions({ input }),
    enabled: kind === 'event' && !isEventClosed,
  })
  const companies = useQuery({
    ...query.companies.listCompanies.queryOptions({ input: { ...input, pageSize: 500 } }),
    enabled: kind === 'company',
  })
  const rows = (kind === 'event' ? events.data?.rows : companies.data?.rows) ?? []
  return (
    <Select
      label={t('which')}
      searchable
      value={value}
      nothingFoundMessage={t('nothingToRemove')}
      data={rows.map((row) => ({ value: row.id, label: text(row.name) }))}
      onChange={onChange}
    />
  )
}
