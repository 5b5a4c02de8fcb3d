import { Link } from '@tanstack/react-router'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { GradeSteps } from './grade-steps.tsx'
import { messages } from './messages.ts'
import { GRADES, useAmounts, useOutcomeWords } from './outcome-words.ts'
import page from './page.module.css'
import type { Outcome } from './shapes.ts'

/** The records themselves; what was withdrawn stays to be read. */
export function RecordsTable({ rows }: { rows: readonly Outcome[] }) {
  const t = useMessages(messages)
  const columns = useColumns()
  return (
    <DataTable
      label={t('records.label')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      initialSort={{ columnId: 'day', direction: 'down' }}
      empty={<EmptyState title={t('records.none')}>{t('records.noneHint')}</EmptyState>}
    />
  )
}

function useColumns(): readonly Column<Outcome>[] {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const text = useText()
  const { list } = useNumbers()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  return [
    {
      id: 'what',
      head: t('records.what'),
      width: '38%',
      onPhone: 'title',
      sortBy: ({ title }) => text(title),
      cell: ({ id, title, kind, parties, announcements, status }) => (
        <span className={page.what}>
          <Link to="/programmes/$programmeId/outcomes/$outcomeId" params={{ programmeId: programme.id, outcomeId: id }}>
            {text(title)}
          </Link>
          <small>
            {words(`kinds.${kind}`)} · {list(parties.map(({ name }) => text(name)))}
          </small>
          {announcements.length > 0 ? (
            <small>{t('records.announcedTimes', { count: announcements.length })}</small>
          ) : null}
          {status === 'withdrawn' ? (
            <span>
              <StatusBadge tone="off">{t('records.withdrawn')}</StatusBadge>
            </span>
          ) : null}
        </span>
      ),
    },
    {
      id: 'day',
      head: t('records.day'),
      sortBy: ({ happenedOn }) => happenedOn,
      cell: ({ happenedOn }) => formatCalendarDay(happenedOn, locale),
    },
    {
      id: 'basis',
      head: t('records.basis'),
      sortBy: ({ basis }) => words(`bases.${basis}`),
      cell: ({ basis }) => words(`bases.${basis}`),
    },
    { id: 'amount', head: t('records.amount'), align: 'end', cell: (outcome) => <Amounts outcome={outcome} /> },
    {
      id: 'grade',
      head: t('records.grade'),
      sortBy: ({ grade }) => GRADES.indexOf(grade),
      cell: ({ grade }) => <GradeSteps grade={grade} />,
    },
  ]
}

/** The amount and below it what it was also announced as; the two are never added. */
function Amounts({ outcome: { amount, conversions } }: { outcome: Outcome }) {
  const t = useMessages(messages)
  const { percent } = useNumbers()
  const amounts = useAmounts()
  if (!amount) return <span className={page.quiet}>{t('records.noAmount')}</span>
  return (
    <span className={page.what}>
      <span>{amounts(amount)}</span>
      {conversions.map((one) => (
        <small key={one.amount.currency}>
          {t('records.alsoAs', { amount: amounts(one.amount) })}
          {one.warns && one.departure !== null ? (
            <StatusBadge tone="hand">{t('records.warns', { share: percent(Math.abs(one.departure), 1) })}</StatusBadge>
          ) : null}
        </small>
      ))}
    </span>
  )
}
