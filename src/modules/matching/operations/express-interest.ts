import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { decideInterest } from '../domain/interest.ts'
import { mayActForCompany } from '../domain/policy.ts'
import { findInterestFacts, insertInterest } from '../store/interest-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

export interface ExpressInterest {
  readonly programmeId: Id
  readonly companyId: Id
  readonly profileId: Id
  readonly message: string | null
}

/** A company says that it is interested in a published profile of another, outside any event. */
export async function expressInterest(
  platform: Platform,
  actor: Actor,
  command: ExpressInterest,
): Promise<Result<{ id: Id }>> {
  const { programmeId, companyId, profileId, message } = command
  const who = journalActor(actor)
  if (!who.actorId || !mayActForCompany(standingOf(actor, programmeId), companyId)) return absent()
  const decided = decideInterest(await findInterestFacts(platform.db, programmeId, companyId, profileId), companyId)
  if (!decided.ok) return decided
  const [id, createdAt] = [platform.newId(), platform.clock.now()]
  try {
    await insertInterest(
      platform.db,
      { id, programmeId, companyId, profileId, message, createdBy: who.actorId, createdAt },
      {
        at: createdAt,
        programmeId,
        ...who,
        action: 'interest.expressed',
        subjectKind: 'expression-of-interest',
        subjectId: id,
        after: { companyId, profileId },
      },
    )
    return ok({ id })
  } catch (error) {
    if (uniqueViolation(error) === 'expression_of_interest_live') return refuse('conflict', 'matching.interest-open')
    throw error
  }
}
