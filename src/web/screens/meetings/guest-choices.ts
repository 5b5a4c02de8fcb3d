import type { Match, Participant } from './shapes.ts'

export interface GuestChoice {
  readonly participant: Participant
  /** Null: not ranked with the host. */
  readonly score: number | null
  /** Why it cannot be chosen. */
  readonly barred: 'live' | 'never' | null
}

type Pairs = readonly (readonly [string, string])[]

/** Whom the host may ask, the best match first; who was asked already or is kept apart comes last, barred. */
export function guestChoices(
  host: Participant,
  participants: readonly Participant[],
  facts: { acrossSidesOnly: boolean; matches: readonly Match[]; live: Pairs; never: Pairs },
): GuestChoice[] {
  const scores = new Map(
    facts.matches.map(({ company, partner, score }) => [
      company.id === host.companyId ? partner.id : company.id,
      score,
    ]),
  )
  return participants
    .filter(({ id, status }) => id !== host.id && status === 'registered')
    .filter(({ sideId }) => !facts.acrossSidesOnly || sideId !== host.sideId)
    .map((participant): GuestChoice => ({
      participant,
      score: scores.get(participant.companyId) ?? null,
      barred: isAmong(facts.never, host.id, participant.id)
        ? 'never'
        : isAmong(facts.live, host.id, participant.id)
          ? 'live'
          : null,
    }))
    .toSorted(openFirst)
}

const openFirst = (a: GuestChoice, b: GuestChoice): number =>
  Number(a.barred !== null) - Number(b.barred !== null) ||
  (b.score ?? -1) - (a.score ?? -1) ||
  (a.participant.companyCode < b.participant.companyCode ? -1 : 1)

/** Whether the two stand together in one of the pairs, in either order. */
const isAmong = (pairs: Pairs, a: string, b: string): boolean =>
  pairs.some(([first, second]) => (first === a && second === b) || (first === b && second === a))
