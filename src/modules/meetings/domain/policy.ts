import type { Id } from '../../../kernel/id.ts'
import type { RequestStatus } from './request.ts'

/** How somebody stands in a programme, as far as this stage asks. */
export interface Standing {
  /** Holds any role in the programme. */
  readonly isMember: boolean
  readonly isOperator: boolean
  /** Operator or official: reads everything of the programme. */
  readonly seesProgramme: boolean
  /** Companies the person speaks for. */
  readonly companies: readonly Id[]
}

/** The two companies of a request. */
export interface Parties {
  readonly hostCompanyId: Id
  readonly guestCompanyId: Id
}

export const speaksFor = (by: Standing, companyId: Id): boolean => by.companies.includes(companyId)

/** Asks in the name of this company: its own people, or the operator on its behalf. */
export const mayAskFor = (by: Standing, companyId: Id): boolean => by.isOperator || speaksFor(by, companyId)

/** For everybody else the request does not exist. */
export const maySeeRequest = (by: Standing, { hostCompanyId, guestCompanyId }: Parties): boolean =>
  by.seesProgramme || speaksFor(by, hostCompanyId) || speaksFor(by, guestCompanyId)

export type Decision = 'accept' | 'decline' | 'cancel'

/** Accepting and declining is for the guest; taking back for the host; an accepted meeting either side may call off. */
export function mayDecide(by: Standing, decision: Decision, parties: Parties, status: RequestStatus): boolean {
  if (by.isOperator) return true
  if (decision !== 'cancel') return speaksFor(by, parties.guestCompanyId)
  return speaksFor(by, parties.hostCompanyId) || (status === 'accepted' && speaksFor(by, parties.guestCompanyId))
}
