import { Button } from '@mantine/core'
import { useMessages } from '../locale.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { messages } from './messages.ts'

export function NotFoundScreen() {
  const t = useMessages(messages)
  return (
    <div>
      <title>{`${t('notFound')} · ${t('product')}`}</title>
      <h1 id="page-title" className="hidden-text" tabIndex={-1}>
        {t('notFound')}
      </h1>
      <EmptyState
        title={t('notFound')}
        action={
          <Button component="a" href="/app/">
            {t('toOverview')}
          </Button>
        }
      >
        {t('notFoundHint')}
      </EmptyState>
    </div>
  )
}
