import type pg from 'pg'

/** Just enough of a connection: a client, or a pool where no transaction is needed. */
export type Session = Pick<pg.ClientBase, 'query'>

export interface TableShape {
  readonly name: string
  /** In the order in which rows give their values; `type` is what a text is cast to. */
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  /** Columns of the primary key; of text they are ordered byte by byte, because databases sort it differently. */
  readonly key: readonly { readonly name: string; readonly isText: boolean }[]
}

/**
 * Tables whose rows are not carried over. Sessions and sign-in links: what was ended after the backup would be open
 * again, so everybody signs in anew. Counters of a limit, because they end within the hour. The list of migrations
 * is the program's own.
 */
export const LEFT_OUT = ['schema_migration', 'session', 'verification', 'rate_limit'] as const

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The tables of the program with the columns that are stored, by name. */
export async function readTableShapes(session: Session): Promise<TableShape[]> {
  const { rows } = await session.query<{ shape: TableShape }>(
    `select json_build_object('name', c.relname,
       'columns', (select json_agg(json_build_object('name', a.attname,
           'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
       'key', coalesce((select json_agg(json_build_object('name', a.attname,
           'isText', a.atttypid in ('text'::regtype, 'varchar'::regtype)) order by k.at)
         from pg_index i, unnest(i.indkey::int2[]) with ordinality k(attnum, at), pg_attribute a
         where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum), '[]')) as shape
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all($1)
     order by c.relname collate "C"`,
    [LEFT_OUT],
  )
  return rows.map(({ shape }) => shape)
}

export interface SequenceState {
  readonly name: string
  /** As text: wider than a number. */
  readonly value: string
}

/** Sequences that have given out a number, with the last one. */
export async function readSequences(session: Session): Promise<SequenceState[]> {
  const { rows } = await session.query<SequenceState>(
    `select sequencename as name, last_value::text as value from pg_sequences
     where schemaname = 'public' and last_value is not null order by 1`,
  )
  return rows
}

/** Names and hashes of the migrations in their order; none in a database that has never been used. */
export async function readApplied(session: Session): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await session.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  )
  if (!rows[0]?.there) return []
  return (await session.query('select name, sha256 from schema_migration order by name')).rows
}

/** The forms in which values become text, the same on every database. For the open transaction. */
export async function fixTextForms(session: Session): Promise<void> {
  await session.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'iso_8601';
     set local extra_float_digits = 1; set local bytea_output = 'hex'`,
  )
}

/**
 * Every row of a table as one JSON array of texts and nulls, by primary key, in portions. Texts lose nothing: neither
 * the digits of a number nor the difference between null and a JSON null. To be read in a transaction.
 */
export async function* readRows(session: Session, table: TableShape, portion = 500): AsyncGenerator<string[]> {
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  const key = table.key.map(({ name, isText }) => `r.${quoted(name)}${isText ? ' collate "C"' : ''}`)
  const order = key.length > 0 ? key.join(', ') : `r."backup:line" collate "C"`
  await session.query(
    `declare backup_rows no scroll cursor for
     select r."backup:line" as line
     from (select to_json(array[${values}]::text[])::text as "backup:line", t.* from ${quoted(table.name)} t) r
     order by ${order}`,
  )
  for (;;) {
    const { rows } = await session.query<{ line: string }>(`fetch ${portion} from backup_rows`)
    if (rows.length === 0) break
    yield rows.map(({ line }) => line)
  }
  await session.query('close backup_rows')
}
