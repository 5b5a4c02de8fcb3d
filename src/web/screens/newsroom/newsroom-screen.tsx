import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ArticleTable } from './article-table.tsx'
import { CreateDialog } from './create-dialog.tsx'
import { DayDialog } from './day-dialog.tsx'
import { messages } from './messages.ts'
import styles from './newsroom.module.css'
import { SitePanel } from './site-panel.tsx'

/** Every article in its state, the two ways to start one, and what else stands on the public pages. */
export function NewsroomScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const isOperator = roles.includes('operator')
  const [asked, setAsked] = useState<'day' | 'new' | null>(null)
  const { data, error, refetch } = useQuery(
    query.newsroom.listArticles.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const draftButton = (
    <Button variant="filled" leftSection={<Icon name="document" />} onClick={() => setAsked('day')}>
      {t('day.open')}
    </Button>
  )
  const actions = (
    <>
      <Button leftSection={<Icon name="plus" />} onClick={() => setAsked('new')}>
        {t('create.open')}
      </Button>
      {draftButton}
    </>
  )
  const empty = (
    <EmptyState title={t('list.none')} action={isOperator ? draftButton : null}>
      {t(isOperator ? 'list.noneHint' : 'list.noneOfficial')}
    </EmptyState>
  )
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={isOperator ? actions : null} />
      <div className={styles.page}>
        <ArticleTable rows={data.rows} empty={empty} />
        <SitePanel isOperator={isOperator} />
      </div>
      {asked === 'day' ? <DayDialog onClose={() => setAsked(null)} /> : null}
      {asked === 'new' ? <CreateDialog onClose={() => setAsked(null)} /> : null}
    </>
  )
}
