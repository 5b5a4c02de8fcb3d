import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { sendMail } from '../../programmes/index.ts'
import { type Occasion, requestMail } from '../emails/request-mail.ts'
import { type Notice, listNotices } from '../store/notice-store.ts'

/** Who is told of which entry. */
const TOLD: Readonly<Record<string, Notice['party']>> = {
  'meeting-request.created': 'guest',
  'meeting-request.accepted': 'host',
  'meeting-request.declined': 'host',
}

/**
 * Tells the guest that it was asked and the host how that was answered. Only of what a person did: the demo, which
 * the instance loads by itself, writes to nobody. What is no longer so when the mail is written is not told.
 */
export const notifyCompanies = {
  reader: 'meetings.notify-companies',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const told = entries.filter(({ action, actorKind }) => TOLD[action] && actorKind === 'person')
    if (told.length === 0) return
    const notices = await listNotices(platform.db, [...new Set(told.map(({ subjectId }) => subjectId))])
    const byRequest = Map.groupBy(notices, ({ requestId }) => requestId)
    const now = platform.clock.now()
    for (const { action, subjectId } of told) {
      for (const notice of byRequest.get(subjectId) ?? []) {
        const occasion = notice.party === TOLD[action] ? occasionOf(action, notice, now) : null
        if (!occasion) continue
        const of = { programmeId: notice.programmeId, kind: `request-${occasion}` } as const
        await sendMail(platform, of, requestMail(notice, occasion, platform.config.baseUrl))
      }
    }
  },
}

function occasionOf(action: string, { status, decidedAt, expiresAt }: Notice, now: string): Occasion | null {
  if (action === 'meeting-request.accepted') return status === 'accepted' ? 'accepted' : null
  if (action === 'meeting-request.declined') return status === 'declined' ? 'declined' : null
  if (status === 'pending') return expiresAt > now ? 'asked' : null
  // Accepted by nobody yet: it counts until the guest declines. Otherwise the operator has asked both already.
  return status === 'accepted' && decidedAt === null ? 'arranged' : null
}
