/** Roles in a programme. One person may hold several, in several programmes. */
export const ROLES = ['operator', 'broker', 'official', 'auditor', 'company-representative', 'interpreter'] as const
export type Role = (typeof ROLES)[number]

/**
 * A broker does an operator's work but does not administer: no people, no settings. An auditor reads what an official
 * reads, and the journal. Routes and policies name the role on the right; who only stands in is told apart by
 * `administers`.
 */
export const STANDS_IN_FOR: Readonly<Partial<Record<Role, Role>>> = { broker: 'operator', auditor: 'official' }

/** The roles a holder of this one may act in. */
export const rolesOf = (role: Role): readonly Role[] => {
  const other = STANDS_IN_FOR[role]
  return other === undefined ? [role] : [role, other]
}
