import { outcomesRoutes } from './http/routes.ts'
import { recordAgreements, recordAgreementsOf } from './jobs/record-agreements.ts'
import { messages } from './messages.ts'
import { summariseOutcomes } from './queries/summarise-outcomes.ts'

export type { CountedRecord, FigureDefinition } from './domain/definition.ts'
export type { AnnouncedFigure, FigureBesideRecord } from './domain/figure.ts'
export { countText, figureText } from './domain/figure-text.ts'
export { type Currency, type Money, amountText, isCurrency } from '../../kernel/money.ts'
export type { Basis, Grade, OutcomeKind, OutcomeParty } from './domain/outcome.ts'
export { announceFigure } from './operations/announce-figure.ts'
export { changeOutcome, withdrawOutcome } from './operations/change-outcome.ts'
export { type DefineFigure, defineFigure } from './operations/define-figure.ts'
export { explainDifference } from './operations/explain-difference.ts'
export { type AnnouncedBeside, type FigureView, measureFigures } from './queries/list-figures.ts'
export { readFigures } from './queries/read-figures.ts'
export type { OutcomesTables } from './store/tables.ts'
export { messages as outcomesMessages, recordAgreementsOf }

export const outcomesModule = {
  name: 'outcomes',
  routes: outcomesRoutes,
  summariseStage: summariseOutcomes,
  journalListeners: [recordAgreements],
  messages,
} as const
