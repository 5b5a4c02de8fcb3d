import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { notify } from '../../../ui/notices.tsx'
import { ScheduleTabs } from '../schedule-tabs.tsx'
import { BoardDock } from './board-dock.tsx'
import { BoardEmpty, emptyKind } from './board-empty.tsx'
import type { Board } from './board-facts.ts'
import { type BoardHands, BoardHandsContext } from './board-hands.ts'
import { BoardHead } from './board-head.tsx'
import { BoardPicture } from './board-picture.tsx'
import { BoardStoreContext, createBoardStore } from './board-state.ts'
import { type BoardView, BoardViewContext, BoardWordsContext, useBoardFacts } from './board-view.ts'
import { BoundBar } from './bound-bar.tsx'
import { DayTabs } from './day-tabs.tsx'
import { MeetingSheet, MoveSheet } from './move-sheet.tsx'
import { RunPanel } from './run-panel.tsx'
import { type BudgetMs, SolveButton } from './solve-button.tsx'
import { useBoardDays } from './use-board-days.ts'
import { useBoardDeeds } from './use-board-deeds.tsx'
import { boardQuery } from './use-draft-edits.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import { isGoing, useRun } from './use-run.ts'
import styles from './schedule-board.module.css'

/** The signature screen: the working draft, and everything that can be done with it. */
export function ScheduleBoard({ programmeId, board }: { programmeId: string; board: Board }) {
  const { eventId } = board
  const { facts, words } = useBoardFacts(board)
  const [store] = useState(createBoardStore)
  const narrow = useIsNarrow()
  const solving = useSolving(programmeId, board, words.speaker.t)
  const editable = board.may.edit && !solving.going
  const view: BoardView = useMemo(
    () => ({ ...words, programmeId, eventId, facts, editable }),
    [words, programmeId, eventId, facts, editable],
  )
  const day = useBoardDays(words, narrow)
  const [announcement, announce] = useState('')
  const [timesOf, setTimesOf] = useState<string | null>(null)
  const [sheetOf, setSheetOf] = useState<string | null>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const deeds = useBoardDeeds({
    store,
    view,
    announce,
    openSlot: day.openSlot,
    openTimes: setTimesOf,
    solve: () => solving.solve(solving.budgetMs),
  })
  const hands = useHands(editable, deeds.drag)
  const open = useCallback(
    (requestId: string) => {
      store.set({ selected: requestId })
      if (narrow) setSheetOf(requestId)
    },
    [store, narrow],
  )
  const actions = {
    onMove: (requestId: string) => {
      setSheetOf(null)
      setTimesOf(requestId)
    },
    onPin: deeds.pin,
    onRemove: (requestId: string) => {
      setSheetOf(null)
      deeds.remove(requestId)
    },
  }
  const empty = emptyKind(board, solving.run)
  const solveButton =
    board.may.edit && empty !== 'slots' && empty !== 'requests' ? (
      <SolveButton
        budgetMs={solving.budgetMs}
        onBudget={solving.setBudgetMs}
        onSolve={solving.solve}
        busy={solving.going}
        primary={empty !== null}
      />
    ) : null
  const onStop = board.may.edit ? solving.stop : undefined

  return (
    <BoardStoreContext value={store}>
      <BoardWordsContext value={words}>
        <BoardViewContext value={view}>
          <BoardHandsContext value={hands}>
            <BoardHead
              solve={empty === null ? solveButton : null}
              onUndo={deeds.canUndo && editable ? deeds.undo : undefined}
            >
              {board.revision > 0 ? (
                <ScheduleTabs programmeId={programmeId} eventId={eventId} mayEdit={board.may.edit} />
              ) : null}
              {empty === null ? (
                <>
                  <DayTabs day={day} />
                  <BoundBar run={solving.run} />
                </>
              ) : null}
            </BoardHead>
            {empty === null ? (
              <div className={styles.work}>
                <BoardPicture
                  gridRef={gridRef}
                  columns={day.columns}
                  deeds={deeds}
                  narrow={narrow}
                  openSlot={day.openSlot}
                  onOpen={open}
                />
                <BoardDock run={solving.run} onStop={onStop} deeds={deeds} actions={actions} onSelect={open} />
              </div>
            ) : (
              <BoardEmpty kind={empty} board={board} solve={solveButton}>
                {solving.run ? <RunPanel run={solving.run} onStop={onStop} /> : null}
              </BoardEmpty>
            )}
            <MoveSheet
              requestId={timesOf}
              onClose={() => setTimesOf(null)}
              onPlace={(requestId, timeslotId) => {
                setTimesOf(null)
                deeds.place(requestId, timeslotId)
              }}
            />
            <MeetingSheet requestId={sheetOf} onClose={() => setSheetOf(null)} actions={actions} />
            <p role="status" aria-live="assertive" className="hidden-text">
              {announcement}
            </p>
          </BoardHandsContext>
        </BoardViewContext>
      </BoardWordsContext>
    </BoardStoreContext>
  )
}

/** One object for all tiles over all edits: what it does may change, the object may not. */
function useHands(editable: boolean, drag: BoardHands['drag']): BoardHands {
  const current = useRef({ editable, drag })
  current.current = { editable, drag }
  const [hands] = useState<BoardHands>(() => ({
    mayCarry: () => current.current.editable,
    drag: (requestId, timeslotId) => current.current.drag(requestId, timeslotId),
  }))
  return hands
}

/** The search: its run, how long it may take, and the word at its end. */
function useSolving(programmeId: string, board: Board, t: BoardView['speaker']['t']) {
  const { eventId } = board
  const client = useQueryClient()
  const [budgetMs, setBudgetMs] = useState<BudgetMs>(5000)
  const input = useMemo(() => ({ programmeId, eventId }), [programmeId, eventId])
  const { run, start, stop, starting } = useRun(input, board.run, (ended) => {
    const fresh = client.getQueryData<Board>(boardQuery(input).queryKey)
    if (ended.status === 'failed') notify({ tone: 'hand', text: t('run.failed') })
    else if (fresh) notify({ text: t('run.result', { held: fresh.meetings.length, requested: fresh.requests.length }) })
  })
  const going = starting || isGoing(run)
  const solve = (chosen: BudgetMs) => {
    if (board.may.edit && !going) start(chosen)
  }
  return { run, going, solve, stop, budgetMs, setBudgetMs }
}
