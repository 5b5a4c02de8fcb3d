import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { refuseMeeting } from '../domain/refusal.ts'
import { listRequestRows } from '../store/listing-store.ts'
import { type RequestView, viewOf } from './list-meeting-requests.ts'

const MOST = 500

/** Requests that wait for an answer of the companies the reader speaks for, of every event of the programme. */
export async function listMyRequests(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<{ rows: RequestView[] }>> {
  const by = standingOf(actor, programmeId)
  if (!by.isMember) return refuseMeeting('absent', 'absent')
  if (by.companies.length === 0) return ok({ rows: [] })
  const now = platform.clock.now()
  const filter = { programmeId, guests: by.companies, status: 'pending' as const, now }
  const rows = await listRequestRows(platform.db, filter, { limit: MOST, offset: 0 })
  return ok({ rows: rows.map((row) => viewOf(row, by, now)) })
}
