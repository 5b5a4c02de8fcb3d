import type { Outputs } from '../../api.ts'

export type Desk = Outputs['compliance']['readDesk']
export type WatchList = Desk['lists'][number]
export type Row = Outputs['compliance']['listScreenings']['rows'][number]
export type State = Row['state']
export type Screening = Outputs['compliance']['readScreening']
export type FoundHit = NonNullable<Screening['check']>['hits'][number]
export type Deed = Screening['may']['deeds'][number]
export type Technologies = Outputs['compliance']['listQuestionnaires']
export type Questionnaire = Technologies['rows'][number]
