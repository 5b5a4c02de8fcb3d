import { useBlocker } from '@tanstack/react-router'
import { useMessages } from '../../locale.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { messages } from './edit-messages.ts'

/** Asks before leaving with unsaved text; from part to part of the form nobody is asked. */
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
      title={t('leaveTitle')}
      confirmLabel={t('leave')}
      onCancel={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      {t('leaveHint')}
    </Confirm>
  )
}
