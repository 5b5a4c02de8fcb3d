import { type ReactNode, useEffect, useId, useRef } from 'react'
import { ActionIcon } from '@mantine/core'
import { useMessages } from '../locale.tsx'
import { Icon } from './icon.tsx'
import { messages } from './messages.ts'
import styles from './modal.module.css'

/**
 * A window above the page on the browser's own `dialog`: it holds the focus, closes with Escape and gives the
 * focus back. `foot` holds the actions, the primary one last. `side` lets it come in from an edge, for menus.
 */
export function Modal({
  opened,
  title,
  onClose,
  foot,
  side = 'middle',
  children,
}: {
  opened: boolean
  title: string
  onClose: () => void
  foot?: ReactNode
  side?: 'middle' | 'left' | 'right'
  children: ReactNode
}) {
  const t = useMessages(messages)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (opened && element && !element.open) element.showModal()
    if (!opened && element?.open) element.close()
  }, [opened])
  return (
    // The dialog closes on a press on its backdrop; Escape is the keyboard's way and the browser's own.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.modal}
      data-side={side}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      {opened ? (
        <div className={styles.sheet}>
          <div className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <ActionIcon aria-label={t('close')} onClick={onClose}>
              <Icon name="close" />
            </ActionIcon>
          </div>
          <div className={styles.body}>{children}</div>
          {foot ? <div className={styles.foot}>{foot}</div> : null}
        </div>
      ) : null}
    </dialog>
  )
}
