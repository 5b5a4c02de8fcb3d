import { useNumbers } from '../../../locale.tsx'
import { useBoardView } from './board-view.ts'
import type { Run } from './board-facts.ts'
import { boundMarks, boundView, progressView } from './bound.ts'
import { boundSentence } from './sentences.ts'
import { isGoing } from './use-run.ts'
import styles from './bound-bar.module.css'

/** Up to here every request is a mark of its own. */
const MOST_MARKS = 240

/** One mark a request, the unmet hollow; the sentence says what is proven about them. While a run goes, of its best so far. */
export function BoundBar({ run }: { run: Run | null }) {
  const { facts, speaker } = useBoardView()
  const { number, percent } = useNumbers()
  const { outcome, meetings, requests } = facts.board
  const going = isGoing(run) && run !== null && run.progress.held > 0 ? run.progress : null
  const view = going ? progressView(going) : boundView(outcome, { held: meetings.length, requested: requests.length })
  const marks = boundMarks(view, MOST_MARKS)
  const sentence = boundSentence(speaker, view, percent)
  const made = going
    ? speaker.t('run.running')
    : outcome.seed === null || outcome.elapsedMs === null
      ? outcome.value && speaker.t('bound.byHand')
      : speaker.t('bound.solved', {
          seconds: number(outcome.elapsedMs / 1000, { maximumFractionDigits: 1 }),
          seed: String(outcome.seed),
        })
  return (
    <div className={styles.bound}>
      <p>
        <span>
          <b>{sentence.held}</b>, {sentence.proof}
        </span>
        <span className={styles.made}>{made}</span>
      </p>
      {marks.kind === 'marks' ? (
        <div
          className={styles.marks}
          style={{ gridTemplateColumns: `repeat(${Math.max(1, view.requested)}, minmax(1px, 1fr))` }}
          data-dense={view.requested > 100 || undefined}
          aria-hidden="true"
        >
          {Array.from({ length: marks.held }, (_, index) => (
            <i key={index} />
          ))}
          {Array.from({ length: marks.open }, (_, index) => (
            <i key={`open-${index}`} data-open />
          ))}
        </div>
      ) : (
        <div className={styles.bars} aria-hidden="true">
          <i style={{ flexGrow: marks.share }} />
          {marks.share < 1 ? <i data-open style={{ flexGrow: 1 - marks.share }} /> : null}
        </div>
      )}
    </div>
  )
}
