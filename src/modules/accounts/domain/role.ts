/** Roles in a programme. One person may hold several, in several programmes. */
export const ROLES = ['operator', 'official', 'company-representative', 'interpreter'] as const
export type Role = (typeof ROLES)[number]
