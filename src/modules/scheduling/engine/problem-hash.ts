import type { MeetingPosition, ScheduleProblem } from './problem.ts'

/** Two 32-bit multiplicative hashes side by side (after cyrb53): to recognise a problem, not to secure it. */
class TextHash {
  private high = 0xdeadbeef
  private low = 0x41c6ce57

  add(text: string): void {
    for (let at = 0; at < text.length; at++) this.addCode(text.charCodeAt(at))
    this.addCode(0x1f)
  }

  private addCode(code: number): void {
    this.high = Math.imul(this.high ^ code, 2654435761)
    this.low = Math.imul(this.low ^ code, 1597334677)
  }

  /** 16 hexadecimal digits. */
  digest(): string {
    let high = Math.imul(this.high ^ (this.high >>> 16), 2246822507)
    high ^= Math.imul(this.low ^ (this.low >>> 13), 3266489909)
    let low = Math.imul(this.low ^ (this.low >>> 16), 2246822507)
    low ^= Math.imul(high ^ (high >>> 13), 3266489909)
    return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
  }
}

const position = (at: MeetingPosition | undefined): string =>
  at === undefined ? '-' : `${at.slot}\u001e${at.interpreter ?? '-'}\u001e${at.place ?? '-'}`

const sortedLines = (lines: string[]): string[] => lines.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/**
 * Hash of the problem's meaning: the order of participants, interpreters, places, requests and capacities
 * does not change it; the order of slots, which is time, does.
 */
export function hashProblem(problem: ScheduleProblem): string {
  const hash = new TextHash()
  const slotRank = new Map(problem.slots.map((slot, at) => [slot.id, at]))
  const times = (ids: readonly string[]): string =>
    [...new Set(ids)]
      .map((id) => slotRank.get(id) ?? -1)
      .sort((a, b) => a - b)
      .join(',')
  const list = (name: string, lines: string[]): void => {
    hash.add(name)
    for (const line of sortedLines(lines)) hash.add(line)
  }
  const row = (...fields: readonly (string | number | undefined)[]): string =>
    fields.map((f) => f ?? '-').join('\u001e')

  hash.add('slots')
  for (const slot of problem.slots) hash.add(row(slot.id, slot.day, slot.startsAt, slot.endsAt))
  list(
    'places',
    problem.places.map((p) => row(p.id, p.kind, p.availableSlots === undefined ? '*' : times(p.availableSlots))),
  )
  list(
    'capacities',
    (problem.capacities ?? []).map((c) => row(c.slot, c.table, c.online)),
  )
  list(
    'participants',
    problem.participants.map((p) =>
      row(p.id, p.side, p.delegates ?? 1, times(p.availableSlots), p.maxMeetings, p.timeZone),
    ),
  )
  list(
    'interpreters',
    problem.interpreters.map((i) =>
      row(i.id, i.languagePairs.toSorted().join(','), times(i.availableSlots), i.maxConsecutiveSlots, i.maxMeetings),
    ),
  )
  list(
    'requests',
    problem.requests.map((r) =>
      row(
        r.id,
        r.host,
        r.guest,
        r.wish,
        r.weight,
        r.languagePair ?? '-',
        r.place,
        position(r.pinned),
        position(r.published),
      ),
    ),
  )
  // Later additions to the format, so that a problem without them keeps its hash.
  if (problem.bufferMinutes !== undefined) hash.add(row('buffer', problem.bufferMinutes))
  if (problem.fairness !== undefined) hash.add(row('floor', problem.fairness.floor))
  const buffered = problem.slots.filter((s) => s.bufferMinutes !== undefined)
  if (buffered.length > 0)
    list(
      'buffers',
      buffered.map((s) => row(s.id, s.bufferMinutes)),
    )
  const floored = problem.participants.filter((p) => p.minMeetings !== undefined)
  if (floored.length > 0)
    list(
      'floors',
      floored.map((p) => row(p.id, p.minMeetings)),
    )
  const restful = problem.interpreters.filter((i) => (i.maxConsecutiveMinutes ?? i.restMinutes) !== undefined)
  const naming = problem.requests.filter((r) => (r.hostDelegate ?? r.guestDelegate) !== undefined)
  if (restful.length > 0)
    list(
      'rests',
      restful.map((i) => row(i.id, i.maxConsecutiveMinutes, i.restMinutes)),
    )
  if (naming.length > 0)
    list(
      'delegates',
      naming.map((r) => row(r.id, r.hostDelegate, r.guestDelegate)),
    )
  return hash.digest()
}
