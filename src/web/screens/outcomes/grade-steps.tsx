import styles from './grade-steps.module.css'
import { GRADES, useOutcomeWords } from './outcome-words.ts'
import type { Grade } from './shapes.ts'

/** How far up the five steps of proof a record has come, and the step in words. */
export function GradeSteps({ grade }: { grade: Grade }) {
  const words = useOutcomeWords()
  const reached = GRADES.indexOf(grade)
  return (
    <span className={styles.grade}>
      <span className={styles.steps} aria-hidden="true">
        {GRADES.map((one, index) => (
          <i key={one} data-on={index <= reached || undefined} style={{ height: `${6 + 3 * index}px` }} />
        ))}
      </span>
      {words(`grades.${grade}`)}
    </span>
  )
}
