import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { query } from '../../../api.ts'
import { useLive } from '../../../live.ts'
import type { Run } from './board-facts.ts'
import { boardQuery } from './use-draft-edits.ts'

/** The server says when there is news; asking is for the time it cannot. */
const POLL_MS = 500
const POLL_LIVE_MS = 5000

export const isGoing = (run: Run | null | undefined): boolean => run?.status === 'queued' || run?.status === 'running'

/** The newest run, followed while it goes; when it ends, the board is loaded anew. */
export function useRun(
  input: { readonly programmeId: string; readonly eventId: string },
  known: Run | null,
  onEnded: (run: Run) => void,
) {
  const client = useQueryClient()
  const options = query.scheduling.readRun.queryOptions({ input })
  // What is heard asks for the run in `useLiveBoard`; here it is only whether anything is.
  const isLive = useLive(`board:${input.eventId}`, () => {})
  const { data: run = known } = useQuery({
    ...options,
    initialData: known,
    refetchInterval: ({ state }) => (isGoing(state.data) ? (isLive ? POLL_LIVE_MS : POLL_MS) : false),
  })
  const start = useMutation({
    ...query.scheduling.startRun.mutationOptions(),
    onSuccess: (started) => client.setQueryData(options.queryKey, started),
  })
  const stop = useMutation(query.scheduling.stopRun.mutationOptions())

  const going = useRef<string | null>(null)
  const ended = useRef(onEnded)
  ended.current = onEnded
  useEffect(() => {
    if (!run) return
    if (isGoing(run)) {
      going.current = run.id
    } else if (going.current === run.id) {
      going.current = null
      void client.invalidateQueries({ queryKey: boardQuery(input).queryKey }).then(() => ended.current(run))
    }
    // The ids of the event are stable while the board is shown.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [run, client])

  return {
    run,
    start: (budgetMs: number) => start.mutate({ ...input, budgetMs }),
    stop: () => {
      if (run) stop.mutate({ ...input, runId: run.id })
    },
    starting: start.isPending,
  }
}
