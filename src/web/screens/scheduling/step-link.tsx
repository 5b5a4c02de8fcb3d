import type { ReactNode } from 'react'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import styles from './step-link.module.css'

/** The next step of an empty page: a link to another stage that looks like the one thing to do here. */
export const StepLink = ({ path, children }: { path: string; children: ReactNode }) => (
  <ProgrammeLink path={path} className={styles.step} current={false}>
    {children}
  </ProgrammeLink>
)
