import { useQuery, useQueryClient } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useLive } from '../../../live.ts'
import type { Study } from './curve.ts'

/** The server says when a point is there; asking is for the time it cannot. */
const POLL_MS = 700
const POLL_LIVE_MS = 5000

export const isWorkedOn = ({ status }: Study): boolean => status === 'queued' || status === 'running'

export function useStudies(input: { readonly programmeId: string; readonly eventId: string }) {
  const client = useQueryClient()
  const options = query.scheduling.listStudies.queryOptions({ input })
  const isLive = useLive(`study:${input.eventId}`, () => {
    void client.invalidateQueries({ queryKey: options.queryKey })
  })
  return useQuery({
    ...options,
    refetchInterval: ({ state }) => (state.data?.rows.some(isWorkedOn) ? (isLive ? POLL_LIVE_MS : POLL_MS) : false),
  })
}
