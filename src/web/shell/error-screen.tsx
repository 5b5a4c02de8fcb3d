import { Button } from '@mantine/core'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useMessages } from '../locale.tsx'
import { Problem } from '../problem.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import styles from './error-screen.module.css'
import { messages } from './messages.ts'

/** A page that could not be loaded or drawn: says why in words, and how to go on. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const t = useMessages(messages)
  const router = useRouter()
  if (error instanceof Problem && error.status === 404) return <NotFoundScreen />
  return (
    <div className={styles.error}>
      <title>{`${t('failed')} · ${t('product')}`}</title>
      <h1 id="page-title" tabIndex={-1}>
        {t('failed')}
      </h1>
      <ProblemNotice
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
      <Button component="a" href="/app/">
        {t('toOverview')}
      </Button>
    </div>
  )
}
