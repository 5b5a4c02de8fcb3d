import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { LocalizedText } from '../../../../kernel/locale.ts'
import { api, query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { toProblem } from '../../../problem.ts'
import { useProgramme } from '../../../shell/programme-context.ts'
import { notify } from '../../../ui/notices.tsx'
import { messages } from '../messages.ts'
import type { Desk } from '../shapes.ts'
import type { WrittenWords } from './use-article-words.ts'

export interface Saving {
  /** Resolves with whether it was saved; what went wrong is in `error`. `correction`: what readers are told. */
  readonly save: (correction?: LocalizedText) => Promise<boolean>
  readonly isSaving: boolean
  readonly error: unknown
}

/** After anything that changes an article: it and the lists are read again. */
export function useRefreshNewsroom(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: query.newsroom.key() }),
      client.invalidateQueries({ queryKey: query.programmes.key() }),
    ])
  }
}

/** Saves what is written. What somebody else saved meanwhile is joined, and nothing is sent again unasked. */
export function useSaving({ article }: Desk, written: WrittenWords): Saving {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshNewsroom()
  const key = { programmeId: programme.id, articleId: article.id }
  const mutation = useMutation({
    mutationFn: async (correction: LocalizedText) => {
      const sent = written.words
      const { revision } = await api.newsroom.updateArticle({
        ...key,
        ...sent,
        revision: written.revision,
        correction,
      })
      return { sent, revision }
    },
    meta: { quiet: true },
    onSuccess: async ({ sent, revision }) => {
      written.saved(sent, revision)
      await refresh()
    },
    onError: async (error) => {
      if (toProblem(error).code !== 'newsroom.changed-meanwhile') return
      const latest = await api.newsroom.readArticle(key)
      if (!written.join(latest.article)) notify({ tone: 'hand', text: t('conflict.joined') })
      await refresh()
    },
  })
  return {
    save: (correction = {}) =>
      mutation.mutateAsync(correction).then(
        () => true,
        () => false,
      ),
    isSaving: mutation.isPending,
    error: mutation.error,
  }
}
