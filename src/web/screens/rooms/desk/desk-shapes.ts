import type { Inputs, Outputs } from '../../../api.ts'

export type Desk = Outputs['rooms']['readDesk']
export type DeskRow = Desk['rows'][number]
export type DeskParty = DeskRow['parties'][number]
export type Standby = Desk['standby'][number]
export type DeskProposal = Outputs['rooms']['proposeDeskRepair']
export type DeskChoice = DeskProposal['choices'][number]
export type DeskCause = Inputs['rooms']['proposeDeskRepair']['cause']

/** The sides that should be there and are not. */
export const missingOf = ({ parties }: DeskRow): DeskParty[] =>
  parties.filter(({ inside, absent }) => !inside && !absent)

/** Somebody has to do something: a side is awaited, or somebody waits at the door. */
export const needsHand = (row: DeskRow): boolean =>
  row.waiting.length > 0 || (row.phase === 'now' && missingOf(row).length > 0)
