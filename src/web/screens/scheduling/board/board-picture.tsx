import { Button } from '@mantine/core'
import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { BoardGrid } from './board-grid.tsx'
import { BoardLegend } from './board-legend.tsx'
import { useBoardState, useBoardStore } from './board-state.ts'
import { BoardTools } from './board-tools.tsx'
import { type BoardView, useBoardView, useStable } from './board-view.ts'
import type { BoardColumn } from './days.ts'
import { interpreterLoads } from './interpreters.ts'
import { nextTile } from './navigation.ts'
import { NO_FILTER, type RowGroup, boardRows, filterRows, unmetParticipants } from './rows.ts'
import type { BoardDeeds } from './use-board-deeds.tsx'
import { useCarryKeys, useGridHandlers, usePageKeys } from './use-board-keys.ts'
import { useDrop } from './use-drop.ts'
import styles from './schedule-board.module.css'

/** The grid with its tools above and its legend below; hears keys and drops. */
export function BoardPicture({
  gridRef,
  columns,
  deeds,
  narrow,
  openSlot,
  onOpen,
}: {
  gridRef: RefObject<HTMLDivElement | null>
  columns: readonly BoardColumn[]
  deeds: BoardDeeds
  narrow: boolean
  openSlot: (timeslotId: string) => void
  onOpen: (requestId: string) => void
}) {
  const view = useBoardView()
  const store = useBoardStore()
  const { facts, speaker, editable } = view
  const [filter, setFilter] = useState(NO_FILTER)
  const groups = useGroups(view, columns, useDeferredValue(filter))
  const loads = useStable(useMemo(() => interpreterLoads(facts, columns), [facts, columns]))
  const followedId = useFollowed(view)
  useFirstFocus(groups)
  useDrop({ gridRef, store, onDrop: deeds.dropAt })
  const keyFacts = { gridRef, store, view, groups, deeds, openSlot, onOpen }
  const handlers = useGridHandlers(keyFacts)
  useCarryKeys(keyFacts)
  usePageKeys(keyFacts)
  return (
    <div className={styles.picture}>
      <BoardTools filter={filter} onFilter={setFilter} />
      <BoardGrid
        gridRef={gridRef}
        columns={columns}
        groups={groups}
        loads={loads}
        followedId={followedId}
        narrow={narrow}
        handlers={handlers}
        nothing={
          <>
            {speaker.t('filter.nothing')}{' '}
            <Button size="xs" onClick={() => setFilter(NO_FILTER)}>
              {speaker.t('filter.clear')}
            </Button>
          </>
        }
      />
      <BoardLegend followedId={followedId} keys={editable && !narrow} />
    </div>
  )
}

function useGroups({ facts }: BoardView, columns: readonly BoardColumn[], filter: typeof NO_FILTER) {
  const rows = useStable(useMemo(() => boardRows(facts, columns), [facts, columns]))
  return useMemo(() => filterRows(rows, filter, unmetParticipants(facts)), [rows, filter, facts])
}

/** The chosen interpreter, else that of the selected meeting. */
function useFollowed({ facts }: BoardView): string | null {
  return useBoardState(({ followed, selected }) => {
    if (followed !== null) return followed
    return (selected === null ? null : facts.meetingOf.get(selected)?.interpreterId) ?? null
  })
}

/** One tile is always reachable by Tab: the last focused one, or the first of the board. */
function useFirstFocus(groups: readonly RowGroup[]): void {
  const store = useBoardStore()
  useEffect(() => {
    const { focus } = store.get()
    const row = groups.flatMap(({ rows }) => rows).find(({ participant }) => participant.id === focus?.participantId)
    if (!row?.tiles.some(({ requestId }) => requestId === focus?.requestId)) {
      store.set({ focus: nextTile(groups, null, 'first') })
    }
  }, [store, groups])
}
