import type { Id } from '../../../kernel/id.ts'

/** What a person is in one programme, as far as matching asks. */
export interface Standing {
  readonly isOperator: boolean
  /** Operator or official: reads everything of the programme. */
  readonly seesProgramme: boolean
  /** Companies the person speaks for. */
  readonly companies: readonly Id[]
}

export const mayRank = (by: Standing): boolean => by.isOperator

/** Sends texts to a service of others, and answers for what comes back. */
export const mayTranslate = (by: Standing): boolean => by.isOperator

export const mayReadShores = (by: Standing): boolean => by.seesProgramme

/** A pair is seen by its two companies and by those who answer for the programme; nobody sees what others were matched to. */
export const maySeePair = (by: Standing, companyId: Id, partnerId: Id): boolean =>
  by.seesProgramme || by.companies.includes(companyId) || by.companies.includes(partnerId)

/** A shortlist and an interest are a company's own; the operator may act for it. */
export const mayActForCompany = (by: Standing, companyId: Id): boolean =>
  by.isOperator || by.companies.includes(companyId)

/** Whose pairs a list may show: null means everybody's; an empty list nobody's. */
export function companiesToList(by: Standing, companyId: Id | undefined): readonly Id[] | null {
  if (companyId === undefined) return by.seesProgramme ? null : by.companies
  return by.seesProgramme || by.companies.includes(companyId) ? [companyId] : []
}
