import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Db, transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Case, type CaseState, mayFollow } from '../domain/case.ts'
import { mayManageCases } from '../domain/policy.ts'
import { refuseCase } from '../domain/refusal.ts'
import { insertStep } from '../store/case-file-store.ts'
import { type CaseChange, type CaseKey, findOwners, lockCase, saveCase } from '../store/case-store.ts'
import { actorId, caseEntry } from './entry.ts'

interface Changed {
  readonly revision: number
}

/** Of the case as the person saw it. */
interface Seen extends CaseKey {
  readonly revision: number
}

interface Decided {
  readonly change: CaseChange
  readonly step: Omit<Parameters<typeof insertStep>[1], 'id' | 'caseId' | 'byPersonId' | 'at'>
  readonly action: `case.${string}`
  readonly before: unknown
  readonly after: unknown
}

/** Of two people who change a case at once the second is told to look again. */
const change = (
  platform: Platform,
  actor: Actor,
  { revision, ...key }: Seen,
  decide: (stored: Case, trx: Db) => Promise<Result<Decided>> | Result<Decided>,
): Promise<Result<Changed>> =>
  transaction(platform.db, async (trx): Promise<Result<Changed>> => {
    if (!mayManageCases(actor, key.programmeId)) return refuseCase('absent', 'absent')
    const stored = await lockCase(trx, key)
    if (!stored) return refuseCase('absent', 'absent')
    if (stored.revision !== revision) return refuseCase('conflict', 'changed')
    const decided = await decide(stored, trx)
    if (!decided.ok) return decided
    const { change: changed, step, action, before, after } = decided.value
    const at = platform.clock.now()
    await saveCase(trx, stored.id, changed, at)
    await insertStep(trx, { ...step, id: platform.newId(), caseId: stored.id, byPersonId: actorId(actor), at })
    await appendJournal(trx, caseEntry(platform, actor, key, action, { before, after }))
    return ok({ revision: revision + 1 })
  })

/** Into another state, as the table of transitions allows. */
export const moveCase = (
  platform: Platform,
  actor: Actor,
  { state, ...seen }: Seen & { readonly state: CaseState },
): Promise<Result<Changed>> =>
  change(platform, actor, seen, (stored) =>
    mayFollow(stored.state, state)
      ? ok({
          change: { state },
          step: { kind: 'moved', fromText: stored.state, toText: state },
          action: 'case.moved',
          before: { state: stored.state },
          after: { state },
        })
      : refuseCase('conflict', 'not-following', { from: stored.state, to: state }),
  )

/** To another operator or broker of the programme. */
export const transferCase = (
  platform: Platform,
  actor: Actor,
  { ownerId, ...seen }: Seen & { readonly ownerId: Id },
): Promise<Result<Changed>> =>
  change(platform, actor, seen, async (stored, trx) => {
    if (stored.owner?.id === ownerId) return refuseCase('conflict', 'same-owner')
    const owners = await findOwners(trx, seen.programmeId)
    if (!owners.some(({ id }) => id === ownerId)) return refuseCase('invalid', 'owner-unknown')
    return ok({
      change: { ownerId },
      step: { kind: 'transferred', fromPersonId: stored.owner?.id ?? null, toPersonId: ownerId },
      action: 'case.transferred',
      before: { ownerId: stored.owner?.id ?? null },
      after: { ownerId },
    })
  })

/** What is to be done next, and by when; null: nothing for now. */
export const planCase = (
  platform: Platform,
  actor: Actor,
  {
    nextAction,
    nextActionOn,
    ...seen
  }: Seen & { readonly nextAction: string | null; readonly nextActionOn: string | null },
): Promise<Result<Changed>> =>
  change(platform, actor, seen, (stored) =>
    nextActionOn !== null && nextAction === null
      ? refuseCase('invalid', 'day-without-action')
      : ok({
          change: { nextAction, nextActionOn },
          step: { kind: 'planned', fromText: stored.nextAction, toText: nextAction, dueOn: nextActionOn },
          action: 'case.planned',
          before: { nextActionOn: stored.nextActionOn },
          after: { nextActionOn },
        }),
  )
