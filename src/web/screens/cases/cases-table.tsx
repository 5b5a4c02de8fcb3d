import { Link } from '@tanstack/react-router'
import { messages as caseMessages } from '../../../modules/cases/messages.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import { CaseDue } from './case-due.tsx'
import { STATES, needsHand } from './case-search.ts'
import styles from './cases.module.css'
import { messages } from './messages.ts'
import type { CaseRow, CaseState } from './shapes.ts'
import { usePairName } from './use-case-deeds.ts'

export const CASE_TONES: Readonly<Record<CaseState, Tone>> = {
  'first-contact': 'neutral',
  'information-requested': 'accent',
  'interest-sent': 'accent',
  'contact-started': 'accent',
  negotiating: 'accent',
  'agreement-effected': 'done',
  'on-hold': 'off',
  'not-interested': 'off',
}

function useCaseColumns(): readonly Column<CaseRow>[] {
  const t = useMessages(messages)
  const words = useMessages(caseMessages)
  const pairName = usePairName()
  const { programme } = useProgramme()
  return [
    {
      id: 'pair',
      head: t('columns.pair'),
      width: '30%',
      onPhone: 'title',
      sortBy: pairName,
      cell: (row) => (
        <Link to="/programmes/$programmeId/cases/$caseId" params={{ programmeId: programme.id, caseId: row.id }}>
          {pairName(row)}
        </Link>
      ),
    },
    {
      id: 'state',
      head: t('columns.state'),
      sortBy: ({ state }) => STATES.indexOf(state),
      cell: ({ state }) => <StatusBadge tone={CASE_TONES[state]}>{words(`states.${state}`)}</StatusBadge>,
    },
    {
      id: 'next',
      head: t('columns.next'),
      cell: ({ nextAction }) => nextAction ?? <span className={styles.quiet}>{t('noAction')}</span>,
    },
    {
      id: 'by',
      head: t('columns.by'),
      sortBy: ({ nextActionOn }) => nextActionOn,
      cell: (row) => <CaseDue row={row} />,
    },
    {
      id: 'owner',
      head: t('columns.owner'),
      sortBy: ({ owner }) => owner?.name ?? null,
      cell: ({ owner }) => owner?.name ?? t('noOwner'),
    },
    {
      id: 'age',
      head: t('columns.age'),
      align: 'end',
      sortBy: ({ age }) => age.daysInState,
      cell: ({ age }) => t('days', { days: age.daysInState }),
    },
  ]
}

/** The cases as a list. */
export function CasesTable({ rows }: { rows: readonly CaseRow[] }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const columns = useCaseColumns()
  return (
    <DataTable
      label={t('label')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowNote={(row) => (needsHand(row) ? 'hand' : undefined)}
      empty={
        <EmptyState
          title={t('noneOfFilter')}
          action={
            <LinkButton
              to="/programmes/$programmeId/cases"
              params={{ programmeId: programme.id }}
              search={{ view: 'list' }}
            >
              {t('showAll')}
            </LinkButton>
          }
        />
      }
    />
  )
}
