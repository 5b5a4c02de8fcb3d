import type { Outputs } from '../../api.ts'

/** What the matching routes give, under the names the screens use. */
export type MatchRow = Outputs['matching']['listMatches']['rows'][number]
export type TopReason = MatchRow['topReasons'][number]
export type CompanyRow = MatchRow['company']
export type MatchRun = NonNullable<Outputs['matching']['readMatchRun']>
export type Shores = Outputs['matching']['readShores']
export type ExplainedMatch = Outputs['matching']['explainMatch']
export type Reason = ExplainedMatch['reasons'][number]
export type Span = Reason['need'][number]
export type Gate = ExplainedMatch['gates'][number]
export type MatchText = ExplainedMatch['texts'][number]
