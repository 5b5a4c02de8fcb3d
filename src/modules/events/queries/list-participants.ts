import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { maySeeAvailability } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { standingOf } from '../operations/standing.ts'
import { type EventKey, findEvent } from '../store/event-store.ts'
import { type ParticipantRow, listParticipantRows } from '../store/participant-store.ts'

export type ParticipantView = ParticipantRow

/**
 * Who takes part. When somebody is there and how many meetings they want is shown to the operator, to officials
 * and to the company itself; so are participants who withdrew.
 */
export async function listParticipants(
  platform: Platform,
  actor: Actor,
  key: EventKey,
): Promise<Result<{ rows: ParticipantRow[] }>> {
  const by = standingOf(actor, key.programmeId)
  if (!by.isMember || !(await findEvent(platform.db, key))) return refuseEvent('absent', 'absent')
  const rows = await listParticipantRows(platform.db, key)
  return ok({
    rows: rows.flatMap((row) => {
      if (maySeeAvailability(by, row.companyId)) return [row]
      return row.status === 'registered' ? [{ ...row, availability: [], maxMeetings: null }] : []
    }),
  })
}
