import { type ReactNode, createContext, useContext } from 'react'
import styles from './page-head.module.css'

/** What stands behind every page's title in the browser's tab; the shell sets the programme's name. */
export const TitleSuffixContext = createContext('Naru')

/**
 * The head of every screen: the one `h1` (which takes the focus after a change of route), the page title,
 * a badge beside it, a sentence below, and the actions, the primary one last.
 */
export function PageHead({
  title,
  badge,
  lead,
  actions,
  children,
}: {
  title: string
  badge?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** A second row: tabs, filters, a bound bar. */
  children?: ReactNode
}) {
  const suffix = useContext(TitleSuffixContext)
  return (
    <header className={styles.head}>
      <title>{`${title} · ${suffix}`}</title>
      <div className={styles.row}>
        <div className={styles.words}>
          <h1 id="page-title" tabIndex={-1}>
            {title}
          </h1>
          {lead ? <p>{lead}</p> : null}
        </div>
        {badge}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {children ? <div className={styles.second}>{children}</div> : null}
    </header>
  )
}
