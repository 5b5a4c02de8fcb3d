import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { query } from '../../../api.ts'
import type { BoardStore } from './board-state.ts'
import { type Carried, landingsBySlot } from './landings.ts'

/** A landing answer holds for one pick-up only: the draft may be another the next time. */
const LANDINGS_STALE_MS = 0

export interface Carry {
  /** `onAnswered` is called once it is known where the meeting could be put down. */
  readonly pickUp: (requestId: string, by: Carried['by'], overSlotId: string | null, onAnswered?: () => void) => void
  readonly putBack: () => void
}

/** Picking up a meeting asks the server where it could be put down; an answer for an earlier pick-up is dropped. */
export function useCarry(
  store: BoardStore,
  input: { readonly programmeId: string; readonly eventId: string },
  onProblem: (problem: unknown) => void,
): Carry {
  const client = useQueryClient()
  const listener = useRef(onProblem)
  listener.current = onProblem
  const { programmeId, eventId } = input
  return useMemo(
    () => ({
      pickUp: (requestId, by, overSlotId, onAnswered) => {
        store.set({ carried: { requestId, by, landings: null, overSlotId } })
        const isStill = () => store.get().carried?.requestId === requestId
        client
          .fetchQuery({
            ...query.scheduling.readLandings.queryOptions({ input: { programmeId, eventId, requestId } }),
            staleTime: LANDINGS_STALE_MS,
          })
          .then(({ rows }) => {
            const { carried } = store.get()
            if (!carried || !isStill()) return
            store.set({ carried: { ...carried, landings: landingsBySlot(rows) } })
            onAnswered?.()
          })
          .catch((error: unknown) => {
            if (isStill()) store.set({ carried: null })
            listener.current(error)
          })
      },
      putBack: () => store.set({ carried: null }),
    }),
    [client, store, programmeId, eventId],
  )
}
