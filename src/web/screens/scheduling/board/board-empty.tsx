import type { ReactNode } from 'react'
import { useMessages } from '../../../locale.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { StepLink } from '../step-link.tsx'
import type { Board, Run } from './board-facts.ts'
import { messages } from './messages.ts'
import { isGoing } from './use-run.ts'

/** What is missing before there can be a board, the first of the chain first. Null: there is a draft to show. */
export function emptyKind(board: Board, run: Run | null): 'slots' | 'requests' | 'draft' | 'running' | null {
  if (board.timeslots.length === 0) return 'slots'
  if (board.revision > 0 && (board.meetings.length > 0 || board.requests.length > 0)) return null
  if (board.requests.length === 0) return 'requests'
  return isGoing(run) ? 'running' : 'draft'
}

/** Why there is no board yet, and the next step. */
export function BoardEmpty({
  kind,
  board,
  solve,
  children,
}: {
  kind: NonNullable<ReturnType<typeof emptyKind>>
  board: Board
  /** The button that starts the first search. */
  solve: ReactNode
  children?: ReactNode
}) {
  const t = useMessages(messages)
  if (kind === 'running') return <EmptyState title={t('empty.running')}>{children}</EmptyState>
  if (kind === 'draft') {
    return (
      <EmptyState title={t('empty.draft')} action={solve}>
        {t('empty.draftHint', { requests: board.requests.length, slots: board.timeslots.length })}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t(`empty.${kind}`)}
      action={<StepLink path={kind === 'slots' ? '/event' : '/requests'}>{t(`empty.${kind}Action`)}</StepLink>}
    >
      {t(`empty.${kind}Hint`)}
    </EmptyState>
  )
}
