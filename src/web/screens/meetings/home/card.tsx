import { type ReactNode, useId } from 'react'
import { PathButton } from '../path-button.tsx'
import styles from './home.module.css'

/** One matter of the home page: what it is, how it stands, and one way on. `hand` when it waits for the reader. */
export function Card({
  title,
  action,
  path,
  hand = false,
  children,
}: {
  title: string
  action: string
  /** Where the action leads, under the programme. */
  path: string
  hand?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id} data-hand={hand || undefined}>
      <h2 id={id}>{title}</h2>
      <div className={styles.body}>{children}</div>
      <PathButton path={path} {...(hand ? { variant: 'filled' } : {})}>
        {action}
      </PathButton>
    </section>
  )
}
