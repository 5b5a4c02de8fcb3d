import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { CountedRecord } from '../domain/definition.ts'
import { type Rung, buildLadder, flowsBetweenSides } from '../domain/ladder.ts'
import { mayReadFigures } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { countChain, findCountedRecords } from '../store/record-store.ts'

export interface Dashboard {
  readonly ladder: readonly Rung[]
  /** From request to fulfilled promise; null where this instance records nothing. */
  readonly funnel: readonly { readonly step: string; readonly count: number | null }[]
  readonly timeline: readonly { readonly on: string; readonly kind: string; readonly count: number }[]
  readonly flows: ReturnType<typeof flowsBetweenSides>
}

/** The pictures of the results in two statements. */
export async function readDashboard(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<Dashboard>> {
  if (!mayReadFigures(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const { db, clock } = platform
  const counts = await countChain(db, programmeId)
  const outcomes = await findCountedRecords(db, programmeId, new Set(['outcomes']), clock.now())
  const ladder = buildLadder({ ...counts, held: null }, outcomes)
  const signed = outcomes.filter(({ basis }) => basis === 'signed')
  const funnel = [
    { step: 'requests', count: counts.requests },
    { step: 'accepted', count: counts.accepted },
    { step: 'scheduled', count: counts.scheduled },
    { step: 'held', count: null },
    { step: 'agreements', count: signed.length },
    { step: 'commitments', count: counts.commitments },
    { step: 'fulfilled', count: counts.fulfilled },
  ]
  return ok({ ladder, funnel, timeline: timelineOf(outcomes), flows: flowsBetweenSides(signed) })
}

function timelineOf(outcomes: readonly CountedRecord[]): { on: string; kind: string; count: number }[] {
  const days = Map.groupBy(outcomes, ({ on, kind }) => `${on ?? ''} ${kind}`)
  return [...days]
    .map(([key, records]) => ({ on: key.split(' ')[0]!, kind: key.split(' ')[1]!, count: records.length }))
    .filter(({ on }) => on !== '')
    .toSorted((a, b) => (a.on === b.on ? (a.kind < b.kind ? -1 : 1) : a.on < b.on ? -1 : 1))
}
