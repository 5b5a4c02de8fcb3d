import { useMutation, useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { notify } from '../../ui/notices.tsx'
import { messages } from './messages.ts'
import type { Agreement } from './shapes.ts'

/** The steps of an agreement; each says what it did, and everything that shows agreements looks again. */
export function useSteps({ mode }: Pick<Agreement, 'mode'>) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const said = (text: string) => ({
    onSuccess: async () => {
      notify({ text })
      void client.invalidateQueries({ queryKey: query.programmes.readOverview.key() })
      await client.invalidateQueries({ queryKey: query.agreements.key() })
    },
  })
  const { agreements } = query
  return {
    freeze: useMutation({
      ...agreements.freezeAgreement.mutationOptions(said(t('detail.frozen'))),
      meta: { quiet: true },
    }),
    send: useMutation({
      ...agreements.sendAgreement.mutationOptions(said(t(mode === 'ceremony' ? 'detail.sentCeremony' : 'detail.sent'))),
      meta: { quiet: true },
    }),
    recall: useMutation({
      ...agreements.recallAgreement.mutationOptions(said(t('detail.recalled'))),
      meta: { quiet: true },
    }),
    suspend: useMutation({
      ...agreements.suspendAgreement.mutationOptions(said(t('detail.suspended'))),
      meta: { quiet: true },
    }),
    resume: useMutation({
      ...agreements.resumeAgreement.mutationOptions(said(t('detail.resumed'))),
      meta: { quiet: true },
    }),
    remind: useMutation(
      agreements.remindSignatories.mutationOptions({
        onSuccess: ({ reminded }) => void notify({ text: t('detail.reminded', { count: reminded }) }),
      }),
    ),
  }
}

export type Steps = ReturnType<typeof useSteps>
