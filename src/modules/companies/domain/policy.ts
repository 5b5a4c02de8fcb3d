import type { Id } from '../../../kernel/id.ts'

/** What a person is in one programme; the operations take it from the actor. */
export interface Standing {
  readonly operator: boolean
  readonly official: boolean
  /** Companies the person speaks for. */
  readonly companies: readonly Id[]
  readonly interpreter: boolean
}

const speaksFor = (standing: Standing, companyId: Id): boolean => standing.companies.includes(companyId)

export const isOfProgramme = ({ operator, official, companies, interpreter }: Standing): boolean =>
  operator || official || interpreter || companies.length > 0

/** Everything of a company: contacts, identifiers, drafts. */
export const maySeeInside = (standing: Standing, companyId: Id): boolean =>
  standing.operator || standing.official || speaksFor(standing, companyId)

/** More than the name: description and published profiles. An interpreter needs to know whom, not what. */
export const maySeeCompany = (standing: Standing, companyId: Id): boolean =>
  maySeeInside(standing, companyId) || standing.companies.length > 0

/** Also: withdraw its profiles, at any time. */
export const mayEditCompany = (standing: Standing, companyId: Id): boolean =>
  standing.operator || speaksFor(standing, companyId)

/** Once published a profile is what others decide on: its words change through the operator. */
export const mayEditProfile = (
  standing: Standing,
  companyId: Id,
  status: 'draft' | 'published' | 'withdrawn',
): boolean => standing.operator || (speaksFor(standing, companyId) && status === 'draft')
