import type { ReactNode } from 'react'
import styles from './view-tabs.module.css'

/** Links to the views of a page, each in an `<li>`; the open one has `aria-current`. A count stands in `<small>`. */
export const ViewTabs = ({
  label,
  wide = false,
  className = '',
  children,
}: {
  label: string
  /** A row of their own. */
  wide?: boolean
  className?: string | undefined
  children: ReactNode
}) => (
  <nav aria-label={label} className={`${styles.tabs} ${wide ? styles.wide : ''} ${className}`}>
    <ul>{children}</ul>
  </nav>
)
