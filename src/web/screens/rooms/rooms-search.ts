export interface RoomsSearch {
  /** A day by the clock of the programme's first side, `2020-10-26`. */
  readonly day?: string
}

export const readRoomsSearch = (search: Record<string, unknown>): RoomsSearch =>
  typeof search.day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.day) ? { day: search.day } : {}
