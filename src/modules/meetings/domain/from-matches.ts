import type { Id } from '../../../kernel/id.ts'
import { type PartyFacts, type RequestRules, isFull, mayMeet } from './ask.ts'
import type { Wish } from './request.ts'

/** A participant with the live requests it has made. */
export type Asker = Pick<PartyFacts, 'participantId' | 'companyId' | 'sideId' | 'accepted' | 'maxMeetings'> & {
  readonly requests: number
}

/** A company's interest in another: a ranked match, or an entry of its own shortlist. */
export interface Candidate {
  readonly companyId: Id
  readonly partnerId: Id
  readonly score: number | null
  readonly shortlisted: boolean
}

export interface MatchesToAsk {
  readonly rules: Pick<RequestRules, 'whoMayMeet' | 'maxRequestsPerParticipant'>
  readonly perParticipant: number
  readonly minScore: number
  readonly participants: readonly Asker[]
  /** Both directions of a match; a pair that is ranked and shortlisted comes once for each company. */
  readonly candidates: readonly Candidate[]
  /** Participants of a pair in either order, as `pairKey` writes them. */
  readonly live: ReadonlySet<string>
  readonly never: ReadonlySet<string>
}

export interface PlannedRequest {
  readonly hostId: Id
  readonly guestId: Id
  readonly wish: Wish
}

export const pairKey = (a: Id, b: Id): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

interface Wanted extends PlannedRequest {
  readonly score: number
}

/**
 * Each participant asks for the best partners of its shortlist, then for the best of its matches, `perParticipant`
 * in all. Pairs that may not meet or will never meet are not looked at; a pair that has a live request, a host
 * whose quota is used up and a guest whose day is full are skipped. Best first, so that scarce places go to the
 * strongest pairs. Running it again plans nothing new.
 */
export function planRequests(input: MatchesToAsk): { requests: PlannedRequest[]; skipped: number } {
  const wanted = wantedPairs(input)
  const byId = new Map(input.participants.map((one) => [one.participantId, one]))
  const asked = new Map<Id, number>()
  const planned = new Map<string, PlannedRequest>()
  let skipped = 0
  for (const { hostId, guestId, wish } of wanted) {
    const key = pairKey(hostId, guestId)
    if (planned.has(key)) continue
    const host = byId.get(hostId)!
    const guest = byId.get(guestId)!
    const requests = host.requests + (asked.get(hostId) ?? 0)
    if (input.live.has(key) || isFull(guest) || requests >= input.rules.maxRequestsPerParticipant) {
      skipped += 1
      continue
    }
    asked.set(hostId, (asked.get(hostId) ?? 0) + 1)
    planned.set(key, { hostId, guestId, wish })
  }
  return { requests: [...planned.values()], skipped }
}

function wantedPairs(input: MatchesToAsk): Wanted[] {
  const byCompany = new Map(input.participants.map((one) => [one.companyId, one]))
  const wanted = Map.groupBy(
    input.candidates.flatMap((candidate) => {
      const host = byCompany.get(candidate.companyId)
      const guest = byCompany.get(candidate.partnerId)
      const good = candidate.shortlisted || (candidate.score ?? -1) >= input.minScore
      if (!host || !guest || !good || !mayMeet(input.rules, host, guest)) return []
      if (input.never.has(pairKey(host.participantId, guest.participantId))) return []
      const wish: Wish = candidate.shortlisted ? 'must' : 'want'
      return [{ hostId: host.participantId, guestId: guest.participantId, wish, score: candidate.score ?? -1 }]
    }),
    ({ hostId }) => hostId,
  )
  return [...wanted.values()]
    .flatMap((ofHost) => ofHost.toSorted(bestFirst).slice(0, input.perParticipant))
    .toSorted(bestFirst)
}

const bestFirst = (a: Wanted, b: Wanted): number =>
  Number(b.wish === 'must') - Number(a.wish === 'must') ||
  b.score - a.score ||
  (a.hostId < b.hostId ? -1 : a.hostId > b.hostId ? 1 : a.guestId < b.guestId ? -1 : 1)
