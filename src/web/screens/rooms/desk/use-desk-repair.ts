import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { notify } from '../../../ui/notices.tsx'
import { messages } from './desk-messages.ts'
import type { DeskCause, DeskChoice } from './desk-shapes.ts'

export type DeskRepair = ReturnType<typeof useDeskRepair>

/** What has happened, the ways to go on, and the one that is chosen. */
export function useDeskRepair(programmeId: string) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const [chosen, setChosen] = useState(0)
  const propose = useMutation({
    ...query.rooms.proposeDeskRepair.mutationOptions(),
    meta: { quiet: true },
    onSuccess: () => setChosen(0),
  })
  const told = (choice: DeskChoice | undefined) => choice?.toldCompanies.length ?? 0
  const save = useMutation({
    ...query.rooms.applyDeskRepair.mutationOptions(),
    meta: { quiet: true },
    onSuccess: ({ version, heldBack }) => {
      notify({ text: version === null ? t('recorded') : t('applied', { version, count: told(choice) }) })
      if (heldBack.length > 0) notify({ text: t('heldBack', { count: heldBack.length }), tone: 'hand' })
      propose.reset()
      return client.invalidateQueries({ queryKey: query.rooms.key() })
    },
  })
  const cause = propose.variables?.cause ?? null
  const proposal = propose.data ?? null
  const choice = proposal?.choices[chosen]
  return {
    cause,
    proposal,
    choice,
    chosen,
    choose: setChosen,
    error: propose.error ?? save.error,
    busy: save.isPending,
    ask: (asked: DeskCause) => {
      save.reset()
      propose.mutate({ programmeId, cause: asked })
    },
    apply: () => {
      if (!cause || !proposal || !choice || save.isPending) return
      save.mutate({ programmeId, cause, revision: proposal.revision, changes: choice.changes })
    },
    dismiss: () => {
      propose.reset()
      save.reset()
    },
  }
}
