/** A ranked pair with each one's place on the other's shortlist. */
export interface RankedPair {
  readonly companyId: string
  readonly partnerId: string
  readonly score: number
  readonly shortlisted: boolean
}

export interface EstimateFacts {
  readonly perParticipant: number
  readonly minScore: number
  readonly acrossSidesOnly: boolean
  readonly participants: readonly { readonly id: string; readonly companyId: string; readonly sideId: string }[]
  readonly pairs: readonly RankedPair[]
  /** Participants of pairs with a live request, and of pairs that never meet, in either order. */
  readonly live: readonly (readonly [string, string])[]
  readonly never: readonly (readonly [string, string])[]
}

export interface Estimate {
  readonly created: number
  readonly skipped: number
  /** Companies in whose name it is asked. */
  readonly hosts: number
  /** Participants that neither ask nor are asked, now or before. */
  readonly without: number
}

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/**
 * What "ask for the best matches" will do, counted before it is done: each participant's shortlist and best matches,
 * each pair once, without pairs that have a live request or never meet. Quotas and full days, which only the server
 * knows, can make it fewer.
 */
export function estimateRequests(facts: EstimateFacts): Estimate {
  const byCompany = new Map(facts.participants.map((one) => [one.companyId, one]))
  const live = new Set(facts.live.map(([a, b]) => keyOf(a, b)))
  const never = new Set(facts.never.map(([a, b]) => keyOf(a, b)))
  const wanted = Map.groupBy(
    facts.pairs.flatMap(({ companyId, partnerId, score, shortlisted }) => {
      const host = byCompany.get(companyId)
      const guest = byCompany.get(partnerId)
      if (!host || !guest || (facts.acrossSidesOnly && host.sideId === guest.sideId)) return []
      if ((!shortlisted && score < facts.minScore) || never.has(keyOf(host.id, guest.id))) return []
      return [{ host: host.id, guest: guest.id, score, shortlisted }]
    }),
    ({ host }) => host,
  )
  const asked = [...wanted.values()]
    .flatMap((ofHost) => ofHost.toSorted(bestFirst).slice(0, facts.perParticipant))
    .toSorted(bestFirst)
  const created = new Map<string, string>()
  let skipped = 0
  for (const { host, guest } of asked) {
    const key = keyOf(host, guest)
    if (created.has(key)) continue
    if (live.has(key)) skipped += 1
    else created.set(key, host)
  }
  const reached = new Set([...created.keys(), ...live].flatMap((key) => key.split(' ')))
  return {
    created: created.size,
    skipped,
    hosts: new Set(created.values()).size,
    without: facts.participants.filter(({ id }) => !reached.has(id)).length,
  }
}

interface Wanted {
  readonly host: string
  readonly guest: string
  readonly score: number
  readonly shortlisted: boolean
}

const bestFirst = (a: Wanted, b: Wanted): number =>
  Number(b.shortlisted) - Number(a.shortlisted) ||
  b.score - a.score ||
  (keyOf(a.host, a.guest) < keyOf(b.host, b.guest) ? -1 : 1)
