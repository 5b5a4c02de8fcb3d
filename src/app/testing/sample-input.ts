import { z } from 'zod'
import { isId } from '../../kernel/id.ts'

/** The part of JSON Schema that contracts make use of. */
interface Schema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly minItems?: number
  readonly contentEncoding?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

/** The id to send in the field of this name; null: leave the field out where that is allowed. */
export type IdOf = (field: string) => string | null

/** What patterns in contracts ask for; the first one that fits is sent. */
const WORDS = ['ko', 'KR', 'ko-ru', 'a', '1', 'A-1', 'test-1', '2020-10-26', '000000', '#000000', 'a'.repeat(64)]

/**
 * The smallest input that a route takes, with every id that it may name. Files stand in it as `File`. What a contract
 * asks beyond its shape (`refine`) may still be missing: the caller tries it against the contract.
 */
export function sampleInput(schema: z.ZodType, idOf: IdOf): Record<string, unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema
  return (sampleOf(shape, '', idOf) ?? {}) as Record<string, unknown>
}

function sampleOf(schema: Schema, field: string, idOf: IdOf): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first) return sampleOf(first, field, idOf)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, field, idOf)))
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, idOf)
    case 'array':
      return sampleArray(schema, field, idOf)
    case 'string':
      return sampleText(schema, field, idOf)
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return false
    default:
      return undefined
  }
}

function sampleObject({ properties = {}, required = [] }: Schema, idOf: IdOf): Record<string, unknown> {
  const sample: Record<string, unknown> = {}
  for (const [field, schema] of Object.entries(properties)) {
    const isNeeded = required.includes(field)
    const value = sampleOf(schema, field, idOf)
    const namesAnObject = (Array.isArray(value) ? value : [value]).some(
      (each) => typeof each === 'string' && isId(each),
    )
    if (value !== undefined && (isNeeded || namesAnObject)) sample[field] = value
  }
  // A text in several languages names none as required, and needs one.
  if (Object.keys(sample).length === 0 && properties.en) return { ko: 'a', ru: 'a', en: 'a' }
  return sample
}

function sampleArray({ items = {}, minItems = 0 }: Schema, field: string, idOf: IdOf): unknown[] {
  const item = sampleOf(items, field.replace(/s$/, ''), idOf)
  if (item === undefined) return []
  return typeof item === 'string' && isId(item) ? [item] : Array.from({ length: minItems }, () => item)
}

function sampleText({ format, pattern, minLength = 1 }: Schema, field: string, idOf: IdOf): unknown {
  if (format === 'uuid') return idOf(field) ?? undefined
  if (format === 'email') return 'somebody@example.org'
  if (format === 'date') return '2020-10-27'
  if (format === 'date-time' || field.endsWith('At')) return '2020-10-27T06:00:00.000Z'
  if (format === 'uri') return 'https://example.org/'
  if (/[zZ]one$/.test(field)) return 'Asia/Seoul'
  if (pattern) return WORDS.find((word) => new RegExp(pattern, 'u').test(word)) ?? 'a'
  return 'a'.repeat(minLength)
}

/** As a request: what the path does not take goes into the query or the body. */
export function requestOf(
  { method, path }: { readonly method: string; readonly path: string },
  input: Readonly<Record<string, unknown>>,
): {
  readonly url: string
  readonly init: { method: string; body?: string | FormData; headers: Record<string, string> }
} {
  const rest = { ...input }
  const address = path.replaceAll(/\{\+?(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (method === 'GET' || method === 'DELETE') {
    const query = new URLSearchParams(
      Object.entries(rest).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((each) => [name, String(each)]),
      ),
    )
    return { url: `/api/v1${address}${query.size > 0 ? `?${query}` : ''}`, init: { method, headers: {} } }
  }
  const isForm = Object.values(rest).some((value) => value instanceof File)
  if (!isForm) {
    const headers = { 'content-type': 'application/json' }
    return { url: `/api/v1${address}`, init: { method, headers, body: JSON.stringify(rest) } }
  }
  const body = new FormData()
  for (const [name, value] of Object.entries(rest)) {
    body.set(name, value instanceof File ? value : typeof value === 'string' ? value : JSON.stringify(value))
  }
  return { url: `/api/v1${address}`, init: { method, headers: {}, body } }
}
