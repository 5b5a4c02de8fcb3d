import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'

/** Reads promises, and whatever is counted from them, again. */
export function useRefreshCommitments(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: query.commitments.key() }),
      client.invalidateQueries({ queryKey: query.outcomes.key() }),
      client.invalidateQueries({ queryKey: query.programmes.readOverview.key() }),
    ])
  }
}
