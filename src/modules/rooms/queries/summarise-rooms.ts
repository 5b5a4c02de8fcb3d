import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countRooms } from '../store/room-store.ts'

/** The stage's link in the chain: rooms of the released schedule, and what became of their meetings. */
export async function summariseRooms(platform: Platform, _actor: Actor, programmeId: Id) {
  const now = platform.clock.now()
  const { opensMinutes } = platform.config.rooms
  const facts = await countRooms(platform.db, programmeId, { from: now, until: addMinutes(now, opensMinutes) })
  return { stage: 'rooms' as const, built: true, count: facts.rooms, attention: 0, facts: { ...facts } }
}
