import { SegmentedControl, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLocale, useMessages, useNumbers } from '../../locale.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { type ImportOutcome, type Severity, filterIssues } from './import-outcome.ts'
import styles from './import.module.css'
import { issueSentence } from './issue-sentence.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { ImportBatch, ImportIssue } from './shapes.ts'
import { sheetTitle } from './sheet-titles.ts'

/** Everything that is wrong or odd, each with its place in the file and a sentence. */
export function ImportIssues({ batch, outcome }: { batch: ImportBatch; outcome: ImportOutcome }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { number } = useNumbers()
  const [severity, setSeverity] = useState<Severity | null>(null)
  const [sheet, setSheet] = useState<string | null>(null)
  const columns = useIssueColumns()
  const rows = useMemo(
    () => filterIssues(outcome.issues, { severity, sheet }).map((issue, index) => ({ ...issue, key: String(index) })),
    [outcome, severity, sheet],
  )
  const sheets = [...new Set(outcome.issues.map((issue) => issue.sheet))]
  return (
    <Panel title={t('import.issues')} note={t('import.issuesNote')}>
      <DataTable
        label={t('import.issues')}
        rows={rows}
        columns={columns}
        rowKey={({ key }) => key}
        rowNote={(issue) => (issue.severity === 'error' ? 'hand' : undefined)}
        tools={
          <div className={styles.issueTools}>
            <SegmentedControl
              aria-label={t('import.severity')}
              value={severity ?? 'all'}
              onChange={(value) => setSeverity(value === 'all' ? null : (value as Severity))}
              data={[
                { value: 'all', label: `${t('import.allIssues')} ${number(outcome.issues.length)}` },
                { value: 'error', label: `${t('import.onlyErrors')} ${number(outcome.errors)}` },
                { value: 'warning', label: `${t('import.onlyWarnings')} ${number(outcome.warnings)}` },
              ]}
            />
            {sheets.length > 1 ? (
              <Select
                aria-label={t('import.table')}
                value={sheet ?? ''}
                data={[
                  { value: '', label: t('import.allTables') },
                  ...sheets.filter(Boolean).map((key) => ({ value: key, label: sheetTitle(key, locale) })),
                ]}
                onChange={(key) => setSheet(key || null)}
              />
            ) : null}
          </div>
        }
        empty={<p className={page.quiet}>{t('import.noIssues')}</p>}
      />
      {batch.issuesTotal > batch.issues.length ? (
        <p className={page.quiet}>{t('import.moreIssues', { shown: batch.issues.length, total: batch.issuesTotal })}</p>
      ) : null}
    </Panel>
  )
}

function useIssueColumns(): readonly Column<ImportIssue & { key: string }>[] {
  const t = useMessages(messages)
  const { locale } = useLocale()
  return useMemo(
    () => [
      {
        id: 'severity',
        head: t('import.severity'),
        width: '96px',
        cell: ({ severity }) => (
          <StatusBadge tone={severity === 'error' ? 'hand' : 'neutral'}>
            {t(`import.severities.${severity}`)}
          </StatusBadge>
        ),
      },
      {
        id: 'sheet',
        head: t('import.table'),
        width: '120px',
        sortBy: ({ sheet }) => sheet,
        cell: ({ sheet }) => (sheet ? sheetTitle(sheet, locale) : t('import.wholeFile')),
      },
      {
        id: 'row',
        head: t('import.row'),
        align: 'end',
        width: '64px',
        sortBy: ({ row }) => row,
        cell: ({ row }) => row ?? '–',
      },
      {
        id: 'column',
        head: t('import.column'),
        width: '184px',
        sortBy: ({ column }) => column,
        cell: ({ column }) => column ?? '–',
      },
      {
        id: 'sentence',
        head: t('import.what'),
        onPhone: 'title',
        cell: (issue) => <span className={styles.sentence}>{issueSentence(issue, locale)}</span>,
      },
    ],
    [t, locale],
  )
}
