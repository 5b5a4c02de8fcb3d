import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { type MeetingRecord, signRecord } from '../domain/log.ts'
import { maySeeRoom, seatOf } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { lockRecord, saveSignature } from '../store/log-store.ts'
import { type RoomKey, findRoom } from '../store/room-store.ts'
import { roomEntry } from './entry.ts'

export interface SignLog extends RoomKey {
  /** Of the record as the signer saw it. */
  readonly revision: number
}

/** A side says that the logs stand as they are, differences included. When both have, nothing changes any more. */
export async function signLog(
  platform: Platform,
  actor: Actor,
  { revision, ...key }: SignLog,
): Promise<Result<MeetingRecord>> {
  const now = platform.clock.now()
  return transaction(platform.db, async (trx): Promise<Result<MeetingRecord>> => {
    const room = await findRoom(trx, key)
    if (!room || !maySeeRoom(actor, room)) return refuseRoom('absent', 'absent')
    const party = seatOf(actor, room)
    if ((party !== 'host' && party !== 'guest') || actor.kind !== 'person') {
      return refuseRoom('forbidden', 'not-a-side')
    }
    const signed = signRecord(await lockRecord(trx, key, now), party, { revision, now })
    if (!signed.ok) return signed
    await saveSignature(trx, key.requestId, signed.value, { party, personId: actor.personId })
    const after = { party, revision, complete: signed.value.signedOffAt !== null }
    await appendJournal(trx, roomEntry(platform, actor, key, 'log.signed-off', { after }))
    return ok(signed.value)
  })
}
