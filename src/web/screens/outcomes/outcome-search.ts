/** The page as its address holds it; what is absent is the figures as they are now. */
export interface OutcomeSearch {
  readonly view?: 'records'
  /** The day at whose end the figures are counted. */
  readonly asOf?: string
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))

/** Reads an address typed by anyone; what makes no sense is left out. */
export const readOutcomeSearch = ({ view, asOf }: Record<string, unknown>): OutcomeSearch => ({
  ...(view === 'records' ? { view } : {}),
  ...(isDay(asOf) ? { asOf } : {}),
})
