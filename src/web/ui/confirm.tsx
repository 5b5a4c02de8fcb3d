import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMessages } from '../locale.tsx'
import { messages } from './messages.ts'
import { Modal } from './modal.tsx'

/** Asks before something that others will notice. `confirmLabel` names the deed ("Release version 4"), never "OK". */
export function Confirm({
  opened,
  title,
  confirmLabel,
  onConfirm,
  onCancel,
  busy = false,
  serious = false,
  disabled = false,
  children,
}: {
  opened: boolean
  title: string
  confirmLabel: string
  onConfirm: () => void
  onCancel: () => void
  busy?: boolean
  /** Cannot be undone. */
  serious?: boolean
  /** Something has to be said first. */
  disabled?: boolean
  /** What it changes: meetings, notices, people. */
  children?: ReactNode
}) {
  const t = useMessages(messages)
  return (
    <Modal
      opened={opened}
      title={title}
      onClose={onCancel}
      foot={
        <>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <Button
            variant="filled"
            {...(serious ? { color: 'signal' } : {})}
            loading={busy}
            disabled={disabled}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Modal>
  )
}
