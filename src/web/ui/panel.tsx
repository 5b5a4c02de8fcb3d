import { type ReactNode, useId } from 'react'
import styles from './panel.module.css'

/** A titled part of a page on its own surface; `note` stands small at the right of the title. */
export function Panel({
  title,
  note,
  flush = false,
  children,
}: {
  title: string
  note?: ReactNode
  /** Content up to the edges, for tables. */
  flush?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note ? <span>{note}</span> : null}
      </div>
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
