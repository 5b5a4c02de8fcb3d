import type { Instant } from '../../kernel/instant.ts'

/**
 * Six digits of the day of birth, one of century, sex and nationality, six more, with or without a sign between
 * (Enforcement Rules of the Resident Registration Act, art. 2). Not within a longer number or a code.
 */
const SHAPE = /(?<![0-9A-Za-z])(\d{6})(?: ?[-.·~_/] ?| )?([1-8]\d{6})(?![0-9A-Za-z])/g

const DASHES = /[‐-―⁃−﹘﹣－ー]/g

/** Nobody is older. */
const OLDEST_YEARS = 112

/**
 * Whether a text holds what must be taken for a Korean resident registration number, which only those may process
 * whom a law names (Personal Information Protection Act, art. 24-2). Numbers given out since October 2020 have no check
 * digit, so a plausible day of birth is enough, unless the number is one of a company and none of a person.
 */
export function holdsResidentNumber(text: string, now: Instant): boolean {
  if (text.length < 13 || !/\p{Nd}{6}/u.test(text)) return false
  for (const [, birth = '', rest = ''] of text.normalize('NFKC').replace(DASHES, '-').matchAll(SHAPE)) {
    const digits = [...`${birth}${rest}`].map(Number)
    if (isBirth(birth, Number(rest[0]), now) && (isOldNumber(digits) || !isOfCompany(digits))) return true
  }
  return false
}

function isBirth(birth: string, kind: number, now: Instant): boolean {
  const century = [1, 2, 5, 6].includes(kind) ? 1900 : 2000
  const [year, month, day] = [century + Number(birth.slice(0, 2)), Number(birth.slice(2, 4)), Number(birth.slice(4))]
  const at = new Date(Date.UTC(year, month - 1, day))
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  const oldest = Number(now.slice(0, 4)) - OLDEST_YEARS
  return isDay && year >= oldest && at.toISOString() <= now
}

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * digits[index]!, 0)

/** The check digit of numbers given out before October 2020. */
const isOldNumber = (digits: readonly number[]): boolean =>
  (11 - (weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === digits[12]

/**
 * Korean corporations have as many digits (their kind, 11 to 15, where a person has the day), Russian ones too (OGRN:
 * 1 or 5 first). Both have a check digit of their own.
 */
function isOfCompany(digits: readonly number[]): boolean {
  const kind = digits[4]! * 10 + digits[5]!
  const korean = (10 - (weighted(digits, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10)) % 10 === digits[12]
  const russian = (Number(digits.slice(0, 12).join('')) % 11) % 10 === digits[12]
  return (korean && kind >= 11 && kind <= 15) || (russian && (digits[0] === 1 || digits[0] === 5))
}

/**
 * Where in an input, as sent, such a number stands: the path to it. Null: nowhere. Without recursion, because nobody
 * has bounded the input yet.
 */
export function findResidentNumber(input: unknown, now: Instant): readonly (string | number)[] | null {
  const open: { value: unknown; path: readonly (string | number)[] }[] = [{ value: input, path: [] }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && holdsResidentNumber(value, now)) return path
    if (typeof value !== 'object' || value === null || value instanceof Blob) continue
    const parts = Array.isArray(value) ? value.entries() : Object.entries(value)
    for (const [key, part] of parts) open.push({ value: part, path: [...path, key] })
  }
  return null
}
