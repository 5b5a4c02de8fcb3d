import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { companiesHeld } from '../../meetings/index.ts'
import type { PlannedMeeting, ScheduleFacts } from '../domain/facts.ts'
import { findCompaniesOfMeetings } from '../store/company-store.ts'

/**
 * The requests of `plan` that a release may not confirm: meetings that the released version does not hold yet, of a
 * company that the gate `meeting-confirmation` is closed for. What is released already was confirmed then; its door
 * asks again (`room-token`). To be called before the transaction, where the check of whoever was never checked stays.
 */
export async function meetingsHeld(
  platform: Platform,
  { programmeId, released, screeningInForce }: ScheduleFacts,
  plan: readonly PlannedMeeting[],
): Promise<ReadonlySet<Id>> {
  if (!screeningInForce) return new Set()
  const confirmed = new Set(
    (released?.meetings ?? []).filter(({ status }) => status === 'planned').map(({ requestId }) => requestId),
  )
  const fresh = plan.map(({ requestId }) => requestId).filter((id) => !confirmed.has(id))
  if (fresh.length === 0) return new Set()
  const meetings = await findCompaniesOfMeetings(platform.db, fresh)
  const companyIds = [...new Set(meetings.flatMap((one) => [one.hostCompanyId, one.guestCompanyId]))]
  const held = await companiesHeld(platform, programmeId, async () => companyIds)
  return new Set(
    meetings
      .filter((one) => held.has(one.hostCompanyId) || held.has(one.guestCompanyId))
      .map(({ requestId }) => requestId),
  )
}
