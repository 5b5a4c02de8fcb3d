import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { Conversion, ConversionCommand } from '../domain/conversion.ts'
import type { Announcement, OutcomeFacts } from '../domain/outcome.ts'
import { mayKeepRecords } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { type OutcomeRow, findOutcome, replaceOutcome } from '../store/outcome-store.ts'
import { actorId, entryOf, recordedFacts } from './entry.ts'
import { decideConversions } from './record-outcome.ts'

export interface OutcomeKey {
  readonly programmeId: Id
  readonly outcomeId: Id
}

export interface ChangeOutcome extends OutcomeKey {
  readonly revision: number
  readonly title: OutcomeFacts['title']
  readonly amount: OutcomeFacts['amount']
  readonly grade: OutcomeFacts['grade']
  readonly happenedOn: string
  readonly evidence: string | null
  readonly conversions: readonly ConversionCommand[]
}

/** Corrects a record. The state before stays, so that a figure as of an earlier instant still gives what it gave. */
export async function changeOutcome(
  platform: Platform,
  actor: Actor,
  command: ChangeOutcome,
): Promise<Result<{ revision: number; conversions: readonly Conversion[] }>> {
  const conversions = decideConversions(command.amount, command.conversions)
  if (!conversions.ok) return conversions
  const { title, amount, grade, happenedOn, evidence, revision } = command
  const changed = await moveOutcome(platform, actor, { ...command, revision, action: 'outcome.changed' }, (row) => ({
    ...row,
    title,
    amountMinor: amount?.minor ?? null,
    currency: amount?.currency ?? null,
    grade,
    happenedOn,
    evidence,
    conversions: conversions.value,
  }))
  return changed.ok ? ok({ revision: changed.value, conversions: conversions.value }) : changed
}

/** Takes a record out of every figure; it stays to be read, with the reason. */
export const withdrawOutcome = (
  platform: Platform,
  actor: Actor,
  { reason, ...key }: OutcomeKey & { readonly reason: string },
): Promise<Result<number>> =>
  moveOutcome(platform, actor, { ...key, revision: null, action: 'outcome.withdrawn' }, (row) => ({
    ...row,
    status: 'withdrawn',
    reason,
  }))

/** Notes that the same thing was announced once more. It still counts once. */
export const noteAnnouncement = (
  platform: Platform,
  actor: Actor,
  { announcement, ...key }: OutcomeKey & { readonly announcement: Announcement },
): Promise<Result<number>> =>
  moveOutcome(platform, actor, { ...key, revision: null, action: 'outcome.announced' }, (row) => ({
    ...row,
    announcements: [...row.announcements, announcement].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }))

interface Move extends OutcomeKey {
  /** What the caller has seen; null: whatever stands now. */
  readonly revision: number | null
  readonly action: `outcome.${string}`
}

async function moveOutcome(
  platform: Platform,
  actor: Actor,
  { programmeId, outcomeId, revision, action }: Move,
  next: (row: OutcomeRow) => OutcomeRow,
): Promise<Result<number>> {
  if (!mayKeepRecords(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const row = await findOutcome(platform.db, programmeId, outcomeId)
  if (!row) return refuseOutcome('absent', 'absent')
  if (row.status === 'withdrawn') return refuseOutcome('conflict', 'withdrawn')
  if (revision !== null && revision !== row.revision) return refuseOutcome('conflict', 'changed-meanwhile')
  return saveMove(platform, actor, row, next(row), action)
}

export async function saveMove(
  platform: Platform,
  actor: Actor,
  before: OutcomeRow,
  next: OutcomeRow,
  action: `outcome.${string}`,
): Promise<Result<number>> {
  const row: OutcomeRow = {
    ...next,
    revision: before.revision + 1,
    recordedBy: actorId(actor),
    validFrom: platform.clock.now(),
  }
  const entry = entryOf(platform, actor, row.programmeId, {
    action,
    subjectKind: 'outcome',
    subjectId: row.id,
    before: recordedFacts(before),
    after: recordedFacts(row),
  })
  if (await replaceOutcome(platform.db, row, entry)) return ok(row.revision)
  return refuseOutcome('conflict', 'changed-meanwhile')
}
