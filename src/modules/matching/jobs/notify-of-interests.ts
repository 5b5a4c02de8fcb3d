import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { sendMail } from '../../programmes/index.ts'
import { type InterestOccasion, interestMail } from '../emails/interest-mail.ts'
import { type InterestNotice, listInterestNotices } from '../store/interest-store.ts'

interface Told {
  readonly party: InterestNotice['party']
  readonly occasion: InterestOccasion
  /** What must still be so when the mail is written. */
  readonly status: InterestNotice['status']
}

/** Who is told of which entry. Nobody is told of a withdrawal: the list shows it. */
const TOLD: Readonly<Record<string, Told>> = {
  'interest.expressed': { party: 'asked', occasion: 'expressed', status: 'open' },
  'interest.welcomed': { party: 'sender', occasion: 'welcomed', status: 'welcomed' },
  'interest.declined': { party: 'sender', occasion: 'declined', status: 'declined' },
}

/** Mails to the company that is asked and, of the answer, to the one that is interested; only of what a person did. */
export const notifyOfInterests = {
  reader: 'matching.notify-of-interests',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const told = entries.filter(({ action, actorKind }) => TOLD[action] && actorKind === 'person')
    if (told.length === 0) return
    const notices = await listInterestNotices(platform.db, [...new Set(told.map(({ subjectId }) => subjectId))])
    const byInterest = Map.groupBy(notices, ({ interestId }) => interestId)
    for (const { action, subjectId } of told) {
      const { party, occasion, status } = TOLD[action]!
      for (const notice of byInterest.get(subjectId) ?? []) {
        if (notice.party !== party || notice.status !== status) continue
        const of = { programmeId: notice.programmeId, kind: 'interest' } as const
        await sendMail(platform, of, interestMail(notice, occasion, platform.config.baseUrl))
      }
    }
  },
}
