import { useSuspenseQuery } from '@tanstack/react-query'
import { useMessages } from '../locale.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { messages } from './messages.ts'
import { sessionQuery } from './session.ts'
import { TopBar } from './top-bar.tsx'

/** Signed in, but nobody has given a role yet. */
export function NoProgrammeScreen() {
  const t = useMessages(messages)
  const { data: session } = useSuspenseQuery(sessionQuery())
  return (
    <>
      <TopBar person={session.person ?? undefined} />
      <main id="main" tabIndex={-1}>
        <title>{`${t('noProgramme')} · ${t('product')}`}</title>
        <h1 id="page-title" className="hidden-text" tabIndex={-1}>
          {t('noProgramme')}
        </h1>
        <EmptyState title={t('noProgramme')}>{t('noProgrammeHint')}</EmptyState>
      </main>
    </>
  )
}
