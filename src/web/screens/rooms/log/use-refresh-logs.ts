import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../../api.ts'

/** Reads logs, and what is opened from them, again. */
export function useRefreshLogs(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: query.rooms.key() }),
      client.invalidateQueries({ queryKey: query.cases.key() }),
    ])
  }
}
