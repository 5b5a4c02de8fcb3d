import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { fromWallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { readAgreement } from '../../agreements/index.ts'
import { type CommitmentRecord, listCommitmentRows } from '../store/commitment-store.ts'

export const TIMELINE_KINDS = [
  'sent',
  'signature',
  'signed',
  'due',
  'moved',
  'evidence',
  'verdict',
  'fulfilled',
] as const

/** Something that happened, or a day that was promised. */
export interface TimelinePoint {
  readonly kind: (typeof TIMELINE_KINDS)[number]
  readonly at: Instant
  /** Only the day is meant, by the clock of `timeZone`; null: the instant. */
  readonly day: string | null
  readonly timeZone: string | null
  readonly commitmentId: Id | null
  readonly partyId: Id | null
  readonly verdict: 'accept' | 'object' | null
}

const MOST = 500

/** The way of one agreement and its commitments in time order. Readable for whoever reads the agreement. */
export async function readTimeline(
  platform: Platform,
  actor: Actor,
  key: { readonly programmeId: Id; readonly agreementId: Id },
): Promise<Result<{ points: TimelinePoint[] }>> {
  const agreement = await readAgreement(platform, actor, key)
  if (!agreement.ok) return agreement
  const { sentAt, signedAt, signedOn, signatures } = agreement.value
  const commitments = await listCommitmentRows(platform.db, { ...key, companies: null, limit: MOST })
  const zone = commitments[0]?.timeZone ?? 'UTC'
  const points = [
    ...(sentAt ? [point('sent', sentAt)] : []),
    ...signatures
      .filter(({ voidedAt }) => voidedAt === null)
      .map(({ signedAt: at, partyId }) => ({ ...point('signature', at), partyId })),
    ...(signedAt ? [point('signed', signedAt)] : signedOn ? [dayPoint('signed', signedOn, zone)] : []),
    ...commitments.flatMap(pointsOf),
  ]
  return ok({ points: points.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) })
}

const point = (kind: TimelinePoint['kind'], at: Instant): TimelinePoint => ({
  kind,
  at,
  day: null,
  timeZone: null,
  commitmentId: null,
  partyId: null,
  verdict: null,
})

const dayPoint = (kind: TimelinePoint['kind'], day: string, timeZone: string): TimelinePoint => ({
  ...point(kind, fromWallClock({ date: day, time: '00:00' }, timeZone)),
  day,
  timeZone,
})

function pointsOf({ id, dueOn, timeZone, moves, evidence, fulfilledAt, partyId }: CommitmentRecord): TimelinePoint[] {
  const own = { commitmentId: id, partyId }
  return [
    ...(dueOn ? [{ ...dayPoint('due', dueOn, timeZone), ...own }] : []),
    ...moves.map(({ movedAt }) => ({ ...point('moved', movedAt), ...own })),
    ...evidence.flatMap(({ givenAt, verdicts }) => [
      { ...point('evidence', givenAt), ...own },
      ...verdicts.map((one) => ({
        ...point('verdict', one.givenAt),
        commitmentId: id,
        partyId: one.partyId,
        verdict: one.verdict,
      })),
    ]),
    ...(fulfilledAt ? [{ ...point('fulfilled', fulfilledAt), ...own }] : []),
  ]
}
