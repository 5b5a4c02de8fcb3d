/**
 * Classes and codes of PostgreSQL (appendix A) that say nothing of the request: the connection is gone or cannot be had
 * (08), resources are short (53), somebody stops the server (57P), a read-only standby (25006), its disk fails (58).
 */
const OF_THE_SERVER = /^(?:08|53|57P|58)|^25006$/

/** Of the operating system: nobody listens, the connection broke, the disk is full or may not be written. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EROFS',
  'EMFILE',
  'ENFILE',
  'EIO',
])

/** The driver gives these no code, and the embedded database a general one for what its disk refuses. */
const BY_THEIR_WORDS =
  /^(?:could not (?:extend|write|create|open|fsync|flush|rename|truncate)\b.* file|Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|The embedded database ended)/

/**
 * The database or the disk cannot do it at the moment, whatever was asked: the same request may succeed later. What a
 * request decides by itself, such as a broken constraint, is none of this.
 */
export function isUnavailable(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const { code } = each as { code?: unknown }
    if (typeof code === 'string' && (OF_THE_SYSTEM.has(code) || (code.length === 5 && OF_THE_SERVER.test(code))))
      return true
    if (BY_THEIR_WORDS.test(each.message)) return true
    // The database and `connect` try several addresses, and say only together why none answered.
    if (each instanceof AggregateError && each.errors.some(isUnavailable)) return true
  }
  return false
}
