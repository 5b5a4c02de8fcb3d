import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Interval } from '../../../kernel/interval.ts'
import { type Db, uniqueViolation } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { InterpreterFacts } from '../domain/interpreter.ts'
import { availabilityOf } from './availability.ts'
import { type EventKey, removal } from './event-store.ts'

export interface InterpreterRow extends InterpreterFacts {
  readonly id: Id
  readonly synthetic: boolean
}

export async function listInterpreterRows(db: Db, { programmeId, eventId }: EventKey): Promise<InterpreterRow[]> {
  const { rows } = await sql<Omit<InterpreterRow, 'availability'> & { starts: Instant[]; ends: Instant[] }>`
    select interpreter.id, interpreter.name, interpreter.email, interpreter.language_pairs,
      interpreter.max_consecutive_minutes, interpreter.synthetic, there.starts, there.ends
    from interpreter
    cross join lateral (
      select coalesce(array_agg(starts_at order by starts_at), '{}') as starts,
        coalesce(array_agg(ends_at order by starts_at), '{}') as ends
      from availability where availability.interpreter_id = interpreter.id
    ) there
    where interpreter.event_id = ${eventId} and interpreter.programme_id = ${programmeId}
    order by interpreter.name collate "C", interpreter.id`.execute(db)
  return rows.map(availabilityOf)
}

/** The intervals of the interpreter in the CTE `changed`, in place of those there were. */
const replaceAvailability = (
  { programmeId, eventId }: EventKey,
  intervals: readonly Interval[],
): RawBuilder<unknown> => sql`
  forgotten as (
    delete from availability where interpreter_id in (select id from changed)
  ), kept as (
    insert into availability (id, programme_id, event_id, interpreter_id, starts_at, ends_at)
    select gen_random_uuid(), ${programmeId}::uuid, ${eventId}::uuid, changed.id, part.starts_at, part.ends_at
    from changed, unnest(${intervals.map(({ startsAt }) => startsAt)}::timestamptz[],
      ${intervals.map(({ endsAt }) => endsAt)}::timestamptz[]) part (starts_at, ends_at)
  )`

/** Null when another interpreter of the event has the name. */
async function unlessNameTaken<Row>(work: Promise<{ rows: Row[] }>): Promise<Row[] | null> {
  try {
    return (await work).rows
  } catch (error) {
    if (uniqueViolation(error) === 'interpreter_event_id_name_key') return null
    throw error
  }
}

/** False when another interpreter of the event has the name. */
export const insertInterpreter = async (
  db: Db,
  key: EventKey,
  interpreter: InterpreterRow & { readonly createdAt: Instant },
  entry: NewJournalEntry,
): Promise<boolean> => {
  const rows = await unlessNameTaken(
    sql`
      with changed as (
        insert into interpreter (id, programme_id, event_id, name, email, language_pairs, max_consecutive_minutes,
          synthetic, created_at)
        values (${interpreter.id}, ${key.programmeId}, ${key.eventId}, ${interpreter.name}, ${interpreter.email},
          ${interpreter.languagePairs}::text[], ${interpreter.maxConsecutiveMinutes}, ${interpreter.synthetic},
          ${interpreter.createdAt})
        returning id
      ), ${replaceAvailability(key, interpreter.availability)}, logged as (${journalInsert(entry)})
      select id from changed`.execute(db),
  )
  return rows !== null
}

export const saveInterpreter = async (
  db: Db,
  key: EventKey,
  interpreterId: Id,
  interpreter: InterpreterFacts,
  entry: NewJournalEntry,
): Promise<'saved' | 'absent' | 'name-taken'> => {
  const rows = await unlessNameTaken(
    sql`
      with changed as (
        update interpreter set name = ${interpreter.name}, email = ${interpreter.email},
          language_pairs = ${interpreter.languagePairs}::text[],
          max_consecutive_minutes = ${interpreter.maxConsecutiveMinutes}
        where id = ${interpreterId} and event_id = ${key.eventId} and programme_id = ${key.programmeId}
        returning id
      ), ${replaceAvailability(key, interpreter.availability)}, logged as (${journalInsert(entry)})
      select id from changed`.execute(db),
  )
  if (!rows) return 'name-taken'
  return rows.length > 0 ? 'saved' : 'absent'
}

export const deleteInterpreter = (
  db: Db,
  { programmeId, eventId }: EventKey,
  interpreterId: Id,
  entry: NewJournalEntry,
) =>
  removal(
    sql`
      with changed as (
        delete from interpreter where id = ${interpreterId} and event_id = ${eventId} and programme_id = ${programmeId}
        returning id
      ), logged as (${journalInsert(entry)})
      select id from changed`.execute(db),
  )

/** Writes sound rows of an imported table, new and known interpreters alike, with their hours. */
export async function saveInterpretersOfSheet(
  db: Db,
  { programmeId, eventId }: EventKey,
  interpreters: readonly (InterpreterFacts & { readonly id: Id })[],
  now: Instant,
): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(interpreters)}::jsonb) as given (id uuid, name text, email text,
        "languagePairs" text[], "maxConsecutiveMinutes" smallint, availability jsonb)
    ), changed as (
      insert into interpreter (id, programme_id, event_id, name, email, language_pairs, max_consecutive_minutes,
        created_at)
      select id, ${programmeId}::uuid, ${eventId}::uuid, name, email, "languagePairs", "maxConsecutiveMinutes",
        ${now}::timestamptz
      from given
      on conflict (id) do update set email = excluded.email, language_pairs = excluded.language_pairs,
        max_consecutive_minutes = excluded.max_consecutive_minutes
      returning id
    ), forgotten as (
      delete from availability where interpreter_id in (select id from given)
    )
    insert into availability (id, programme_id, event_id, interpreter_id, starts_at, ends_at)
    select gen_random_uuid(), ${programmeId}::uuid, ${eventId}::uuid, changed.id, part."startsAt", part."endsAt"
    from changed join given using (id),
      jsonb_to_recordset(given.availability) as part ("startsAt" timestamptz, "endsAt" timestamptz)`.execute(db)
}
