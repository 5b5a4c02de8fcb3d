import type { CountedRecord } from './definition.ts'
import { BASES, type Basis } from './outcome.ts'

/** From meetings to money, each rung counted for itself. A later rung is no part of an earlier one's sum. */
export const RUNGS = [
  'requests',
  'accepted',
  'scheduled',
  'meetings-held',
  'talked',
  'pursued',
  'signed',
  'fulfilled',
  'paid',
] as const
export type RungName = (typeof RUNGS)[number]

export interface Rung {
  readonly rung: RungName
  /** Null: this instance does not record it. */
  readonly count: number | null
  /** One sum a currency; never across currencies and never across rungs. */
  readonly amounts: readonly { readonly currency: string; readonly minor: number }[]
}

/** How many of each there are, as the stages count them. */
export interface StageCounts {
  readonly requests: number
  readonly accepted: number
  readonly scheduled: number
  /** Null where no meeting room tells who came. */
  readonly held: number | null
  readonly fulfilled: number
}

/** Every rung in order, with its own count and its own sums. */
export function buildLadder(counts: StageCounts, outcomes: readonly CountedRecord[]): Rung[] {
  const ofBasis = (basis: Basis) => outcomes.filter((record) => record.basis === basis)
  const rungs: Record<RungName, Omit<Rung, 'rung'>> = {
    requests: { count: counts.requests, amounts: [] },
    accepted: { count: counts.accepted, amounts: [] },
    scheduled: { count: counts.scheduled, amounts: [] },
    'meetings-held': { count: counts.held, amounts: [] },
    fulfilled: { count: counts.fulfilled, amounts: [] },
    ...(Object.fromEntries(
      BASES.map((basis) => [basis, { count: ofBasis(basis).length, amounts: sumsOf(ofBasis(basis)) }]),
    ) as unknown as Record<Basis, Omit<Rung, 'rung'>>),
  }
  return RUNGS.map((rung) => ({ rung, ...rungs[rung] }))
}

function sumsOf(records: readonly CountedRecord[]): { currency: string; minor: number }[] {
  const sums = new Map<string, bigint>()
  for (const { currency, amountMinor } of records) {
    if (currency === null || amountMinor === null) continue
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amountMinor))
  }
  return [...sums]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ currency, minor: Number(minor) }))
}

/** Pairs of sides and how many signed outcomes run between them, for the picture of the two shores. */
export function flowsBetweenSides(
  outcomes: readonly CountedRecord[],
): { readonly from: string; readonly to: string; readonly kind: string; readonly count: number }[] {
  const flows = new Map<string, { from: string; to: string; kind: string; count: number }>()
  for (const { parties, kind } of outcomes) {
    const sides = [...new Set(parties.flatMap(({ sideId }) => sideId ?? []))].toSorted()
    for (const [index, from] of sides.entries()) {
      for (const to of sides.slice(index + 1)) {
        const key = `${from} ${to} ${kind}`
        flows.set(key, { from, to, kind, count: (flows.get(key)?.count ?? 0) + 1 })
      }
    }
  }
  return [...flows.values()]
}
