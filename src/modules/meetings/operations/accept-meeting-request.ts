import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { gatePartiesOf } from '../../companies/index.ts'
import { type GateParty, checkGate } from '../../compliance/index.ts'
import { standingOf } from '../../events/index.ts'
import { mayDecide } from '../domain/policy.ts'
import { findCompaniesOfRequests } from '../store/notice-store.ts'
import type { RequestKey } from '../store/request-store.ts'
import { decideMeetingRequest } from './decide-meeting-request.ts'

/**
 * The guest says yes; the operator may on its behalf. Of two who answer at once, the second is told who was first. Where
 * screening is in force both companies have to be cleared.
 */
export async function acceptMeetingRequest(
  platform: Platform,
  actor: Actor,
  command: RequestKey,
): Promise<Result<null>> {
  const parties = () => companiesToCheck(platform, actor, command)
  const { programmeId } = command
  const askGate = () => checkGate(platform, { programmeId, gate: 'meeting-confirmation', parties, actor })
  return decideMeetingRequest(platform, actor, command, { decision: 'accept', askGate })
}

/** Nobody for who may not answer: the decision then refuses, in the same words as for a request that is not there. */
async function companiesToCheck(
  platform: Platform,
  actor: Actor,
  { programmeId, requestId }: RequestKey,
): Promise<readonly GateParty[]> {
  const [request] = await findCompaniesOfRequests(platform.db, [requestId])
  const by = standingOf(actor, programmeId)
  if (!request || request.programmeId !== programmeId || !mayDecide(by, 'accept', request, 'pending')) return []
  return gatePartiesOf(platform, programmeId, [request.hostCompanyId, request.guestCompanyId])
}
