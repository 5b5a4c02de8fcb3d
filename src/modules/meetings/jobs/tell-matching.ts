import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { type NewMatchFact, recordMatchFacts } from '../../matching/index.ts'
import { findCompaniesOfRequests } from '../store/notice-store.ts'

const KINDS: Readonly<Record<string, NewMatchFact['kind']>> = {
  'meeting-request.accepted': 'accepted',
  'meeting-request.declined': 'declined',
}

/** An answered request is a fact about the pair, by which the matching can be judged later. */
export const tellMatching = {
  reader: 'meetings.tell-matching',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const answered = entries.filter(({ action }) => KINDS[action])
    if (answered.length === 0) return
    const pairs = await findCompaniesOfRequests(platform.db, [...new Set(answered.map(({ subjectId }) => subjectId))])
    const byRequest = new Map(pairs.map((pair) => [pair.requestId, pair]))
    await recordMatchFacts(
      platform,
      answered.flatMap(({ action, subjectId, at }): NewMatchFact[] => {
        const pair = byRequest.get(subjectId)
        if (!pair) return []
        const { programmeId, hostCompanyId, guestCompanyId } = pair
        const parties = { companyId: hostCompanyId, partnerId: guestCompanyId }
        return [{ kind: KINDS[action]!, sourceId: subjectId, programmeId, ...parties, happenedAt: at }]
      }),
    )
  },
}
