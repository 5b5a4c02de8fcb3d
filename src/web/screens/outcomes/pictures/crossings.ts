import type { Outcome } from '../shapes.ts'

type Party = Outcome['parties'][number]

export interface Bank {
  readonly key: string
  readonly name: Party['name']
}

export interface Crossing {
  readonly id: string
  readonly outcome: Outcome
  readonly from: string
  readonly to: string
}

export interface Crossings {
  readonly left: readonly Bank[]
  readonly right: readonly Bank[]
  readonly lines: readonly Crossing[]
  /** Signed records with no company on one of the two sides. */
  readonly apart: readonly Outcome[]
  /** Records that would not fit into the picture. */
  readonly more: number
}

const keyOf = ({ companyId, name }: Party): string => companyId ?? Object.values(name)[0] ?? ''

/** Who of the one side signed what with whom of the other, at most `most` records. */
export function crossingsOf(
  outcomes: readonly Outcome[],
  [leftId, rightId]: readonly [string, string],
  most: number,
): Crossings {
  const signed = outcomes.filter(
    ({ status, basis }) => status === 'recorded' && (basis === 'signed' || basis === 'paid'),
  )
  const across = signed.filter(({ parties }) =>
    [leftId, rightId].every((side) => parties.some(({ sideId }) => sideId === side)),
  )
  const shown = across.slice(0, most)
  const lines = shown.flatMap((outcome) => {
    const of = (side: string) => outcome.parties.filter(({ sideId }) => sideId === side)
    return of(leftId).flatMap((from) =>
      of(rightId).map((to) => ({
        id: `${outcome.id} ${keyOf(from)} ${keyOf(to)}`,
        outcome,
        from: keyOf(from),
        to: keyOf(to),
      })),
    )
  })
  const bank = (side: string): Bank[] => {
    const found = new Map<string, Bank>()
    for (const party of shown.flatMap(({ parties }) => parties)) {
      if (party.sideId === side) found.set(keyOf(party), { key: keyOf(party), name: party.name })
    }
    return [...found.values()]
  }
  return {
    left: bank(leftId),
    right: bank(rightId),
    lines,
    apart: signed.filter((outcome) => !across.includes(outcome)),
    more: across.length - shown.length,
  }
}
