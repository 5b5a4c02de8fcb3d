import { useBlocker } from '@tanstack/react-router'
import { useMessages } from '../../../locale.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { messages } from '../messages.ts'

/** Asks before words that are not saved are left behind. */
export function LeaveGuard({ active }: { active: boolean }) {
  const t = useMessages(messages)
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => active && current.pathname !== next.pathname,
    enableBeforeUnload: active,
    withResolver: true,
  })
  return (
    <Confirm
      opened={blocker.status === 'blocked'}
      title={t('desk.leaveTitle')}
      confirmLabel={t('desk.leave')}
      serious
      onCancel={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      {t('desk.leaveHint')}
    </Confirm>
  )
}
