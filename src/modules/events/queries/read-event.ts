import type { Id } from '../../../kernel/id.ts'
import type { Interval } from '../../../kernel/interval.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { Block } from '../domain/block.ts'
import type { Place } from '../domain/place.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { standingOf } from '../operations/standing.ts'
import { type EventKey, type EventRow, findEvent, listBlocks, listPlaces, listTimeslots } from '../store/event-store.ts'

export interface EventView extends EventRow {
  readonly blocks: (Block & { readonly id: Id })[]
  readonly timeslots: (Interval & { readonly id: Id; readonly blockId: Id })[]
  readonly places: Place[]
  readonly may: { readonly edit: boolean }
}

/** One event with its blocks, timeslots and places; for everybody with a role in the programme. */
export async function readEvent(platform: Platform, actor: Actor, key: EventKey): Promise<Result<EventView>> {
  const by = standingOf(actor, key.programmeId)
  const event = by.isMember ? await findEvent(platform.db, key) : null
  if (!event) return refuseEvent('absent', 'absent')
  const [blocks, timeslots, places] = await Promise.all([
    listBlocks(platform.db, event.id),
    listTimeslots(platform.db, event.id),
    listPlaces(platform.db, event.id),
  ])
  return ok({ ...event, blocks, timeslots, places, may: { edit: mayEditEvent(by) } })
}
