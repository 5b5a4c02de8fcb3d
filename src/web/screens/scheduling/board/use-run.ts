import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { query } from '../../../api.ts'
import type { Run } from './board-facts.ts'
import { boardQuery } from './use-draft-edits.ts'

const POLL_MS = 500

export const isGoing = (run: Run | null | undefined): boolean => run?.status === 'queued' || run?.status === 'running'

/** The newest run, asked for twice a second while it goes; when it ends, the board is loaded anew. */
export function useRun(
  input: { readonly programmeId: string; readonly eventId: string },
  known: Run | null,
  onEnded: (run: Run) => void,
) {
  const client = useQueryClient()
  const options = query.scheduling.readRun.queryOptions({ input })
  const { data: run = known } = useQuery({
    ...options,
    initialData: known,
    refetchInterval: ({ state }) => (isGoing(state.data) ? POLL_MS : false),
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
