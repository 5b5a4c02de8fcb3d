import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Interval } from '../../../kernel/interval.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import type { Side } from '../../programmes/index.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import type { Block } from '../domain/block.ts'
import type { EventRules, EventStatus } from '../domain/event.ts'
import type { Place } from '../domain/place.ts'
import { addBlock } from '../operations/add-block.ts'
import { createEvent } from '../operations/create-event.ts'
import { setPlaces } from '../operations/set-places.ts'
import { updateEvent } from '../operations/update-event.ts'
import { listTimeslots } from '../store/event-store.ts'

export interface EventFacts extends Partial<EventRules> {
  /** Of an existing programme, with its sides; without them a new one is built. */
  readonly programme?: { readonly programmeId: Id; readonly sides: readonly Side[] }
  /** Open unless said otherwise. */
  readonly status?: EventStatus
  /** One afternoon of six half-hours tomorrow unless said otherwise. */
  readonly blocks?: readonly Block[]
  readonly tables?: number
  readonly online?: number
}

export interface BuiltEvent {
  readonly programmeId: Id
  readonly eventId: Id
  readonly sides: readonly Side[]
  readonly timeslots: readonly (Interval & { readonly id: Id; readonly blockId: Id })[]
  readonly places: readonly Place[]
}

const TOMORROW_MINUTES = 24 * 60

/** An open event with blocks and places; opt-in, across sides. */
export async function buildEvent(platform: Platform, facts: EventFacts = {}): Promise<BuiltEvent> {
  const { programmeId, sides } = facts.programme ?? (await buildProgramme(platform))
  const rules: EventRules = {
    name: facts.name ?? { en: 'Test event', ko: '시험 행사', ru: 'Пробное мероприятие' },
    requestMode: facts.requestMode ?? 'opt-in',
    requestExpiryHours: facts.requestExpiryHours ?? 48,
    maxRequestsPerParticipant: facts.maxRequestsPerParticipant ?? 20,
    whoMayMeet: facts.whoMayMeet ?? 'across-sides',
  }
  const actor = systemActor('test')
  const { id: eventId } = granted(await createEvent(platform, actor, { programmeId, ...rules }))
  const key = { programmeId, eventId }
  const start = addMinutes(platform.clock.now(), TOMORROW_MINUTES)
  const afternoon = { startsAt: start, endsAt: addMinutes(start, 180), slotMinutes: 30, bufferMinutes: 0 }
  for (const block of facts.blocks ?? [afternoon]) granted(await addBlock(platform, actor, { ...key, ...block }))
  const { places } = granted(
    await setPlaces(platform, actor, { ...key, tables: facts.tables ?? 0, online: facts.online ?? 10 }),
  )
  const status = facts.status ?? 'open'
  if (status !== 'setup') granted(await updateEvent(platform, actor, { ...key, ...rules, status, revision: 1 }))
  return { ...key, sides, timeslots: await listTimeslots(platform.db, eventId), places }
}

/** What a factory cannot do without. */
export function granted<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
