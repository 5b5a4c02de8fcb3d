import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'

/** After a write: everything of this stage is asked again, and the chain with its counts. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: query.compliance.key() }),
      client.invalidateQueries({ queryKey: query.programmes.readOverview.key() }),
    ])
  }
}
