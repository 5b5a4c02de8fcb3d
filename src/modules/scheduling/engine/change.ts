import type { PlaceKind } from './problem.ts'

/**
 * The cheapest change of the data that would admit an unmet request, verified by solving again with it.
 * `held` is the number of meetings held then, `moved` how many of the present ones stand elsewhere then.
 */
export type Change = { readonly held: number; readonly moved: number } & (
  | { readonly code: 'open-slot'; readonly participant: string; readonly slot: string }
  | { readonly code: 'add-interpreter'; readonly languagePair: string; readonly slot: string }
  | { readonly code: 'add-place'; readonly place: PlaceKind; readonly slot: string }
  | { readonly code: 'raise-limit'; readonly participant: string; readonly maxMeetings: number }
  | { readonly code: 'add-delegate'; readonly participant: string; readonly slot: string }
  | { readonly code: 'unpin'; readonly request: string; readonly slot: string }
)
