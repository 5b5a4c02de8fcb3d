import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { toProblem } from '../../problem.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Draft } from '../../ui/use-draft.ts'

/** To a path under the programme, once everything that shows companies has been told to look again. */
export function useAfterSaving(): (path: string) => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { programme } = useProgramme()
  return async (path) => {
    void client.invalidateQueries({ queryKey: query.programmes.readOverview.key() })
    await client.invalidateQueries({ queryKey: query.companies.key() })
    await navigate({
      to: `/programmes/$programmeId${path}` as '/programmes/$programmeId',
      params: { programmeId: programme.id },
    })
  }
}

/**
 * When somebody else has saved since the form was opened: my changes go on top of theirs. What only one of us
 * touched joins by itself; the rest is shown for a decision.
 */
export async function rebaseOnLatest<T extends object>(
  error: unknown,
  draft: Draft<T>,
  readLatest: () => Promise<{ readonly value: T; readonly revision: number } | null>,
): Promise<'not-a-conflict' | 'joined' | 'to-decide'> {
  if (toProblem(error).code !== 'companies.changed-meanwhile') return 'not-a-conflict'
  const latest = await readLatest()
  if (!latest) return 'not-a-conflict'
  return draft.rebase(latest.value, latest.revision) ? 'to-decide' : 'joined'
}
