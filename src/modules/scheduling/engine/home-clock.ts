/** What a clock at home shows: `2020-10-26` and `15:00`. */
interface HomeClock {
  readonly date: string
  readonly time: string
}

const DAY_BEGINS = '08:00'
const DAY_ENDS = '19:00'

/** True when the slot begins before 8 or ends after 19 o'clock at home, or over midnight; false where that is unknown. */
export function isUnsocial(
  { startsAt, endsAt }: { readonly startsAt?: string; readonly endsAt?: string },
  zone: string | undefined,
): boolean {
  if (zone === undefined || startsAt === undefined || endsAt === undefined) return false
  const [from, to] = [homeClock(startsAt, zone), homeClock(endsAt, zone)]
  if (from === null || to === null) return false
  return from.time < DAY_BEGINS || to.time > DAY_ENDS || from.date !== to.date
}

const formats = new Map<string, Intl.DateTimeFormat | null>()

/** Reads RFC 3339 instants on the clocks of a zone; null when the zone or the instant is not a known one. */
function homeClock(instant: string, zone: string): HomeClock | null {
  const format = formatOf(zone)
  const ms = Date.parse(instant)
  if (format === null || Number.isNaN(ms)) return null
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(ms)) part[type] = value
  return { date: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` }
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = makeFormat(zone)
  formats.set(zone, format)
  return format
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const digits = '2-digit' as const
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
    })
  } catch {
    return null
  }
}
