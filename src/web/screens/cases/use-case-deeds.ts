import { useMutation, useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { messages as caseMessages } from '../../../modules/cases/messages.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { messages } from './messages.ts'
import type { CaseRow, CaseState } from './shapes.ts'

/** Reads cases, and whatever is counted from them, again. */
export function useRefreshCases(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: query.cases.key() }),
      client.invalidateQueries({ queryKey: query.programmes.readOverview.key() }),
    ])
  }
}

/** "한빛 – Луч" in the reader's language. */
export function usePairName(): (row: Pick<CaseRow, 'host' | 'guest'>) => string {
  const t = useMessages(messages)
  const text = useText()
  return ({ host, guest }) => t('pair', { host: text(host.name), guest: text(guest.name) })
}

/** Moves a card at once and puts it back when the server says no. */
export function useMoveCase(): (row: CaseRow, state: CaseState) => void {
  const t = useMessages(messages)
  const words = useMessages(caseMessages)
  const pairName = usePairName()
  const { programme } = useProgramme()
  const client = useQueryClient()
  const refresh = useRefreshCases()
  const options = query.cases.listCases.queryOptions({ input: { programmeId: programme.id } })
  const move = useMutation({ ...query.cases.moveCase.mutationOptions(), onSettled: refresh })
  return (row, state) => {
    if (!row.mayMoveTo.includes(state)) return void notify({ text: t('board.notThere') })
    client.setQueryData(options.queryKey, (before) =>
      before
        ? { ...before, rows: before.rows.map((each) => (each.id === row.id ? { ...each, state } : each)) }
        : before,
    )
    move.mutate(
      { programmeId: programme.id, caseId: row.id, revision: row.revision, state },
      {
        onSuccess: () =>
          void notify({ text: t('board.moved', { pair: pairName(row), state: words(`states.${state}`) }) }),
      },
    )
  }
}
