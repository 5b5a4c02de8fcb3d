import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { standingOf } from '../operations/standing.ts'
import { type EventKey, findEvent } from '../store/event-store.ts'
import { type InterpreterRow, listInterpreterRows } from '../store/interpreter-store.ts'

export type InterpreterView = InterpreterRow

/** For the operator and officials. */
export async function listInterpreters(
  platform: Platform,
  actor: Actor,
  key: EventKey,
): Promise<Result<{ rows: InterpreterRow[] }>> {
  if (!standingOf(actor, key.programmeId).seesProgramme) return refuseEvent('absent', 'absent')
  if (!(await findEvent(platform.db, key))) return refuseEvent('absent', 'absent')
  return ok({ rows: await listInterpreterRows(platform.db, key) })
}
