import type { IdentifierScheme } from './shapes.ts'

/** A stored number as people write it: Korean business numbers in groups of 3, 2 and 5; the rest as it is. */
export const identifierText = (scheme: IdentifierScheme, value: string): string =>
  scheme === 'kr-brn' && /^\d{10}$/.test(value) ? `${value.slice(0, 3)}-${value.slice(3, 5)}-${value.slice(5)}` : value
