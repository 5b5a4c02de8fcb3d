import { ActionIcon } from '@mantine/core'
import { Icon } from '../../ui/icon.tsx'
import styles from './page.module.css'

/** Two small buttons at the end of a row. */
export function RowActions({
  editLabel,
  removeLabel,
  onEdit,
  onRemove,
}: {
  editLabel: string
  removeLabel: string
  onEdit: () => void
  onRemove: () => void
}) {
  return (
    <div className={styles.rowActions}>
      <ActionIcon aria-label={editLabel} title={editLabel} onClick={onEdit}>
        <PencilIcon />
      </ActionIcon>
      <ActionIcon aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
        <Icon name="close" />
      </ActionIcon>
    </div>
  )
}

/** Drawn like the icons of `ui/icon.tsx`. */
const PencilIcon = () => (
  <svg
    width={16}
    height={16}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.6}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.4 4.4l2.2 2.2" />
  </svg>
)
