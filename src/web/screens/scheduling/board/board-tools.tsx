import { useMessages } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/keyboard.tsx'
import { useBoardState, useBoardStore } from './board-state.ts'
import { useBoardView } from './board-view.ts'
import { messages } from './messages.ts'
import type { RowFilter } from './rows.ts'
import { landingSentence } from './sentences.ts'
import styles from './board-tools.module.css'

/** Above the picture: what is shown; while a meeting is carried, where it would land. */
export function BoardTools({ filter, onFilter }: { filter: RowFilter; onFilter: (filter: RowFilter) => void }) {
  const carrying = useBoardState(({ carried }) => carried !== null)
  return (
    <div className={styles.tools}>{carrying ? <CarryLine /> : <Filters filter={filter} onFilter={onFilter} />}</div>
  )
}

function Filters({ filter, onFilter }: { filter: RowFilter; onFilter: (filter: RowFilter) => void }) {
  const t = useMessages(messages)
  const { facts } = useBoardView()
  const { unmet } = facts.board.outcome
  return (
    <>
      <label className={styles.search}>
        <Icon name="search" />
        <span className="hidden-text">{t('filter.search')}</span>
        <input
          type="search"
          value={filter.text}
          placeholder={t('filter.search')}
          maxLength={100}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      {facts.board.released ? (
        <Toggle
          pressed={filter.onlyChanged}
          label={t('filter.changed')}
          onToggle={() => onFilter({ ...filter, onlyChanged: !filter.onlyChanged })}
        />
      ) : null}
      {unmet.length > 0 || filter.onlyUnmet ? (
        <Toggle
          pressed={filter.onlyUnmet}
          label={t('filter.unmet')}
          onToggle={() => onFilter({ ...filter, onlyUnmet: !filter.onlyUnmet })}
        />
      ) : null}
      {facts.board.interpreters.length > 0 ? <FollowChoice /> : null}
    </>
  )
}

const Toggle = ({ pressed, label, onToggle }: { pressed: boolean; label: string; onToggle: () => void }) => (
  <button type="button" className={styles.toggle} aria-pressed={pressed} onClick={onToggle}>
    {pressed ? <Icon name="check" size={12} /> : null}
    {label}
  </button>
)

function FollowChoice() {
  const t = useMessages(messages)
  const { facts } = useBoardView()
  const store = useBoardStore()
  const followed = useBoardState((state) => state.followed)
  return (
    <label className={styles.follow}>
      <span>{t('filter.follow')}</span>
      <select value={followed ?? ''} onChange={(event) => store.set({ followed: event.currentTarget.value || null })}>
        <option value="">{t('filter.followNone')}</option>
        {facts.board.interpreters.map(({ id, name }) => (
          <option key={id} value={id}>
            {name} ({facts.initialsOf.get(id)})
          </option>
        ))}
      </select>
    </label>
  )
}

/** What is in the hand, and what the time below it would say. */
function CarryLine() {
  const { facts, speaker } = useBoardView()
  const carried = useBoardState((state) => state.carried)
  if (!carried) return null
  const { requestId, overSlotId, landings, by } = carried
  const landing = overSlotId === null ? undefined : landings?.get(overSlotId)
  const state = overSlotId === null ? '' : landingSentence(speaker, facts, requestId, overSlotId, landing)
  const wrong = landing !== undefined && landing.state !== 'free'
  return (
    <p className={styles.carry}>
      <b>{speaker.meeting(requestId)}</b>
      <span data-wrong={wrong || undefined}>
        {overSlotId === null
          ? speaker.t('carry.choose')
          : speaker.t('carry.over', { time: speaker.time(overSlotId), state })}
      </span>
      {by === 'keys' ? (
        <small>
          <Kbd>←</Kbd> <Kbd>→</Kbd> <Kbd>Space</Kbd> <Kbd>Esc</Kbd>
        </small>
      ) : null}
    </p>
  )
}
