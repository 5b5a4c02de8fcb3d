import { Link } from '@tanstack/react-router'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { GradeSteps } from './grade-steps.tsx'
import { messages } from './messages.ts'
import { useAmounts, useOutcomeWords } from './outcome-words.ts'
import page from './page.module.css'
import type { CountedRecord, Kind } from './shapes.ts'

/** The list behind a number: every record that was counted. */
export function CountedTable({ records }: { records: readonly CountedRecord[] }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const columns = useColumns(records)
  return (
    <section>
      <h2 className={page.label}>
        {t('figure.behind')} <span className={page.quiet}>{number(records.length)}</span>
      </h2>
      <DataTable
        label={t('figure.behindLabel')}
        rows={records}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('figure.noRecords')}>{t('figure.noRecordsHint')}</EmptyState>}
      />
    </section>
  )
}

function useColumns(records: readonly CountedRecord[]): readonly Column<CountedRecord>[] {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const text = useText()
  const { locale } = useLocale()
  const amounts = useAmounts()
  const { list } = useNumbers()
  const { programme } = useProgramme()
  const isOutcomes = records.some(({ source }) => source === 'outcomes')
  const sidesOf = ({ parties }: CountedRecord) => {
    const ids = new Set(parties.map(({ sideId }) => sideId))
    return list(programme.sides.filter(({ id }) => ids.has(id)).map(({ name }) => text(name)))
  }
  const columns: Column<CountedRecord>[] = [
    {
      id: 'what',
      head: t('records.what'),
      width: '50%',
      onPhone: 'title',
      sortBy: ({ title, parties }) => text(title) || text(parties[0]?.name ?? {}),
      cell: (record) => <What record={record} />,
    },
  ]
  if (records.some(({ parties }) => parties.some(({ sideId }) => sideId !== null))) {
    columns.push({ id: 'side', head: t('figure.where.side'), sortBy: sidesOf, cell: sidesOf })
  }
  const days: Column<CountedRecord> = {
    id: 'day',
    head: t('records.day'),
    sortBy: ({ on }) => on,
    cell: ({ on }) => (on ? formatCalendarDay(on, locale) : '–'),
  }
  if (records.some(({ on }) => on !== null)) columns.push(days)
  if (!isOutcomes) return columns
  return [
    ...columns,
    {
      id: 'basis',
      head: t('records.basis'),
      cell: ({ basis }) => (basis ? words(`bases.${basis}`) : '–'),
    },
    {
      id: 'amount',
      head: t('records.amount'),
      align: 'end',
      cell: ({ amount }) => (amount ? amounts(amount) : '–'),
    },
    { id: 'grade', head: t('records.grade'), cell: ({ grade }) => (grade ? <GradeSteps grade={grade} /> : '–') },
  ]
}

function What({ record: { id, source, title, parties, kind, synthetic } }: { record: CountedRecord }) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const text = useText()
  const { list } = useNumbers()
  const { programme } = useProgramme()
  const names = list(parties.map(({ name }) => text(name) || t('figure.unnamed')))
  const name = text(title) || names
  const about =
    source === 'outcomes' ? `${words(`kinds.${kind as Kind}`)} · ${names}` : source === 'commitments' ? names : ''
  const target =
    source === 'outcomes' ? (
      <Link to="/programmes/$programmeId/outcomes/$outcomeId" params={{ programmeId: programme.id, outcomeId: id }}>
        {name}
      </Link>
    ) : source === 'commitments' ? (
      <Link
        to="/programmes/$programmeId/commitments/$commitmentId"
        params={{ programmeId: programme.id, commitmentId: id }}
      >
        {name}
      </Link>
    ) : (
      <span>{name}</span>
    )
  return (
    <span className={page.what}>
      <span>
        {target} {synthetic ? <SyntheticTag /> : null}
      </span>
      {about ? <small>{about}</small> : null}
    </span>
  )
}
