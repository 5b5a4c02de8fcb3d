import { createContext, useContext } from 'react'
import type { Carried } from './landings.ts'

/** What tiles and dock cards can do; the object stays the same while the board is shown. */
export interface BoardHands {
  readonly mayCarry: () => boolean
  readonly pickUp: (requestId: string, by: Carried['by'], overSlotId: string | null) => void
}

export const BoardHandsContext = createContext<BoardHands | null>(null)

export function useBoardHands(): BoardHands {
  const hands = useContext(BoardHandsContext)
  if (!hands) throw new Error('useBoardHands outside a board')
  return hands
}
