import { Link } from '@tanstack/react-router'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { formatCalendarDay, zoneLabel } from '../../ui/time-format.ts'
import { STATUS_TONES, useCommitmentWords } from './commitment-words.ts'
import { endOfDay } from './due-day.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import { usePartyName } from './party-name.ts'
import type { Commitment } from './shapes.ts'

/** Where a promise opens: in the chain, or among the pages of a company. */
export type Place = 'chain' | 'mine'

export const COMMITMENT_PATHS = {
  chain: '/programmes/$programmeId/commitments/$commitmentId',
  mine: '/programmes/$programmeId/my/commitments/$commitmentId',
} as const

/** What a list shows of a promise. */
export function useCommitmentColumns(place: Place): readonly Column<Commitment>[] {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const text = useText()
  const { programme } = useProgramme()
  const partyName = usePartyName()
  return [
    {
      id: 'what',
      head: t('columns.what'),
      width: '40%',
      onPhone: 'title',
      sortBy: ({ what }) => text(what),
      cell: ({ id, what, agreement }) => (
        <span className={page.what}>
          <Link to={COMMITMENT_PATHS[place]} params={{ programmeId: programme.id, commitmentId: id }}>
            {text(what)}
          </Link>
          <small>
            {agreement.number} · {text(agreement.title)}
          </small>
        </span>
      ),
    },
    {
      id: 'owner',
      head: t('columns.owner'),
      sortBy: ({ parties, partyId }) => partyName(parties, partyId),
      cell: ({ parties, partyId }) => partyName(parties, partyId),
    },
    {
      id: 'due',
      head: t('columns.due'),
      sortBy: ({ dueOn }) => dueOn,
      cell: (commitment) => <Due commitment={commitment} />,
    },
    {
      id: 'evidence',
      head: t('columns.evidence'),
      cell: ({ evidenceKind }) => words(`evidenceKinds.${evidenceKind}`),
    },
    {
      id: 'status',
      head: t('columns.status'),
      sortBy: ({ status }) => words(`statuses.${status}`),
      cell: ({ status }) => <StatusBadge tone={STATUS_TONES[status]}>{words(`statuses.${status}`)}</StatusBadge>,
    },
  ]
}

function Due({ commitment: { dueOn, timeZone, moves, status } }: { commitment: Commitment }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  if (dueOn === null) return <span className={page.quiet}>{t('noDay')}</span>
  return (
    <span className={page.due} data-late={status === 'overdue' || undefined}>
      <span>
        {formatCalendarDay(dueOn, locale)} <small>{zoneLabel(endOfDay(dueOn, timeZone), timeZone)}</small>
      </span>
      {moves.length > 0 ? <small>{t('moved', { count: moves.length })}</small> : null}
    </span>
  )
}
