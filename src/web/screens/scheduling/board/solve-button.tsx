import { Button } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useMessages } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useShortcuts } from '../../../ui/keyboard.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { messages } from './messages.ts'
import styles from './solve-button.module.css'

export const BUDGETS_MS = [5000, 30_000, 120_000, 600_000] as const
export type BudgetMs = (typeof BUDGETS_MS)[number]

/** Solve (also by its key), with the time it may take beside it; the choice is kept for the next press. */
export function SolveButton({
  budgetMs,
  onBudget,
  onSolve,
  busy,
  primary = false,
}: {
  budgetMs: BudgetMs
  onBudget: (budgetMs: BudgetMs) => void
  onSolve: (budgetMs: BudgetMs) => void
  busy: boolean
  primary?: boolean
}) {
  const t = useMessages(messages)
  const [opened, setOpened] = useState(0)
  const solve = useRef(() => {})
  solve.current = () => {
    if (!busy) onSolve(budgetMs)
  }
  useShortcuts(useMemo(() => [{ code: 'KeyS', keys: 'S', label: t('keys.solve'), run: () => solve.current() }], [t]))
  return (
    <span className={styles.split} data-primary={primary || undefined}>
      <Button variant={primary ? 'filled' : 'default'} disabled={busy} onClick={() => onSolve(budgetMs)}>
        {t('actions.solve')} <kbd className={styles.key}>S</kbd>
      </Button>
      {/* A new key closes the panel after a choice. */}
      <Popover
        key={opened}
        label={t('actions.budget')}
        buttonTitle={t('actions.budget')}
        buttonClassName={styles.more}
        button={
          <>
            <span className="hidden-text">{t('actions.budget')}</span>
            <Icon name="chevron-down" />
          </>
        }
      >
        <div className={styles.budgets}>
          {BUDGETS_MS.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={choice === budgetMs}
              disabled={busy}
              onClick={() => {
                setOpened(opened + 1)
                onBudget(choice)
                onSolve(choice)
              }}
            >
              {t(`budgets.${choice}`)}
            </button>
          ))}
        </div>
      </Popover>
    </span>
  )
}
