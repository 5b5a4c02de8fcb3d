import type { Outputs } from '../../api.ts'

export type CaseRow = Outputs['cases']['listCases']['rows'][number]
export type CaseFile = Outputs['cases']['readCase']
export type CaseOwner = CaseFile['owners'][number]
export type CaseState = CaseRow['state']
