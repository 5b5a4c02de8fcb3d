import { asOwner } from '../../../platform/database/reach.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { Database } from '../../../platform/database/open.ts'
import { CompiledQuery } from 'kysely'

/**
 * Tables whose rows say nothing that anybody decided: they follow from something that has its entry, or they serve the
 * machine. Everything else has to be in the journal.
 */
const WITHOUT_ENTRY = [
  'journal_entry',
  'journal_cursor',
  'journal_link',
  'journal_head',
  'schema_migration',
  'session',
  'verification',
  'rate_limit',
  'mail',
  // Kept by a trigger from what is planned.
  'booking',
  // Copied from entries of other stages.
  'match_fact',
  // How far a run has come; its begin and its end have entries.
  'schedule_run',
  // The hash of a code that was asked for, when the mail is written.
  'signing_code',
  // A preview decides nothing, and the rows of an import have their entries.
  'import_batch',
  'stored_file',
  // The list behind an article's number; a number that changes has its entry.
  'article_figure',
]

/**
 * From now on the database itself writes down which transaction changed rows of which table: the program is not asked.
 */
export const observeChanges = (database: Pick<Database, 'pool'>): Promise<void> => asOwner(() => observe(database))

async function observe({ pool }: Pick<Database, 'pool'>): Promise<void> {
  await pool.query(`
    create schema simulation;
    create table simulation.change (tx xid8 not null, name text not null, primary key (tx, name));
    create function simulation.note() returns trigger language plpgsql security definer as $$
    begin
      if exists (select from touched) then
        insert into simulation.change values (pg_current_xact_id(), tg_table_name) on conflict do nothing;
      end if;
      return null;
    end $$`)
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     and relname <> all($1)`,
    [WITHOUT_ENTRY],
  )
  const triggers = rows.flatMap(({ name }) =>
    (['insert', 'update', 'delete'] as const).map(
      (event) =>
        `create trigger simulation_${event} after ${event} on "${name}"
         referencing ${event === 'delete' ? 'old' : 'new'} table as touched
         for each statement execute function simulation.note()`,
    ),
  )
  await pool.query(triggers.join(';'))
}

/** Tables that were changed by a transaction without any entry; what was seen is forgotten then. */
export async function takeUnloggedChanges(db: Db): Promise<string[]> {
  const { rows } = await asOwner(() =>
    db.executeQuery<{ name: string }>(
      CompiledQuery.raw(
        `with seen as (delete from simulation.change returning tx, name)
         select distinct name from seen where not exists (select from journal_entry e where e.tx = seen.tx) order by name`,
      ),
    ),
  )
  return rows.map(({ name }) => name)
}
