export const VIEWS = ['shores', 'list', 'technologies', 'compare', 'shortlists', 'interests', 'weights'] as const
export type View = (typeof VIEWS)[number]

/** Strengths from which the list may begin: the steps in which matches are coloured. */
export const LEAST_SCORES = [0, 60, 70, 85] as const

/** What the page shows, as it stands in the address. */
export interface MatchSearch {
  readonly view?: View
  readonly company?: string
  readonly least?: number
  /** Two partners of `company` to compare. */
  readonly first?: string
  readonly second?: string
}

/** Reads the address; what it cannot mean is left out. */
export function readMatchSearch(raw: Record<string, unknown>): MatchSearch {
  const view = VIEWS.find((known) => known === raw.view)
  const least = LEAST_SCORES.find((known) => known === Number(raw.least))
  return {
    ...(view === undefined || view === 'shores' ? {} : { view }),
    ...(typeof raw.company === 'string' && raw.company !== '' ? { company: raw.company } : {}),
    ...(least === undefined || least === 0 ? {} : { least }),
    ...(typeof raw.first === 'string' && raw.first !== '' ? { first: raw.first } : {}),
    ...(typeof raw.second === 'string' && raw.second !== '' ? { second: raw.second } : {}),
  }
}
