import pg from 'pg'
import { toInstant } from '../../kernel/instant.ts'

const { builtins, arrayParser } = pg.types as typeof pg.types & {
  arrayParser: { create<T>(source: string, transform: (text: string) => T): { parse(): (T | null)[] } }
}

/** PostgreSQL prints `2020-10-26 15:00:00.123456+09`; instants keep milliseconds, later digits are cut. */
export function parseTimestamptz(text: string): string {
  const parts = /^(\d{4,6}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d)(?::?(\d\d))?$/.exec(text)
  if (!parts) throw new RangeError(`Not a moment that Naru can hold: ${text}`)
  const [, date, time, fraction = '', hours, minutes = '00'] = parts
  return toInstant(`${date}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}${hours}:${minutes}`)
}

function parseNumber(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`${text} does not fit a number without loss`)
  }
  return value
}

const same = (text: string): string => text

const scalars = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, parseTimestamptz],
  [builtins.DATE, same],
  [builtins.INT8, parseNumber],
  [builtins.NUMERIC, parseNumber],
])

/** Type numbers of the arrays of the types above. */
const arrays = new Map<number, (text: string) => unknown>([
  [1185, parseTimestamptz],
  [1182, same],
  [1016, parseNumber],
  [1231, parseNumber],
])

/**
 * How values leave the database: instants canonical, dates as `2020-10-26`, int8 and numeric as numbers
 * (throwing where one would lose digits). Per pool, not global: better-auth expects the driver's defaults.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => {
    const scalar = scalars.get(type)
    if (scalar) return scalar
    const element = arrays.get(type)
    if (element) return (text: string) => arrayParser.create(text, element).parse()
    return pg.types.getTypeParser(type, format as 'text')
  },
}
