import { type DOMAttributes, type RefObject, useEffect, useMemo, useRef } from 'react'
import { type Shortcut, useShortcuts } from '../../../ui/keyboard.tsx'
import type { BoardStore } from './board-state.ts'
import type { BoardView } from './board-view.ts'
import { stepLanding } from './landings.ts'
import { type TileAddress, directionOf, nextTile } from './navigation.ts'
import type { RowGroup } from './rows.ts'
import type { BoardDeeds } from './use-board-deeds.tsx'

interface KeyFacts {
  readonly gridRef: RefObject<HTMLDivElement | null>
  readonly store: BoardStore
  readonly view: BoardView
  readonly groups: readonly RowGroup[]
  readonly deeds: BoardDeeds
  readonly openSlot: (timeslotId: string) => void
  readonly onOpen: (requestId: string) => void
}

type GridHandlers = Pick<DOMAttributes<HTMLDivElement>, 'onKeyDown' | 'onClick' | 'onFocus' | 'onDoubleClick'>

/** Which tile an event in the grid belongs to. */
function addressOf(target: EventTarget): TileAddress | null {
  if (!(target instanceof Element)) return null
  const requestId = target.closest<HTMLElement>('[data-request]')?.dataset.request
  const participantId = target.closest<HTMLElement>('[data-participant]')?.dataset.participant
  return requestId && participantId ? { requestId, participantId } : null
}

const findTile = (grid: HTMLElement | null, { participantId, requestId }: TileAddress): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(
    `[data-participant="${CSS.escape(participantId)}"] [data-request="${CSS.escape(requestId)}"]`,
  ) ?? null

/** Everything a hand does on the grid itself: arrows and Space on the focused tile, and the pointer's presses. */
export function useGridHandlers(facts: KeyFacts): GridHandlers {
  const current = useRef(facts)
  current.current = facts
  return useMemo(
    () => ({
      onFocus: ({ target }) => {
        const focus = addressOf(target)
        if (focus) current.current.store.set({ focus })
      },
      onClick: ({ target }) => {
        const address = addressOf(target)
        if (address) current.current.onOpen(address.requestId)
      },
      onDoubleClick: ({ target }) => {
        const address = addressOf(target)
        if (address) current.current.deeds.openTimes(address.requestId)
      },
      onKeyDown: (event) => {
        const address = addressOf(event.target)
        const { store, groups, gridRef, deeds, view, onOpen } = current.current
        if (!address || store.get().carried || event.ctrlKey || event.metaKey || event.altKey) return
        const direction = directionOf(event.key)
        if (direction) {
          event.preventDefault()
          const next = nextTile(groups, address, direction)
          if (next) findTile(gridRef.current, next)?.focus()
        } else if (event.code === 'Space') {
          event.preventDefault()
          onOpen(address.requestId)
          if (view.editable) {
            deeds.pickUp(address.requestId, view.facts.meetingOf.get(address.requestId)?.timeslotId ?? null)
          }
        } else if (event.key === 'Enter') {
          event.preventDefault()
          onOpen(address.requestId)
          deeds.openTimes(address.requestId)
        } else if (event.key === 'Escape') {
          store.set({ selected: null })
        }
      },
    }),
    [],
  )
}

/** The day may have turned under the hand: its tile takes the focus again as soon as it is drawn. */
function returnFocus({ gridRef, store }: Pick<KeyFacts, 'gridRef' | 'store'>): void {
  const { focus } = store.get()
  requestAnimationFrame(() => {
    if (focus) findTile(gridRef.current, focus)?.focus()
  })
}

/** While a meeting is carried by keys, arrows lead through the times wherever the focus is. */
export function useCarryKeys(facts: KeyFacts): void {
  const current = useRef(facts)
  current.current = facts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { store, view, deeds, openSlot } = current.current
      const { carried } = store.get()
      if (carried?.by !== 'keys' || event.ctrlKey || event.metaKey || event.altKey) return
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined
      if (step) {
        const overSlotId = stepLanding(view.facts, carried, step)
        store.set({ carried: { ...carried, overSlotId } })
        if (overSlotId !== null) openSlot(overSlotId)
        deeds.sayLanding()
      } else if (event.code === 'Space' || event.key === 'Enter') {
        if (deeds.drop()) returnFocus(current.current)
      } else if (event.key === 'Escape' || event.key === 'Tab') {
        deeds.putBack()
        const slotId = view.facts.meetingOf.get(carried.requestId)?.timeslotId
        if (slotId) openSlot(slotId)
        returnFocus(current.current)
        if (event.key === 'Tab') return
      } else if (!event.key.startsWith('Arrow')) {
        return
      }
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

/** Before a tile goes, the focus moves to the one beside it. */
function focusNeighbour({ gridRef, store, groups }: KeyFacts): void {
  const { focus } = store.get()
  if (!focus || !gridRef.current?.contains(document.activeElement)) return
  const directions = ['right', 'left', 'down', 'up'] as const
  const next = directions.map((direction) => nextTile(groups, focus, direction)).find((address) => address !== null)
  if (next) findTile(gridRef.current, next)?.focus()
}

/** Single keys of the whole page, and Ctrl or Command with Z. */
export function usePageKeys(facts: KeyFacts): void {
  const { store, view, gridRef } = facts
  const current = useRef(facts)
  current.current = facts
  const { t } = view.speaker
  const shortcuts = useMemo((): readonly Shortcut[] => {
    const selected = () => (gridRef.current?.contains(document.activeElement) ? store.get().focus?.requestId : null)
    const withMeeting = (act: (requestId: string, pinned: boolean) => void) => () => {
      const requestId = selected() ?? store.get().selected
      const meeting = requestId ? current.current.view.facts.meetingOf.get(requestId) : undefined
      if (requestId && meeting && current.current.view.editable) act(requestId, meeting.pinned)
    }
    // The grid hears these itself; here they only stand in the list of all keys.
    const listed = (code: string, keys: string, label: string): Shortcut => ({ code, keys, label, run: () => {} })
    return [
      listed('board-arrows', '← ↑ ↓ →', t('keys.arrows')),
      listed('board-space', 'Space', t('keys.space')),
      listed('board-escape', 'Esc', t('keys.escape')),
      listed('board-enter', 'Enter', t('keys.enter')),
      {
        code: 'KeyP',
        keys: 'P',
        label: t('keys.pin'),
        run: withMeeting((requestId, pinned) => current.current.deeds.pin(requestId, !pinned)),
      },
      {
        code: 'Delete',
        keys: 'Delete',
        label: t('keys.remove'),
        run: withMeeting((requestId) => {
          focusNeighbour(current.current)
          current.current.deeds.remove(requestId)
        }),
      },
      {
        code: 'KeyU',
        keys: 'U',
        label: t('keys.unmet'),
        run: () => {
          const title = document.getElementById('unmet-title')
          title?.focus()
          title?.scrollIntoView({ block: 'nearest' })
        },
      },
      listed('board-undo', 'Ctrl Z', t('keys.undo')),
    ]
  }, [t, store, gridRef, current])
  useShortcuts(shortcuts)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
      if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || typing) return
      event.preventDefault()
      current.current.deeds.undo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
