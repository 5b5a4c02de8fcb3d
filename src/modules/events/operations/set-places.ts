import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Place, changePlaces } from '../domain/place.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { type EventKey, listPlaces, lockEvent, savePlaces } from '../store/event-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type SetPlaces = EventKey & { readonly tables: number; readonly online: number }

/** Brings tables and online places to these numbers; a place that a schedule uses is not taken away. */
export async function setPlaces(
  platform: Platform,
  actor: Actor,
  command: SetPlaces,
): Promise<Result<{ places: Place[] }>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  return transaction(platform.db, async (trx): Promise<Result<{ places: Place[] }>> => {
    if (!(await lockEvent(trx, command))) return refuseEvent('absent', 'absent')
    const before = await listPlaces(trx, command.eventId)
    const { add, remove } = changePlaces(before, { table: command.tables, online: command.online })
    if (add.length + remove.length === 0) return ok({ places: before })
    const entry = entryOf(platform, actor, {
      programmeId: command.programmeId,
      action: 'event-places.set',
      subjectKind: 'event',
      subjectId: command.eventId,
      before: countByKind(before),
      after: { tables: command.tables, online: command.online },
    })
    const added = add.map((place) => ({ ...place, id: platform.newId() }))
    if (!(await savePlaces(trx, command, { add: added, remove }, entry))) return refuseEvent('conflict', 'place-in-use')
    return ok({ places: await listPlaces(trx, command.eventId) })
  })
}

const countByKind = (places: readonly Place[]) => ({
  tables: places.filter(({ kind }) => kind === 'table').length,
  online: places.filter(({ kind }) => kind === 'online').length,
})
