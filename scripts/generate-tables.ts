import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import type { GeneratedFile } from './generated-file.ts'

/** `0004_companies.sql`, or `0021_companies_fax.sql` for a later change; the module is the first word. */
const MIGRATION = /^(\d{4})_([a-z]+)(?:_[a-z0-9_]+)?\.sql$/

export interface Migration {
  readonly file: string
  readonly module: string
  readonly sql: string
}

interface ColumnRow {
  table: string
  column: string
  type: string
  elementType: string | null
  required: boolean
  hasDefault: boolean
  /** Written by the database alone: `generated always as …`. */
  computed: boolean
  comment: string | null
  /** Definitions of the checks that speak of this column alone. */
  checks: string[]
}

const COLUMNS = `
  select c.relname as "table", a.attname as "column", t.typname as "type", e.typname as "elementType",
    a.attnotnull as "required", a.atthasdef or a.attidentity <> '' as "hasDefault",
    a.attgenerated <> '' or a.attidentity = 'a' as "computed",
    col_description(c.oid, a.attnum) as "comment",
    coalesce((select array_agg(pg_get_constraintdef(k.oid) order by k.conname) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]), '{}') as "checks"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname collate "C", a.attnum`

/** What the driver hands over (see the type parsers in src/platform/database). */
const TYPES: Record<string, string> = {
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  citext: 'string',
  uuid: 'Id',
  timestamptz: 'Instant',
  date: 'string',
  time: 'string',
  interval: 'string',
  tstzrange: 'string',
  tsvector: 'string',
  xid8: 'string',
  inet: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  bytea: 'Uint8Array',
  json: 'unknown',
  jsonb: 'unknown',
}

const KERNEL_TYPES: Record<string, string> = { Id: 'id.ts', Instant: 'instant.ts', LocalizedText: 'locale.ts' }

/** As Kysely's CamelCasePlugin does; a name that does not survive the way back would be unreachable. */
function camelCase(name: string): string {
  const camel = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const back = camel.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  if (back !== name) throw new Error(`"${name}" does not survive camelCase and back; rename it`)
  return camel
}

const literals = (list: string): string[] =>
  [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, value]) => `'${value!.replaceAll("''", "\\'")}'`)

/** The values of `col in ('a', 'b')`, `col = 'a'` or `col <@ array['a', 'b']`; null for any other check. */
function allowedValues(checks: readonly string[], column: string): string[] | null {
  const value = String.raw`'(?:[^']|'')*'(?:::[a-z ]+)?`
  const name = String.raw`\(?"?${column}"?\)?(?:::text(?:\[\])?)?`
  const list = new RegExp(
    String.raw`^CHECK \(\(${name} (?:= ANY|<@) \(*ARRAY\[(${value}(?:, ${value})*)\]\)*(?:::text\[\])?\)*$`,
  )
  const one = new RegExp(String.raw`^CHECK \(\(${name} = (${value})\)\)$`)
  for (const check of checks) {
    const found = list.exec(check)?.[1] ?? one.exec(check)?.[1]
    if (found) return literals(found)
  }
  return null
}

interface ColumnType {
  readonly type: string
  /** Import path of a type that the comment names, seen from the generated file. */
  readonly from?: string
}

const JSON_TYPE = /^json: (?<type>[A-Za-z]+(?:\[\])?) from (?<from>\S+)$/

function columnType({ table, column, type, elementType, comment, checks }: ColumnRow, toKernel: string): ColumnType {
  const kernelType = comment === null ? undefined : KERNEL_TYPES[comment]
  if (kernelType) return { type: comment!, from: `${toKernel}/${kernelType}` }
  const named = JSON_TYPE.exec(comment ?? '')?.groups as { type: string; from: string } | undefined
  if (named) return named
  const values = allowedValues(checks, column)?.join(' | ')
  const base = elementType ?? type
  const known = TYPES[base]
  if (known === undefined)
    throw new Error(`${table}.${column}: type ${base} is not in the table of scripts/generate-tables.ts`)
  const element = values ?? known
  return { type: elementType === null ? element : /\|/.test(element) ? `(${element})[]` : `${element}[]` }
}

const pascalCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The column's type as Kysely has to see it for select, insert and update. */
function wrap(
  column: ColumnRow,
  type: string,
  typedJson: boolean,
  need: (name: string, from: string) => string,
): string {
  const nullable = column.required || type === 'unknown' ? type : `${type} | null`
  if (column.computed) return `${need('GeneratedAlways', 'kysely')}<${nullable}>`
  if (typedJson && type.endsWith('[]')) {
    // pg writes a JavaScript array as a PostgreSQL array, so a JSON list has to arrive as text.
    const text = column.required ? 'string' : 'string | null'
    const insert = column.hasDefault || !column.required ? `${text} | undefined` : text
    return `${need('ColumnType', 'kysely')}<${nullable}, ${insert}, ${text}>`
  }
  return column.hasDefault ? `${need('Generated', 'kysely')}<${nullable}>` : nullable
}

/** One `tables.ts`. `toKernel` is the relative path from the file to src/kernel. */
function printTables(module: string, columns: readonly ColumnRow[], toKernel: string): string {
  const imports = new Map<string, Set<string>>()
  const need = (name: string, from: string): string => {
    imports.set(from, (imports.get(from) ?? new Set()).add(name))
    return name
  }
  const tables = Map.groupBy(columns, ({ table }) => table)
  const body = [...tables].map(([table, ofTable]) => {
    const lines = ofTable.map((column) => {
      const { type, from } = columnType(column, toKernel)
      if (from) need(type.replace('[]', ''), from)
      else if (KERNEL_TYPES[type]) need(type, `${toKernel}/${KERNEL_TYPES[type]}`)
      return `    ${camelCase(column.column)}: ${wrap(column, type, from !== undefined, need)}`
    })
    return `  ${camelCase(table)}: {\n${lines.join('\n')}\n  }`
  })
  const byPath = [...imports].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const head = byPath.map(([from, names]) => `import type { ${[...names].toSorted().join(', ')} } from '${from}'`)
  return [
    '// Generated by `node scripts/generate.ts` from migrations/*.sql. Change a migration, not this file.',
    ...head,
    '',
    `export interface ${pascalCase(module)}Tables {`,
    ...body,
    '}',
    '',
  ].join('\n')
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      const module = MIGRATION.exec(file)?.[2]
      if (!module) throw new Error(`migrations/${file} is not named NNNN_<module>.sql`)
      return { file, module, sql: readFileSync(join(folder, file), 'utf8') }
    })
}

/**
 * Applies the migrations to an empty embedded database and prints one `tables.ts` a module, for Kysely with
 * CamelCasePlugin. A table belongs to the module whose migration created it; later changes keep its home.
 * `check (col in ('a', 'b'))` becomes a union. A comment types a jsonb column: `'LocalizedText'`, or
 * `'json: Preview from ../domain/preview.ts'`, or a list `'json: Reason[] from ../domain/reason.ts'`, which
 * is read as values and written as JSON text.
 */
export async function generateTables(migrations: readonly Migration[]): Promise<GeneratedFile[]> {
  const database = await PGlite.create({ extensions: { btree_gist, citext, pg_trgm, pgcrypto, unaccent } })
  try {
    const home = new Map<string, string>()
    for (const { file, module, sql } of migrations) {
      await database.exec(sql).catch((cause: Error) => {
        throw new Error(`migrations/${file}: ${cause.message}`, { cause })
      })
      const { rows } = await database.query<{ table: string }>(
        `select relname as "table" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
      )
      for (const { table } of rows) if (!home.has(table)) home.set(table, module)
    }
    const { rows } = await database.query<ColumnRow>(COLUMNS)
    const byModule = Map.groupBy(rows, ({ table }) => home.get(table)!)
    return [...byModule].map(([module, columns]) =>
      module === 'platform'
        ? { path: 'src/platform/database/tables.ts', text: printTables(module, columns, '../../kernel') }
        : { path: `src/modules/${module}/store/tables.ts`, text: printTables(module, columns, '../../../kernel') },
    )
  } finally {
    await database.close()
  }
}
