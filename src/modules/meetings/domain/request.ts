import type { Instant } from '../../../kernel/instant.ts'

export const WISHES = ['must', 'want'] as const
export type Wish = (typeof WISHES)[number]

export const REQUEST_STATUSES = ['pending', 'accepted', 'declined', 'cancelled', 'expired'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

/** The state at `now`: a request whose time has run out is expired, whether or not a job has written it down. */
export const statusAt = (request: { status: RequestStatus; expiresAt: Instant }, now: Instant): RequestStatus =>
  request.status === 'pending' && request.expiresAt <= now ? 'expired' : request.status

export const isLive = (status: RequestStatus): boolean => status === 'pending' || status === 'accepted'
