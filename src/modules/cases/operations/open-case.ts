import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayManageCases } from '../domain/policy.ts'
import { refuseCase } from '../domain/refusal.ts'
import { insertStep } from '../store/case-file-store.ts'
import { findCaseOfMeeting, insertCase } from '../store/case-store.ts'
import { actorId, caseEntry } from './entry.ts'

export interface OpenCase {
  readonly programmeId: Id
  readonly hostCompanyId: Id
  readonly guestCompanyId: Id
  readonly about: string | null
  readonly nextAction: string | null
  readonly nextActionOn: string | null
  /** The meeting it comes from, and whether its log is confidential; only the journal opens such. */
  readonly requestId?: Id
  readonly confidential?: boolean
}

/**
 * Opens a case; whoever opens one by hand looks after it. A meeting has one case however often its log is signed: the
 * first stays, and its id is returned.
 */
export async function openCase(
  platform: Platform,
  actor: Actor,
  { programmeId, requestId, confidential = false, ...facts }: OpenCase,
): Promise<Result<{ id: Id }>> {
  if (!mayManageCases(actor, programmeId)) return refuseCase('absent', 'absent')
  if (facts.hostCompanyId === facts.guestCompanyId) return refuseCase('invalid', 'same-company')
  if (facts.nextActionOn !== null && facts.nextAction === null) return refuseCase('invalid', 'day-without-action')
  const id = platform.newId()
  const [by, now] = [actorId(actor), platform.clock.now()]
  return transaction(platform.db, async (trx): Promise<Result<{ id: Id }>> => {
    const row = {
      ...facts,
      id,
      programmeId,
      requestId: requestId ?? null,
      ownerId: by,
      confidential,
      openedBy: by,
      now,
    }
    if (!(await insertCase(trx, row))) {
      const known = requestId === undefined ? null : await findCaseOfMeeting(trx, requestId)
      return known === null ? refuseCase('invalid', 'company-unknown') : ok({ id: known })
    }
    const { nextAction: toText, nextActionOn: dueOn } = facts
    await insertStep(trx, { id: platform.newId(), caseId: id, kind: 'opened', toText, dueOn, byPersonId: by, at: now })
    const after = { state: 'first-contact', requestId: requestId ?? null, ownerId: by }
    await appendJournal(trx, caseEntry(platform, actor, { programmeId, caseId: id }, 'case.opened', { after }))
    return ok({ id })
  })
}
