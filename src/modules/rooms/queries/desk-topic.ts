import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayRunRooms } from '../domain/policy.ts'

/** `desk:<programme>`: somebody came, went or waits, or the desk has changed something; for the operator alone. */
export const deskTopic = (_platform: Platform, actor: Actor, programmeId: Id): Promise<boolean> =>
  Promise.resolve(mayRunRooms(actor, programmeId))
