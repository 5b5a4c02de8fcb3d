import type { Weighting } from '../domain/weighting.ts'
import type { Match } from '../engine/match.ts'
import type { MatchParty } from '../engine/party.ts'
import type { Ranking } from '../engine/rank.ts'

/** To rank everybody: the thread ends with its answer. */
export interface RankTask {
  readonly parties: readonly MatchParty[]
  readonly weighting: Weighting
  readonly limit: number
  /** A shared flag: not 0 means stop. */
  readonly stopFlag: Int32Array<SharedArrayBuffer>
}

export type RankMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'ranked'; readonly rankings: readonly Ranking[] }

/** To a thread that keeps an index and answers about pairs until it is ended. */
export type ExplainTask =
  | { readonly kind: 'index'; readonly parties: readonly MatchParty[]; readonly weighting: Weighting }
  | { readonly kind: 'explain'; readonly number: number; readonly a: string; readonly b: string }

export interface ExplainMessage {
  readonly number: number
  readonly match: Match
}
