import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useMessages, useNumbers } from '../../locale.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { FictionalTag } from './fictional-tag.tsx'
import { ImportForm } from './import-form.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { PolicyPanel } from './policy-panel.tsx'
import { type Weakening, WeakeningForm } from './proposals-panel.tsx'
import type { Desk, WatchList } from './shapes.ts'

type FormatKey = keyof (typeof messages)['en']['formats']

/** The lists with their versions and freshness, what the programme demands, and where its gates stand. */
export function ListsView({ desk }: { desk: Desk }) {
  const t = useMessages(messages)
  const [isImporting, setImporting] = useState(false)
  const [weakening, setWeakening] = useState<Weakening | null>(null)
  const add = desk.may.importLists ? (
    <Button leftSection={<Icon name="upload" />} onClick={() => setImporting(true)}>
      {t('lists.import')}
    </Button>
  ) : null
  return (
    <>
      <Panel title={t('lists.title')}>
        <div className={page.form}>
          {desk.service ? <p className={page.quiet}>{t('lists.service', { url: desk.service })}</p> : null}
          {desk.lists.length === 0 ? (
            <EmptyState title={t('lists.none')} action={add}>
              {t('lists.noneHint')}
            </EmptyState>
          ) : (
            <ListTable desk={desk} add={add} onRetire={setWeakening} />
          )}
        </div>
      </Panel>
      <div className={page.pair}>
        <PolicyPanel
          key={desk.policy.revision}
          desk={desk}
          onSwitchOff={() => setWeakening({ kind: 'switch-off', listId: null, listName: '' })}
        />
        <GatesPanel desk={desk} />
      </div>
      {isImporting ? <ImportForm desk={desk} onClose={() => setImporting(false)} /> : null}
      {weakening ? <WeakeningForm weakening={weakening} onClose={() => setWeakening(null)} /> : null}
    </>
  )
}

function ListTable({ desk, add, onRetire }: { desk: Desk; add: ReactNode; onRetire: (weakening: Weakening) => void }) {
  const t = useMessages(messages)
  const columns = useListColumns(desk, onRetire)
  return (
    <DataTable
      label={t('lists.table')}
      rows={desk.lists}
      rowKey={({ id }) => id}
      rowNote={({ isOld }) => (isOld ? 'hand' : undefined)}
      exports={add}
      columns={columns}
    />
  )
}

function useListColumns(desk: Desk, onRetire: (weakening: Weakening) => void): Column<WatchList>[] {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const freshness = ({ ageDays, isOld }: WatchList) => {
    if (ageDays === null) return <StatusBadge tone="off">{t('lists.retired')}</StatusBadge>
    return (
      <>
        <StatusBadge tone={isOld ? 'hand' : 'done'}>{t(isOld ? 'lists.old' : 'lists.fresh')}</StatusBadge>{' '}
        <span className={page.quiet}>{t('lists.age', { days: ageDays })}</span>
      </>
    )
  }
  return [
    {
      id: 'name',
      head: t('lists.name'),
      onPhone: 'title',
      cell: ({ name, format, source, fictional }) => (
        <>
          {name} {fictional ? <FictionalTag /> : null}
          <div className={page.quiet}>{[t(`formats.${format as FormatKey}`), source].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    {
      id: 'version',
      head: t('lists.version'),
      align: 'end',
      cell: ({ versions }) => number(versions[0]?.number ?? 0),
    },
    {
      id: 'entries',
      head: t('lists.entries'),
      align: 'end',
      cell: ({ versions }) => number(versions[0]?.entryCount ?? 0),
    },
    { id: 'read', head: t('lists.read'), cell: freshness },
    {
      id: 'hash',
      head: t('lists.hash'),
      cell: ({ versions }) => (
        <span className={page.mono} title={versions[0]?.sha256 ?? ''}>
          {versions[0]?.sha256.slice(0, 12)}…
        </span>
      ),
    },
    {
      id: 'deeds',
      head: '',
      cell: ({ id, name, retiredAt }) =>
        desk.may.setPolicy && retiredAt === null ? (
          <Button size="xs" onClick={() => onRetire({ kind: 'retire-list', listId: id, listName: name })}>
            {t('lists.retire')}
          </Button>
        ) : null,
    },
  ]
}

function GatesPanel({ desk }: { desk: Desk }) {
  const t = useMessages(messages)
  return (
    <Panel title={t('gates.title')}>
      <dl className={page.facts}>
        {desk.gates.map(({ gate, hard }) => (
          <div key={gate} className={page.line}>
            <dt>{t(`gates.names.${gate}`)}</dt>
            <dd>
              <StatusBadge tone={hard ? 'accent' : 'neutral'}>{t(hard ? 'gates.hard' : 'gates.soft')}</StatusBadge>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
