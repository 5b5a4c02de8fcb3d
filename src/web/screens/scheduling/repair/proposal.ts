import type { Outputs } from '../../../api.ts'

export type Proposal = Outputs['scheduling']['proposeRepair']
export type RepairChoice = Proposal['choices'][number]
