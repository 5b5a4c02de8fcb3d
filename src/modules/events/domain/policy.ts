import type { Id } from '../../../kernel/id.ts'
import type { EventStatus } from './event.ts'

/** How somebody stands in a programme, as far as the stages from events on ask. */
export interface Standing {
  /** Holds any role in the programme. */
  readonly isMember: boolean
  readonly isOperator: boolean
  /** Operator or official: reads everything of the programme. */
  readonly seesProgramme: boolean
  /** Companies the person speaks for. */
  readonly companies: readonly Id[]
}

export const mayEditEvent = (by: Standing): boolean => by.isOperator

export const mayActForCompany = (by: Standing, companyId: Id): boolean =>
  by.isOperator || by.companies.includes(companyId)

/** When people are there, and how many meetings they want, is nothing for other companies. */
export const maySeeAvailability = (by: Standing, companyId: Id): boolean =>
  by.seesProgramme || by.companies.includes(companyId)

/** Companies change their participation while the event is open; the operator prepares and repairs at any time. */
export const mayChangeParticipation = (by: Standing, status: EventStatus): boolean => by.isOperator || status === 'open'
