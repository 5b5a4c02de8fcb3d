import type { BoardFacts } from './board-facts.ts'

export interface CompanyShare {
  readonly participantId: string
  readonly held: number
  readonly asked: number
}

export interface SideFairness {
  readonly sideId: string
  /** Those who asked or were asked for anything, the worst served first. */
  readonly companies: readonly CompanyShare[]
  /** Meetings held of the side's requests, 0 to 1. */
  readonly share: number
}

export interface Fairness {
  readonly sides: readonly SideFairness[]
  readonly companies: number
  /** Companies that got all they asked for. */
  readonly whole: number
  /** The company with the smallest share; null when nobody asked for anything. */
  readonly worst: CompanyShare | null
}

const shareOf = ({ held, asked }: CompanyShare): number => held / asked

/** Who got how much of what they asked for, by side. */
export function fairness({ board, requestOf, meetingOf }: BoardFacts): Fairness {
  const counts = new Map<string, { held: number; asked: number }>()
  for (const { id } of board.requests) {
    const request = requestOf.get(id)
    for (const participantId of request ? [request.hostId, request.guestId] : []) {
      const count = counts.get(participantId) ?? { held: 0, asked: 0 }
      counts.set(participantId, { held: count.held + (meetingOf.has(id) ? 1 : 0), asked: count.asked + 1 })
    }
  }
  const sides = board.sides.map(({ id: sideId }) => {
    const companies = board.participants
      .filter((participant) => participant.sideId === sideId && counts.has(participant.id))
      .map(({ id }) => ({ participantId: id, ...(counts.get(id) ?? { held: 0, asked: 0 }) }))
      .toSorted((a, b) => shareOf(a) - shareOf(b))
    const [held, asked] = [sum(companies.map((c) => c.held)), sum(companies.map((c) => c.asked))]
    return { sideId, companies, share: asked === 0 ? 1 : held / asked }
  })
  const all = sides.flatMap(({ companies }) => companies).toSorted((a, b) => shareOf(a) - shareOf(b))
  return {
    sides,
    companies: all.length,
    whole: all.filter(({ held, asked }) => held === asked).length,
    worst: all[0] ?? null,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
