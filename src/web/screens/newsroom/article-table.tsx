import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dayText } from '../../../modules/newsroom/contract.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from './messages.ts'
import styles from './newsroom.module.css'
import { type ListedArticle, STANDING_TONES, standingOf } from './shapes.ts'

/** Articles in every state, newest first; drafts wait for a hand. */
export function ArticleTable({ rows, empty }: { rows: readonly ListedArticle[]; empty: ReactNode }) {
  const t = useMessages(messages)
  return (
    <DataTable
      label={t('list.label')}
      rows={rows}
      columns={useColumns()}
      rowKey={({ id }) => id}
      rowNote={({ status }) => (status === 'draft' ? 'hand' : undefined)}
      empty={empty}
    />
  )
}

function useColumns(): Column<ListedArticle>[] {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const text = useText()
  const titleOf = ({ titles }: ListedArticle) => text(titles) || t('list.untitled')
  return [
    {
      id: 'article',
      head: t('list.article'),
      onPhone: 'title',
      sortBy: titleOf,
      cell: (article) => (
        <Link
          to="/programmes/$programmeId/newsroom/$articleId"
          params={{ programmeId: programme.id, articleId: article.id }}
        >
          {titleOf(article)}
        </Link>
      ),
    },
    {
      id: 'state',
      head: t('list.state'),
      sortBy: (article) => t(`standings.${standingOf(article)}`),
      cell: (article) => {
        const standing = standingOf(article)
        return <StatusBadge tone={STANDING_TONES[standing]}>{t(`standings.${standing}`)}</StatusBadge>
      },
    },
    {
      id: 'day',
      head: t('list.day'),
      sortBy: ({ day }) => day,
      cell: ({ day }) => (day === null ? '–' : dayText(day, locale)),
    },
    {
      id: 'opens',
      head: t('list.opens'),
      sortBy: ({ publishedAt }) => publishedAt,
      cell: ({ publishedAt }) => (publishedAt === null ? '–' : <Time at={publishedAt} day="full" />),
    },
    {
      id: 'edited',
      head: t('list.edited'),
      sortBy: ({ editedAt }) => editedAt,
      onPhone: 'hidden',
      cell: ({ editedAt }) => <Time at={editedAt} day="short" />,
    },
    {
      id: 'read',
      head: t('list.read'),
      cell: ({ isPublic, slug }) =>
        isPublic ? (
          <a className={styles.read} href={`/news/${slug}`} target="_blank" rel="noopener">
            {t('list.read')}
          </a>
        ) : (
          '–'
        ),
    },
  ]
}
