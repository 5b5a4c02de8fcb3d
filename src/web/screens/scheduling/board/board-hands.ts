import { createContext, useContext } from 'react'

/** What tiles and dock cards can do; the object stays the same while the board is shown. */
export interface BoardHands {
  readonly mayCarry: () => boolean
  /** A drag began, from its timeslot or from the dock. */
  readonly drag: (requestId: string, timeslotId: string | null) => void
}

export const BoardHandsContext = createContext<BoardHands | null>(null)

export function useBoardHands(): BoardHands {
  const hands = useContext(BoardHandsContext)
  if (!hands) throw new Error('useBoardHands outside a board')
  return hands
}
