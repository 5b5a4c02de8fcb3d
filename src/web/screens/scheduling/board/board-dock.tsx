import { useBoardState, useBoardStore } from './board-state.ts'
import { useBoardView } from './board-view.ts'
import type { Run } from './board-facts.ts'
import { FairnessStrip } from './fairness-strip.tsx'
import { RunPanel } from './run-panel.tsx'
import { type MeetingActions, SelectedMeeting } from './selected-meeting.tsx'
import { UnmetList } from './unmet-list.tsx'
import type { BoardDeeds } from './use-board-deeds.tsx'
import { isGoing } from './use-run.ts'
import styles from './dock.module.css'

/** Beside the picture: the search while it goes, the chosen meeting, what has no place, and how fair it is. */
export function BoardDock({
  run,
  onStop,
  deeds,
  actions,
  onSelect,
}: {
  run: Run | null
  /** Undefined for those who only read. */
  onStop: (() => void) | undefined
  deeds: BoardDeeds
  actions: MeetingActions
  onSelect: (requestId: string) => void
}) {
  const { speaker } = useBoardView()
  const store = useBoardStore()
  const selected = useBoardState((state) => state.selected)
  const panel = run ? <RunPanel run={run} onStop={onStop} /> : null
  return (
    <aside className={styles.dock} aria-label={speaker.t('unmetList.title')}>
      {isGoing(run) ? panel : null}
      {selected === null ? null : (
        <SelectedMeeting requestId={selected} onClose={() => store.set({ selected: null })} actions={actions} />
      )}
      <UnmetList onPlace={deeds.openTimes} onSelect={onSelect} />
      <FairnessStrip />
      {isGoing(run) ? null : panel}
    </aside>
  )
}
