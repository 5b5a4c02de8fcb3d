import { replaceEqualDeep } from '@tanstack/react-query'
import { createContext, useContext, useMemo, useRef } from 'react'
import type { TimeZone } from '../../../../kernel/time-zone.ts'
import { useLocale } from '../../../locale.tsx'
import { useZones } from '../../../ui/time.tsx'
import { type Board, type BoardFacts, type BoardNames, boardFacts, boardNames } from './board-facts.ts'
import { type Speaker, createSpeaker } from './speaker.ts'

/** What rows and tiles read: no edit of the draft changes it, so no edit draws them anew. */
export interface BoardWords {
  readonly names: BoardNames
  readonly speaker: Speaker
  /** The leading zone first. */
  readonly zones: readonly TimeZone[]
}

/** What the parts beside the picture read. */
export interface BoardView extends BoardWords {
  readonly programmeId: string
  readonly eventId: string
  readonly facts: BoardFacts
  /** By hand: the reader may, and no run is going to replace the draft. */
  readonly editable: boolean
}

export const BoardWordsContext = createContext<BoardWords | null>(null)
export const BoardViewContext = createContext<BoardView | null>(null)

export function useBoardWords(): BoardWords {
  const words = useContext(BoardWordsContext)
  if (!words) throw new Error('useBoardWords outside a board')
  return words
}

export function useBoardView(): BoardView {
  const view = useContext(BoardViewContext)
  if (!view) throw new Error('useBoardView outside a board')
  return view
}

/** The board by id and in words. The lists keep their identity over edits, and so do the words made of them. */
export function useBoardFacts(board: Board): { facts: BoardFacts; words: BoardWords } {
  const { locale } = useLocale()
  const home = useZones()
  const { participants, timeslots, interpreters, requests, places } = board
  const names = useMemo(
    () => boardNames(board),
    // Only these lists go in.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [participants, timeslots, interpreters, requests, places],
  )
  const facts = useMemo(() => boardFacts(board, names), [board, names])
  const words = useMemo(() => {
    const zones = home.map(({ zone }) => zone)
    return { names, zones, speaker: createSpeaker(names, locale, zones) }
  }, [names, locale, home])
  return { facts, words }
}

/** Keeps what is equal from the last time, so that rows that did not change are not drawn again. */
export function useStable<T>(value: T): T {
  const last = useRef(value)
  last.current = replaceEqualDeep(last.current, value)
  return last.current
}
