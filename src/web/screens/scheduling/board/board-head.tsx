import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { useBoardView } from './board-view.ts'
import { countChanges } from './rows.ts'
import styles from './schedule-board.module.css'

/** The event, the state of its draft, and what can be done with the whole of it. */
export function BoardHead({
  solve,
  onUndo,
  children,
}: {
  /** Null where there is nothing to solve, or the reader may not. */
  solve: ReactNode
  /** Undefined while there is nothing to take back. */
  onUndo: (() => void) | undefined
  children?: ReactNode
}) {
  const { programmeId, eventId, facts, speaker } = useBoardView()
  const { t } = speaker
  const text = useText()
  const { board } = facts
  const params = { programmeId, eventId }
  return (
    <PageHead
      title={text(board.eventName)}
      badge={<StatusBadge>{draftState()}</StatusBadge>}
      actions={
        <>
          {onUndo ? (
            <Button className={styles.deed ?? ''} leftSection={<Icon name="undo" />} onClick={onUndo}>
              {t('actions.undo')}
            </Button>
          ) : null}
          {solve}
          {board.released ? (
            <Button
              className={styles.deed ?? ''}
              renderRoot={(props) => (
                <Link to="/programmes/$programmeId/events/$eventId/agendas" params={params} {...props} />
              )}
            >
              {t('actions.agendas')}
            </Button>
          ) : null}
          {board.revision > 0 ? (
            <Button
              className={styles.deed ?? ''}
              variant={board.may.edit ? 'filled' : 'default'}
              renderRoot={(props) => (
                <Link to="/programmes/$programmeId/events/$eventId/release" params={params} {...props} />
              )}
            >
              {t(board.may.edit ? 'actions.compare' : 'actions.compareOnly')}
            </Button>
          ) : null}
        </>
      }
    >
      {children}
    </PageHead>
  )

  function draftState(): string {
    if (board.revision === 0) return t('state.none')
    if (!board.released) return t('state.unreleased')
    const count = countChanges(facts)
    const version = board.released.number
    return count === 0 ? t('state.same', { version }) : t('state.changed', { count, version })
  }
}
