import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { type NewMatchFact, recordMatchFacts } from '../operations/record-match-facts.ts'

const KINDS: Readonly<Record<string, NewMatchFact['kind']>> = {
  'interest.welcomed': 'accepted',
  'interest.declined': 'declined',
}

/** An answered expression of interest is a fact about the pair. */
export const keepFactsOfInterests = {
  reader: 'matching.keep-facts-of-interests',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const facts = entries.flatMap(({ action, programmeId, subjectId, at, after }): NewMatchFact[] => {
      const kind = KINDS[action]
      if (!kind || !programmeId) return []
      const { companyId, askedCompanyId } = after as { companyId: Id; askedCompanyId: Id }
      return [{ kind, programmeId, sourceId: subjectId, companyId, partnerId: askedCompanyId, happenedAt: at }]
    })
    await recordMatchFacts(platform, facts)
  },
}
