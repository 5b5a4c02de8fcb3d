import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { refuseMeeting } from '../domain/refusal.ts'
import { eventExists } from '../store/listing-store.ts'
import { type NeverPair, listNeverRows } from '../store/never-store.ts'
import type { EventKey } from '../store/request-store.ts'

/** The lists of all participants for the operator, the own ones for a company, none for anybody else. */
export async function listNeverMeet(
  platform: Platform,
  actor: Actor,
  key: EventKey,
): Promise<Result<{ rows: NeverPair[] }>> {
  const by = standingOf(actor, key.programmeId)
  if (!by.isOperator && by.companies.length === 0) return refuseMeeting('absent', 'absent')
  if (!(await eventExists(platform.db, key.programmeId, key.eventId))) return refuseMeeting('absent', 'absent')
  const rows = await listNeverRows(platform.db, key, by.isOperator ? null : by.companies)
  return ok({ rows: rows.map(({ participantId, unwantedId }) => ({ participantId, unwantedId })) })
}
