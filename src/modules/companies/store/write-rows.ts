import { sql } from 'kysely'
import type { Db } from '../../../platform/database/handle.ts'

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Rows of a table as JSON with the columns' own names, for `jsonb_populate_recordset`. */
export const rowsAsJson = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]))),
  )

/** Rows in one statement: few enough that the parameter stays within some megabytes. */
const ROWS_AT_ONCE = 500

/** Writes whole rows of the table, one statement for every 500: new ones are added, known ones (by id) replaced. */
export async function upsertRows(db: Db, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const chunk = rows.slice(from, from + ROWS_AT_ONCE)
    const columns = Object.keys(chunk[0]!).map(snakeCase)
    const changed = columns
      .filter((column) => column !== 'id')
      .map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`)
    await sql`
      insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(columns.map((column) => sql.ref(column)))}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${rowsAsJson(chunk)}::jsonb)
      on conflict (id) do update set ${sql.join(changed)}`.execute(db)
  }
}
