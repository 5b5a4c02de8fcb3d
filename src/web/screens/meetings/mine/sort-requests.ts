import type { MeetingRequest } from '../shapes.ts'

export interface SortedRequests {
  /** Asked of us, open: the one that runs out first comes first. */
  readonly incoming: readonly MeetingRequest[]
  /** Asked by us, open. */
  readonly outgoing: readonly MeetingRequest[]
  readonly agreed: readonly MeetingRequest[]
  /** Declined, cancelled, expired. */
  readonly history: readonly MeetingRequest[]
}

/** One's own requests by what there is to do with them. */
export function sortRequests(requests: readonly MeetingRequest[], ownCompanies: readonly string[]): SortedRequests {
  const pending = requests
    .filter(({ status }) => status === 'pending')
    .toSorted((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
  const isIncoming = ({ guest }: MeetingRequest) => ownCompanies.includes(guest.companyId)
  return {
    incoming: pending.filter(isIncoming),
    outgoing: pending.filter((request) => !isIncoming(request)),
    agreed: requests.filter(({ status }) => status === 'accepted'),
    history: requests.filter(({ status }) => status !== 'pending' && status !== 'accepted'),
  }
}

/** The other company of a request. */
export const partnerOf = ({ host, guest }: Pick<MeetingRequest, 'host' | 'guest'>, ownCompanies: readonly string[]) =>
  ownCompanies.includes(host.companyId) ? guest : host
