import type { Method } from './shapes.ts'

/** Where the made-up measurement file of a method is. */
export const exampleAddress = (programmeId: string, method: Method): string =>
  `/api/v1/programmes/${programmeId}/example-measurements/${method}`
