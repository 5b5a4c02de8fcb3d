import { useMemo, useRef } from 'react'
import { notify } from '../../../ui/notices.tsx'
import { ProblemSentence } from '../../../ui/problem-notice.tsx'
import type { BoardStore } from './board-state.ts'
import type { BoardView } from './board-view.ts'
import { landingState } from './landings.ts'
import { editSentence, landingSentence } from './sentences.ts'
import { useCarry } from './use-carry.ts'
import { useDraftEdits } from './use-draft-edits.ts'

/** What a person can do to the draft, each deed with its word to the eye and to the ear. */
export interface BoardDeeds {
  readonly place: (requestId: string, timeslotId: string) => void
  readonly remove: (requestId: string) => void
  readonly pin: (requestId: string, pinned: boolean) => void
  readonly undo: () => void
  readonly canUndo: boolean
  readonly solve: () => void
  /** Opens the list of all times of a request. */
  readonly openTimes: (requestId: string) => void
  /** By keys, in its present timeslot or nowhere. */
  readonly pickUp: (requestId: string, timeslotId: string | null) => void
  readonly drag: (requestId: string, timeslotId: string | null) => void
  /** Puts down where the hand is; false when it stays in the hand because that is not free. */
  readonly drop: () => boolean
  /** A dragged meeting that was let go of over a timeslot. */
  readonly dropAt: (requestId: string, timeslotId: string) => void
  readonly putBack: () => void
  readonly sayLanding: () => void
}

/** Long enough to read a reason; what went wrong here needs no hand afterwards. */
const REASON_MS = 8000

function notifyReason(sentence: string): void {
  const close = notify({ tone: 'hand', text: sentence })
  setTimeout(close, REASON_MS)
}

const refuse = (problem: unknown) => notify({ tone: 'hand', text: <ProblemSentence error={problem} /> })

export function useBoardDeeds({
  store,
  view,
  announce,
  openTimes,
  openSlot,
  solve,
}: {
  store: BoardStore
  view: BoardView
  announce: (sentence: string) => void
  openTimes: (requestId: string) => void
  openSlot: (timeslotId: string) => void
  solve: () => void
}): BoardDeeds {
  const { programmeId, eventId } = view
  const current = useRef({ view, openSlot, solve, openTimes })
  current.current = { view, openSlot, solve, openTimes }
  const input = useMemo(() => ({ programmeId, eventId }), [programmeId, eventId])
  const carry = useCarry(store, input, refuse)
  const edits = useDraftEdits(input, view.facts.board.revision, {
    onEdited: ({ before, after, edit }, undone) => {
      const { speaker } = current.current.view
      const sentence = editSentence(speaker, before, after, edit)
      if (undone) notify({ text: `${speaker.t('edit.undone')} ${sentence}` })
      else notify({ text: sentence, action: { label: speaker.t('actions.undo'), run: () => edits.undo() } })
    },
    onRefused: refuse,
  })

  return useMemo(() => {
    const words = () => current.current.view
    const sayLanding = () => {
      const { carried } = store.get()
      const { speaker, facts } = words()
      if (!carried || carried.overSlotId === null) return
      const { requestId, overSlotId, landings } = carried
      const state = landingSentence(speaker, facts, requestId, overSlotId, landings?.get(overSlotId))
      announce(speaker.t('carry.over', { time: speaker.time(overSlotId), state }))
    }
    const place = (requestId: string, timeslotId: string) => {
      edits.place(requestId, timeslotId)
      store.set({ selected: requestId })
      current.current.openSlot(timeslotId)
    }
    /** Puts the meeting down where it may; else says why not. */
    const land = (requestId: string, timeslotId: string, landings: Parameters<typeof landingState>[0]['landings']) => {
      const { facts, speaker } = words()
      const state = landingState({ requestId, landings }, timeslotId, facts.meetingOf)
      if (state === 'free' || state === 'unknown') place(requestId, timeslotId)
      else if (state !== 'own') {
        const reason = landingSentence(speaker, facts, requestId, timeslotId, landings?.get(timeslotId))
        return speaker.t('carry.notHere', { time: speaker.time(timeslotId), state: reason })
      }
      return null
    }
    return {
      place,
      remove: edits.remove,
      pin: edits.pin,
      canUndo: edits.canUndo,
      undo: () => {
        if (!words().editable) notifyReason(words().speaker.t('edit.running'))
        else if (!edits.undo()) announce(words().speaker.t('edit.nothingToUndo'))
      },
      solve: () => current.current.solve(),
      openTimes: (requestId) => {
        if (words().editable) current.current.openTimes(requestId)
      },
      pickUp: (requestId, timeslotId) => {
        const { speaker } = words()
        carry.pickUp(requestId, 'keys', timeslotId, () => {
          // Whoever has gone on meanwhile has only heard that it is being asked.
          if (store.get().carried?.overSlotId !== timeslotId) sayLanding()
        })
        announce(`${speaker.t('carry.pickedUp', { meeting: speaker.meeting(requestId) })} ${speaker.t('carry.keys')}`)
      },
      drag: (requestId, timeslotId) => {
        store.set({ selected: requestId })
        carry.pickUp(requestId, 'pointer', timeslotId)
      },
      drop: () => {
        const { carried } = store.get()
        if (!carried || carried.overSlotId === null) return false
        const reason = land(carried.requestId, carried.overSlotId, carried.landings)
        if (reason === null) carry.putBack()
        else announce(reason)
        return reason === null
      },
      dropAt: (requestId, timeslotId) => {
        const { carried } = store.get()
        const reason = land(requestId, timeslotId, carried?.landings ?? null)
        carry.putBack()
        if (reason !== null) notifyReason(reason)
      },
      putBack: () => {
        carry.putBack()
        announce(words().speaker.t('carry.cancelled'))
      },
      sayLanding,
    }
  }, [announce, carry, edits, store])
}
