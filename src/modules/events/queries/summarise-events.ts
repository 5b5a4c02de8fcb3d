import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countEvents } from '../store/event-store.ts'

/** This stage in the overview; an event without a timeslot waits for a hand. */
export async function summariseEvents(platform: Platform, _actor: Actor, programmeId: Id) {
  const { empty, ...facts } = await countEvents(platform.db, programmeId)
  const unset = facts.events === 0 ? 1 : empty
  return {
    stage: 'events' as const,
    built: true,
    count: facts.events,
    attention: empty,
    facts: { ...facts },
    nextSteps: [
      ...(unset > 0 ? [{ code: 'set-up-event', count: unset }] : []),
      ...(facts.events > 0 && facts.participants === 0 ? [{ code: 'register-participants', count: facts.events }] : []),
    ],
  }
}
