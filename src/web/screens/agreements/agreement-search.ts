import { type AgreementStatus, type AgreementType, STATUSES, TYPES } from './shapes.ts'

/** What the list shows, as it stands in the address; what is absent is not filtered by. */
export interface AgreementSearch {
  readonly q?: string
  readonly status?: AgreementStatus
  readonly type?: AgreementType
  readonly page?: number
}

/** Reads the address; what it cannot mean is left out instead of breaking the page. */
export function readAgreementSearch(raw: Record<string, unknown>): AgreementSearch {
  const status = STATUSES.find((known) => known === raw.status)
  const type = TYPES.find((known) => known === raw.type)
  const page = Number(raw.page)
  const q = typeof raw.q === 'string' || typeof raw.q === 'number' ? String(raw.q).slice(0, 200) : ''
  return {
    ...(q === '' ? {} : { q }),
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { type }),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

export const isNarrowed = ({ q, status, type }: AgreementSearch): boolean =>
  [q, status, type].some((value) => value !== undefined)
