import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useRef } from 'react'
import type { BoardStore } from './board-state.ts'
import { columnAt } from './landings.ts'

/** A column's timeslot under the pointer: the heads say where the columns are, a drop counts anywhere below them. */
function slotUnder(grid: HTMLElement, x: number, y: number): string | null {
  const box = grid.parentElement?.getBoundingClientRect()
  if (!box || y < box.top || y > box.bottom || x < box.left || x > box.right) return null
  const heads = [...grid.querySelectorAll<HTMLElement>('[data-slot]')]
  const boxes = heads.map((head) => head.getBoundingClientRect())
  const last = boxes.at(-1)
  if (!last) return null
  const index = columnAt([...boxes.map(({ left }) => left), last.right], x)
  return index === null ? null : (heads[index]?.dataset.slot ?? null)
}

/**
 * Follows a dragged meeting over the board. The whole column is the target, not one cell: the row is known from
 * what is carried. Only a free column takes it; anything else puts it back where it was.
 */
export function useDrop({
  gridRef,
  store,
  onDrop,
}: {
  gridRef: RefObject<HTMLDivElement | null>
  store: BoardStore
  onDrop: (requestId: string, timeslotId: string) => void
}): void {
  const current = useRef(onDrop)
  current.current = onDrop
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => typeof source.data.requestId === 'string',
        onDrag: ({ location }) => {
          const { carried } = store.get()
          if (!carried || !gridRef.current) return
          const { clientX, clientY } = location.current.input
          const overSlotId = slotUnder(gridRef.current, clientX, clientY)
          if (overSlotId !== carried.overSlotId) store.set({ carried: { ...carried, overSlotId } })
        },
        onDrop: () => {
          const { carried } = store.get()
          if (carried && carried.overSlotId !== null) current.current(carried.requestId, carried.overSlotId)
          store.set({ carried: null })
        },
      }),
    [gridRef, store],
  )
}
