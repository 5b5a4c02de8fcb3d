import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'

/** The names and marks that the board prints beside the facts it reasons with. */
export interface BoardLabels {
  readonly eventName: LocalizedText
  readonly sides: readonly { readonly id: Id; readonly name: LocalizedText; readonly timeZone: string }[]
  readonly places: readonly { readonly id: Id; readonly kind: 'table' | 'online'; readonly name: string }[]
  readonly participants: readonly {
    readonly id: Id
    readonly companyId: Id
    readonly code: string
    readonly name: LocalizedText
    readonly synthetic: boolean
  }[]
  readonly interpreters: readonly { readonly id: Id; readonly name: string; readonly synthetic: boolean }[]
}

export async function loadBoardLabels(db: Db, programmeId: Id, eventId: Id): Promise<BoardLabels | null> {
  const { rows } = await sql<BoardLabels>`
    select e.name as "eventName",
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'timeZone', s.time_zone) order by s.position), '[]')
        from side s where s.programme_id = e.programme_id) as sides,
      (select coalesce(jsonb_agg(jsonb_build_object('id', pl.id, 'kind', pl.kind, 'name', pl.name) order by pl.kind, pl.position), '[]')
        from place pl where pl.event_id = e.id) as places,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'companyId', c.id, 'code', c.code, 'name', c.name,
          'synthetic', c.synthetic) order by c.code), '[]')
        from participant p join company c on c.id = p.company_id where p.event_id = e.id and p.status = 'registered') as participants,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'synthetic', i.synthetic) order by i.name), '[]')
        from interpreter i where i.event_id = e.id) as interpreters
    from event e where e.programme_id = ${programmeId} and e.id = ${eventId}`.execute(db)
  return rows[0] ?? null
}

/** Null when there is no such event. */
export async function findProgrammeOfEvent(db: Db, eventId: Id): Promise<Id | null> {
  const { rows } = await sql<{ programmeId: Id }>`
    select programme_id as "programmeId" from event where id = ${eventId}`.execute(db)
  return rows[0]?.programmeId ?? null
}
