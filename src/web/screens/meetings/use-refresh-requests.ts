import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'

/** Reads requests, and whatever is counted from them, again. */
export function useRefreshRequests(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: query.meetings.key() }),
      client.invalidateQueries({ queryKey: query.programmes.readOverview.key() }),
    ])
  }
}
