import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { type LogContent, checkLog } from '../domain/log.ts'
import { logSeatOf, maySeeRoom } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { findLogRevision, lockRecord, saveLog } from '../store/log-store.ts'
import { type RoomKey, findRoom } from '../store/room-store.ts'
import { roomEntry } from './entry.ts'

export interface WriteLog extends RoomKey {
  readonly content: LogContent
  /** Of the own log as the writer saw it; 0: there was none. */
  readonly revision: number
}

/** Host, guest and interpreter each write their own log, until both sides have signed it off. */
export async function writeLog(
  platform: Platform,
  actor: Actor,
  { content: given, revision, ...key }: WriteLog,
): Promise<Result<{ revision: number }>> {
  const now = platform.clock.now()
  return transaction(platform.db, async (trx): Promise<Result<{ revision: number }>> => {
    const room = await findRoom(trx, key)
    if (!room || !maySeeRoom(actor, room)) return refuseRoom('absent', 'absent')
    const writtenAs = logSeatOf(actor, room)
    if (writtenAs === null || actor.kind !== 'person') return refuseRoom('forbidden', 'log-not-yours')
    if (room.cancelled) return refuseRoom('conflict', 'cancelled')
    if (now < room.startsAt) return refuseRoom('conflict', 'not-met-yet')
    const checked = checkLog(given)
    if (!checked.ok) return checked
    const record = await lockRecord(trx, key, now)
    if (record.signedOffAt !== null) return refuseRoom('conflict', 'log-closed')
    const stored = await findLogRevision(trx, key.requestId, writtenAs)
    if (stored !== revision) return refuseRoom('conflict', 'log-changed')
    const { personId } = actor
    await saveLog(trx, { ...key, id: platform.newId(), writtenAs, personId, content: checked.value, now })
    // What was said stays in the log: the journal is read by more people.
    const after = { writtenAs, revision: revision + 1, confidential: checked.value.confidential }
    await appendJournal(trx, roomEntry(platform, actor, key, 'log.written', { after }))
    return ok({ revision: revision + 1 })
  })
}
