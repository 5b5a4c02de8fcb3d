import { STATUSES } from './shapes.ts'

export type RequestView = (typeof STATUSES)[number] | 'never'

/** The state of the list as its address holds it; what is absent is all, or the first. */
export interface RequestSearch {
  readonly event?: string
  readonly view?: RequestView
  readonly company?: string
  readonly page?: number
}

const isView = (value: unknown): value is RequestView =>
  value === 'never' || (STATUSES as readonly unknown[]).includes(value)

/** Reads an address typed by anyone; what makes no sense is left out. */
export function readRequestSearch({ event, view, company, page }: Record<string, unknown>): RequestSearch {
  return {
    ...(typeof event === 'string' ? { event } : {}),
    ...(isView(view) ? { view } : {}),
    ...(typeof company === 'string' ? { company } : {}),
    ...(typeof page === 'number' && Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
