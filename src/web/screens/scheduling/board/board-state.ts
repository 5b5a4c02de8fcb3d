import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Carried } from './landings.ts'
import type { TileAddress } from './navigation.ts'

/** What a person does on the board, apart from the draft itself. */
export interface BoardState {
  /** Request whose meeting (or missing meeting) is looked at. */
  readonly selected: string | null
  /** The one tile that Tab reaches. */
  readonly focus: TileAddress | null
  readonly carried: Carried | null
  /** Interpreter chosen to be followed; without a choice, that of the selected meeting is. */
  readonly followed: string | null
}

export interface BoardStore {
  readonly get: () => BoardState
  readonly set: (change: Partial<BoardState>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Lies outside React, so that a hover redraws two rows and not two hundred. */
export function createBoardStore(): BoardStore {
  let state: BoardState = { selected: null, focus: null, carried: null, followed: null }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const BoardStoreContext = createContext<BoardStore | null>(null)

export function useBoardStore(): BoardStore {
  const store = useContext(BoardStoreContext)
  if (!store) throw new Error('useBoardStore outside a board')
  return store
}

/** A part of the state; redraws only when that part is another. `select` must not make new objects. */
export function useBoardState<T>(select: (state: BoardState) => T): T {
  const store = useBoardStore()
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
