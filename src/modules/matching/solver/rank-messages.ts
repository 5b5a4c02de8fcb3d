import type { RankedPair } from '../domain/ranked-pair.ts'
import type { Weighting } from '../domain/weighting.ts'
import type { Match } from '../engine/match.ts'
import type { MatchParty } from '../engine/party.ts'

/** To rank everybody: the thread ends with its answer. */
export interface RankTask {
  readonly parties: readonly MatchParty[]
  readonly weighting: Weighting
  readonly limit: number
  /** Positions of the sides by id of the side: a pair is kept as the lower one sees it. */
  readonly sidePositions: ReadonlyMap<string, number>
  /** A shared flag: not 0 means stop. */
  readonly stopFlag: Int32Array<SharedArrayBuffer>
}

export type RankMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'ranked'; readonly pairs: readonly RankedPair[] }

/** To a thread that keeps an index and answers about pairs until it is ended. */
export type ExplainTask =
  | { readonly kind: 'index'; readonly parties: readonly MatchParty[]; readonly weighting: Weighting }
  | { readonly kind: 'explain'; readonly number: number; readonly a: string; readonly b: string }

export interface ExplainMessage {
  readonly number: number
  readonly match: Match
}
