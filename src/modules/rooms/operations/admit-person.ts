import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayRunRooms } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { type AdmittedRole, admit } from '../store/admission-store.ts'
import { type RoomKey, findRoom } from '../store/room-store.ts'
import { roomEntry } from './entry.ts'

/** The operator lets somebody in who waits in the lobby; it is written down who let whom in. */
export async function admitPerson(
  platform: Platform,
  actor: Actor,
  { personId, role, ...key }: RoomKey & { readonly personId: Id; readonly role: AdmittedRole },
): Promise<Result<null>> {
  if (actor.kind !== 'person' || !mayRunRooms(actor, key.programmeId)) return refuseRoom('absent', 'absent')
  if (!(await findRoom(platform.db, key))) return refuseRoom('absent', 'absent')
  const now = platform.clock.now()
  const admission = { ...key, id: platform.newId(), personId, role, admittedBy: actor.personId, now }
  await admit(platform.db, admission, roomEntry(platform, actor, key, 'room.admitted', { after: { personId, role } }))
  return ok(null)
}
