import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { query } from '../../../api.ts'
import { useLive } from '../../../live.ts'
import type { Board } from './board-facts.ts'
import { boardQuery } from './use-draft-edits.ts'

/** The answer to an own edit is there by then, so that it is not asked for twice. */
const WAIT_MS = 400

/**
 * Hears of edits, runs and their progress. A run's progress (`<run>@<ms>`) asks for the run alone; a revision that is
 * shown already asks for nothing. True while the stream is there.
 */
export function useLiveBoard(input: { readonly programmeId: string; readonly eventId: string }): boolean {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useLive(`board:${input.eventId}`, (version) => {
    if (version === '') return
    void client.invalidateQueries({ queryKey: query.scheduling.readRun.queryOptions({ input }).queryKey })
    if (version.includes('@')) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const shown = client.getQueryData<Board>(boardQuery(input).queryKey)?.revision ?? 0
      if (!/^\d+$/.test(version) || Number(version) > shown) {
        void client.invalidateQueries({ queryKey: boardQuery(input).queryKey })
      }
    }, WAIT_MS)
  })
}
