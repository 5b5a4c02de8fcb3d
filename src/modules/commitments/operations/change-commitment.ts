import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Db, transaction } from '../../../platform/database/handle.ts'
import type { Actor } from '../../accounts/index.ts'
import type { Criterion } from '../domain/acceptance/criterion.ts'
import { checkCriteria } from '../domain/check-criteria.ts'
import { type Step, mayStep, ownDay, statusAt } from '../domain/commitment.ts'
import { mayManage, maySee } from '../domain/policy.ts'
import { refuseCommitment } from '../domain/refusal.ts'
import {
  type Change,
  type CommitmentKey,
  type CommitmentRecord,
  insertMove,
  lockCommitment,
  saveChange,
} from '../store/commitment-store.ts'
import { actorId, commitmentEntry } from './entry.ts'

/** Locks a commitment that the actor knows of and looks whether the step is open; then `work` writes it. */
export const withCommitment = <T>(
  platform: Platform,
  actor: Actor,
  key: CommitmentKey,
  step: Step,
  work: (trx: Db, commitment: CommitmentRecord) => Promise<Result<T>>,
): Promise<Result<T>> =>
  transaction(platform.db, async (trx): Promise<Result<T>> => {
    const commitment = await lockCommitment(trx, key)
    if (!commitment || !maySee(actor, key.programmeId, commitment.parties)) return refuseCommitment('absent', 'absent')
    const status = statusAt(commitment, platform.clock.now())
    if (!mayStep(status, step)) return refuseCommitment('conflict', 'not-in-state', { status })
    return work(trx, { ...commitment, status })
  })

const managed = (
  platform: Platform,
  actor: Actor,
  key: CommitmentKey,
  step: Step,
  action: `commitment.${string}`,
  change: (commitment: CommitmentRecord, trx: Db) => Promise<Result<Omit<Change, 'now'>>>,
): Promise<Result<null>> =>
  withCommitment(platform, actor, key, step, async (trx, commitment): Promise<Result<null>> => {
    if (!mayManage(actor, key.programmeId)) return refuseCommitment('forbidden', 'not-the-owner')
    const decided = await change(commitment, trx)
    if (!decided.ok) return decided
    const { status, dueOn } = decided.value
    const entry = commitmentEntry(platform, actor, key, action, {
      before: { status: commitment.status, dueOn: commitment.dueOn },
      after: { status: status ?? commitment.status, dueOn: dueOn === undefined ? commitment.dueOn : dueOn },
    })
    await saveChange(trx, commitment.id, { ...decided.value, now: platform.clock.now() }, entry)
    return ok(null)
  })

export interface MoveDueDate extends CommitmentKey {
  readonly dueOn: string | null
  readonly reason: string
}

/** Another day; where it stood before and why stays on record. What was overdue is open again until the new day. */
export const moveDueDate = (platform: Platform, actor: Actor, { dueOn, reason, ...key }: MoveDueDate) =>
  managed(platform, actor, key, 'move', 'commitment.moved', async (commitment, trx) => {
    if (dueOn === commitment.dueOn) return refuseCommitment('conflict', 'same-day')
    const movedAt = platform.clock.now()
    const history = { fromOn: commitment.dueOn, toOn: dueOn, reason, movedAt, movedBy: actorId(actor) }
    await insertMove(trx, { id: platform.newId(), commitmentId: commitment.id, ...history })
    const isAhead = dueOn === null || ownDay(movedAt, commitment.timeZone) <= dueOn
    const reopened = commitment.status === 'overdue' && isAhead
    return ok({ dueOn, ...(reopened ? { status: 'open' as const, overdueSince: null } : {}) })
  })

export interface WithReason extends CommitmentKey {
  readonly reason: string
}

/** A law forbids to perform; nobody is reminded and it is not overdue until it is taken up again. */
export const suspendCommitment = (platform: Platform, actor: Actor, { reason, ...key }: WithReason) =>
  managed(platform, actor, key, 'suspend', 'commitment.suspended', async ({ status }) =>
    ok({ status: 'suspended-by-law' as const, suspendedFrom: status, reason }),
  )

export const resumeCommitment = (platform: Platform, actor: Actor, key: CommitmentKey) =>
  managed(platform, actor, key, 'resume', 'commitment.resumed', async ({ suspendedFrom }) =>
    ok({ status: suspendedFrom ?? ('open' as const), suspendedFrom: null, reason: null }),
  )

/** The parties have agreed to drop it. */
export const withdrawCommitment = (platform: Platform, actor: Actor, { reason, ...key }: WithReason) =>
  managed(platform, actor, key, 'withdraw', 'commitment.withdrawn', async () =>
    ok({ status: 'withdrawn' as const, reason }),
  )

export interface SetCriteria extends CommitmentKey {
  readonly criteria: readonly Criterion[]
}

/** What the result is judged by, before anything is shown for it. */
export const setCriteria = (platform: Platform, actor: Actor, { criteria, ...key }: SetCriteria) =>
  managed(platform, actor, key, 'set-criteria', 'commitment.criteria-set', async () => {
    const checked = checkCriteria(criteria)
    return checked.ok ? ok({ criteria: checked.value }) : checked
  })
