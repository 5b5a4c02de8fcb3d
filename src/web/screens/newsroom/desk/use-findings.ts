import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { query } from '../../../api.ts'
import type { Article, ArticleWords, Finding } from '../shapes.ts'

const PAUSE_MS = 700

/**
 * What does not agree with the records in the words as they are written: asked again when one stops typing. Without
 * the right to write it is what the server said of the stored words.
 */
export function useFindings(
  programmeId: string,
  article: Article,
  words: ArticleWords,
  stored: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly isChecking: boolean } {
  const { content, manualNumbers } = words
  const [settled, setSettled] = useState({ content, manualNumbers })
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ content, manualNumbers }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [content, manualNumbers])
  const input = { programmeId, articleId: article.id, ...settled }
  const { data, isFetching } = useQuery({
    ...query.newsroom.checkArticle.queryOptions({ input }),
    enabled: article.may.edit,
    placeholderData: (before) => before,
  })
  const isBehind = settled.content !== content || settled.manualNumbers !== manualNumbers
  return { findings: data?.findings ?? stored, isChecking: article.may.edit && (isFetching || isBehind) }
}
