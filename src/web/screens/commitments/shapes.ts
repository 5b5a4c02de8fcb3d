import type { Inputs, Outputs } from '../../api.ts'

export type Commitment = Outputs['commitments']['readCommitment']
export type CommitmentStatus = Commitment['status']
export type Criterion = Commitment['criteria'][number]
export type Evidence = Commitment['evidence'][number]
export type Assessment = NonNullable<Evidence['assessment']>
export type TimelinePoint = Outputs['commitments']['readTimeline']['points'][number]
export type Fulfilment = Outputs['commitments']['listCommitments']['fulfilment']
export type Method = Criterion['method']
export type EvidenceKind = Commitment['evidenceKind']
export type CriterionInput = Inputs['commitments']['setCriteria']['criteria'][number]
