import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { query } from '../../api.ts'
import type { MatchRun } from './shapes.ts'

const POLL_MS = 500

export const isGoing = (run: MatchRun | null | undefined): boolean =>
  run?.status === 'queued' || run?.status === 'running'

/** What is shown no longer says what is published, or the last attempt came to nothing. */
export const needsRanking = (run: MatchRun): boolean =>
  !isGoing(run) && (run.status !== 'done' || run.changedProfiles > 0)

/** The newest ranking run, asked for twice a second while it goes; when it ends, all matches are loaded anew. */
export function useMatchRun(programmeId: string) {
  const client = useQueryClient()
  const options = query.matching.readMatchRun.queryOptions({ input: { programmeId } })
  const { data: run, error } = useQuery({
    ...options,
    refetchInterval: ({ state }) => (isGoing(state.data) ? POLL_MS : false),
  })
  const start = useMutation({
    ...query.matching.startMatchRun.mutationOptions(),
    onSuccess: (started) => client.setQueryData(options.queryKey, started),
    // Somebody else may have started one: show it.
    onError: () => client.invalidateQueries({ queryKey: options.queryKey }),
  })
  const stop = useMutation(query.matching.stopMatchRun.mutationOptions())
  const going = useRef<string | null>(null)
  useEffect(() => {
    if (!run) return
    if (isGoing(run)) going.current = run.id
    else if (going.current === run.id) {
      going.current = null
      void client.invalidateQueries({ queryKey: query.matching.key() })
      void client.invalidateQueries({ queryKey: query.programmes.readOverview.key() })
    }
  }, [run, client])
  return {
    run,
    error,
    start: () => start.mutate({ programmeId }),
    starting: start.isPending,
    stop: () => {
      if (run) stop.mutate({ programmeId, runId: run.id })
    },
  }
}

export type MatchRunControl = ReturnType<typeof useMatchRun>
