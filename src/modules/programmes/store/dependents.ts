import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'

interface ForeignKey {
  readonly child: string
  readonly parent: string
  readonly childColumns: readonly string[]
  readonly parentColumns: readonly string[]
}

async function listForeignKeys(db: Db): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select child.relname as child, parent.relname as parent,
      array(select a.attname::text from unnest(c.conkey) with ordinality as k(num, at)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by k.at) as child_columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality as k(num, at)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num order by k.at) as parent_columns
    from pg_constraint c
    join pg_class child on child.oid = c.conrelid and child.relnamespace = 'public'::regnamespace
    join pg_class parent on parent.oid = c.confrelid and parent.relnamespace = 'public'::regnamespace
    where c.contype = 'f' order by child.relname, c.conname`.execute(db)
  return rows
}

/** Where rows lie, by table; tables that others point to come first. */
export type Dependents = ReadonlyMap<string, readonly string[]>

/**
 * A row of a programme and everything that hangs on it by foreign keys, locked until the transaction ends: nobody can
 * hang more on it meanwhile. Empty when there is no such row.
 */
export async function lockDependents(
  db: Db,
  { table, id, programmeId }: { readonly table: string; readonly id: Id; readonly programmeId: Id },
): Promise<Dependents> {
  const keys = await listForeignKeys(db)
  const root = await sql<{ at: string }>`
    select ctid::text as at from ${sql.table(table)} where id = ${id} and programme_id = ${programmeId} for update`.execute(
    db,
  )
  const found = new Map<string, Set<string>>()
  let fresh = new Map([[table, root.rows.map(({ at }) => at)]])
  while ([...fresh.values()].some((places) => places.length > 0)) {
    const next = new Map<string, string[]>()
    for (const [parent, places] of fresh) {
      const known = found.get(parent) ?? found.set(parent, new Set()).get(parent)!
      const unseen = places.filter((place) => !known.has(place))
      for (const place of unseen) known.add(place)
      if (unseen.length === 0) continue
      for (const key of keys.filter((each) => each.parent === parent)) {
        next.set(key.child, [...(next.get(key.child) ?? []), ...(await lockChildren(db, key, unseen))])
      }
    }
    fresh = next
  }
  return sorted(found, keys)
}

async function lockChildren(
  db: Db,
  { child, parent, childColumns, parentColumns }: ForeignKey,
  places: readonly string[],
): Promise<string[]> {
  const pairs = childColumns.map((column, at) => sql`s.${sql.ref(column)} = t.${sql.ref(parentColumns[at]!)}`)
  const { rows } = await sql<{ at: string }>`
    select s.ctid::text as at from ${sql.table(child)} s join ${sql.table(parent)} t on ${sql.join(pairs, sql` and `)}
    where t.ctid = any(${places}::tid[]) for update of s`.execute(db)
  return rows.map(({ at }) => at)
}

/** Every table after those it points to. */
function sorted(found: ReadonlyMap<string, ReadonlySet<string>>, keys: readonly ForeignKey[]): Dependents {
  const order = new Map<string, readonly string[]>()
  const waiting = [...found].filter(([, places]) => places.size > 0)
  while (waiting.length > 0) {
    const isLater = (table: string) =>
      keys.some(
        ({ child, parent }) => child === table && parent !== table && waiting.some(([other]) => other === parent),
      )
    // Tables that point at each other have no order; they are never removed, only counted.
    const at = Math.max(
      0,
      waiting.findIndex(([table]) => !isLater(table)),
    )
    const [[table, places]] = waiting.splice(at, 1) as [[string, ReadonlySet<string>]]
    order.set(table, [...places])
  }
  return order
}

/** Rows as they stand, by table, in the order in which they can be written again. */
export type Contents = readonly { readonly table: string; readonly rows: readonly unknown[] }[]

/** Takes the rows out and returns them. */
export async function takeOut(db: Db, dependents: Dependents): Promise<Contents> {
  const contents: { table: string; rows: unknown[] }[] = []
  for (const [table, places] of [...dependents].toReversed()) {
    const { rows } = await sql<{ row: unknown }>`
      delete from ${sql.table(table)} t where t.ctid = any(${places}::tid[]) returning to_jsonb(t) as row`.execute(db)
    contents.push({ table, rows: rows.map(({ row }) => row) })
  }
  return contents.toReversed()
}

/** Writes rows as they stood. Throws what the database says when something else has taken their place. */
export async function putBack(db: Db, contents: Contents): Promise<void> {
  for (const { table, rows } of contents) {
    const { rows: columns } = await sql<{ name: string }>`
      select attname::text as name from pg_attribute
      where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
      db,
    )
    const names = sql.join(columns.map(({ name }) => sql.ref(name)))
    await sql`
      insert into ${sql.table(table)} (${names}) overriding system value
      select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      db,
    )
  }
}

/** How many rows each table has for a programme. */
export async function countHoldings(db: Db, programmeId: Id): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'programme_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not like 'journal%' order by 1`.execute(db)
  const counts = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*)::int as count from ${sql.table(name)} where programme_id = ${programmeId}`,
  )
  const { rows } = await sql<{ name: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db)
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]))
}
