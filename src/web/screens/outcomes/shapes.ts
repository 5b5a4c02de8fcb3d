import type { Inputs, Outputs } from '../../api.ts'

export type Outcome = Outputs['outcomes']['listOutcomes']['rows'][number]
export type Figure = Outputs['outcomes']['listFigures']['rows'][number]
export type Announced = Figure['announced'][number]
export type CountedRecord = Outputs['outcomes']['readFigure']['records'][number]
export type Snapshot = Outputs['outcomes']['readFigure']['snapshots'][number]
export type Dashboard = Outputs['outcomes']['readDashboard']
export type FigureDefinition = Figure['definition']
export type Kind = Outcome['kind']
export type Basis = Outcome['basis']
export type Grade = Outcome['grade']
export type NewOutcome = Inputs['outcomes']['recordOutcome']
