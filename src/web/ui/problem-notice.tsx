import { Button } from '@mantine/core'
import { useMessages } from '../locale.tsx'
import { type Problem, toProblem } from '../problem.ts'
import { Icon } from './icon.tsx'
import { messages } from './messages.ts'
import styles from './problem-notice.module.css'

type GeneralKey = Exclude<keyof (typeof messages)['en']['problem'], 'title' | 'request'>

/** What can be said when the server gave no sentence. */
function generalKey({ code, status }: Problem): GeneralKey {
  if (code === 'web.unreachable') return 'unreachable'
  switch (status) {
    case 400:
    case 422:
      return 'invalid'
    case 401:
      return 'signedOut'
    case 403:
      return 'forbidden'
    case 404:
      return 'absent'
    case 409:
      return 'conflict'
    case 429:
      return 'tooMany'
    default:
      return 'unexpected'
  }
}

/** The sentence of a problem: the server's, which is in the reader's language, else a general one. */
function useProblemSentence(error: unknown): string {
  const t = useMessages(messages)
  const problem = toProblem(error)
  return problem.detail ?? t(`problem.${generalKey(problem)}`)
}

/** The sentence alone, for notices. */
export const ProblemSentence = ({ error }: { error: unknown }) => <>{useProblemSentence(error)}</>

/** Why something did not work, in words and never as a raw error; with a way to try again where that makes sense. */
export function ProblemNotice({
  error,
  onRetry,
  compact = false,
}: {
  error: unknown
  onRetry?: () => void
  compact?: boolean
}) {
  const t = useMessages(messages)
  const sentence = useProblemSentence(error)
  const { requestId } = toProblem(error)
  return (
    <div className={styles.problem} role="alert" data-compact={compact || undefined}>
      <Icon name="warning" />
      <div className={styles.words}>
        {compact ? null : <strong>{t('problem.title')}</strong>}
        <p>{sentence}</p>
        {requestId && !compact ? <small>{t('problem.request', { id: requestId })}</small> : null}
      </div>
      {onRetry ? (
        <Button size="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      ) : null}
    </div>
  )
}
