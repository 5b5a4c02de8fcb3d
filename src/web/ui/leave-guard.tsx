import { useBlocker } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Confirm } from './confirm.tsx'

/** Asks before words that are not saved are left behind; from part to part of one page nobody is asked. */
export function LeaveGuard({
  active,
  title,
  confirmLabel,
  serious = false,
  children,
}: {
  active: boolean
  title: string
  confirmLabel: string
  /** The words would be lost. */
  serious?: boolean
  /** What becomes of them. */
  children: ReactNode
}) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => active && current.pathname !== next.pathname,
    enableBeforeUnload: active,
    withResolver: true,
  })
  return (
    <Confirm
      opened={blocker.status === 'blocked'}
      title={title}
      confirmLabel={confirmLabel}
      serious={serious}
      onCancel={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      {children}
    </Confirm>
  )
}
