import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { standingOf } from '../operations/standing.ts'
import { listEventRows } from '../store/event-store.ts'

type EventListRow = Awaited<ReturnType<typeof listEventRows>>[number]

/** The events of a programme, first day first; for everybody with a role in it. */
export async function listEvents(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<{ rows: EventListRow[] }>> {
  if (!standingOf(actor, programmeId).isMember) return refuseEvent('absent', 'absent')
  return ok({ rows: await listEventRows(platform.db, programmeId) })
}
