import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { decideClosing } from '../domain/interest.ts'
import { closeInterest, findInterest } from '../store/interest-store.ts'
import { standingOf } from './standing.ts'

export interface CloseInterest {
  readonly programmeId: Id
  readonly interestId: Id
  readonly to: 'welcomed' | 'declined' | 'withdrawn'
}

/** The company that was asked answers an interest, or the one that is interested takes it back; once. */
export async function closeExpressionOfInterest(
  platform: Platform,
  actor: Actor,
  { programmeId, interestId, to }: CloseInterest,
): Promise<Result<null>> {
  const { isOperator, companies } = standingOf(actor, programmeId)
  const interest = await findInterest(platform.db, programmeId, interestId)
  const decided = decideClosing(interest, to, isOperator ? null : companies)
  if (!decided.ok || interest === null) return decided
  const now = platform.clock.now()
  const { companyId, profileId, askedCompanyId } = interest
  const closed = await closeInterest(platform.db, interestId, to, now, {
    at: now,
    programmeId,
    ...journalActor(actor),
    action: `interest.${to}`,
    subjectKind: 'expression-of-interest',
    subjectId: interestId,
    before: { status: 'open' },
    after: { status: to, companyId, askedCompanyId, profileId },
  })
  return closed ? ok(null) : refuse('conflict', 'matching.interest-closed', { status: 'closed' })
}
