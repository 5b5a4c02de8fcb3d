import { messages } from './messages.ts'
import { summariseOutcomes } from './queries/summarise-outcomes.ts'

export type { AnnouncedFigure, FigureBesideRecord } from './domain/figure.ts'
export { announceFigure } from './operations/announce-figure.ts'
export { readFigures } from './queries/read-figures.ts'
export type { OutcomesTables } from './store/tables.ts'

export const outcomesModule = { name: 'outcomes', summariseStage: summariseOutcomes, messages } as const
