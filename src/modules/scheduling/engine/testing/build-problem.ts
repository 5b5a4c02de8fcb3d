import type { ScheduleInterpreter, ScheduleParticipant, ScheduleProblem, ScheduleRequest } from '../problem.ts'
import { Random } from '../random.ts'

export interface BuildOptions {
  readonly seed: number
  readonly hosts: number
  readonly guests: number
  readonly requests: number
  readonly slots: number
  readonly days?: number
  /** Meetings at once; as named tables when `namesTables`. */
  readonly tables: number
  readonly namesTables?: boolean
  readonly interpreters?: number
  /** Share of requests that need an interpreter. */
  readonly interpreted?: number
  /** Share of participants that are away for some slots. */
  readonly partTime?: number
  readonly musts?: number
}

const PAIRS = ['ko-ru', 'en-ko', 'en-ru', 'ko-zh', 'en-zh'] as const

/** A seeded event of two sides: some companies are asked for much more than others, some come late or leave early. */
export function buildProblem(options: BuildOptions): ScheduleProblem {
  const random = new Random(options.seed)
  const days = options.days ?? 1
  const perDay = Math.ceil(options.slots / days)
  const slots = Array.from({ length: options.slots }, (_, t) => ({
    id: name('s', t),
    day: `d${Math.floor(t / perDay)}`,
  }))
  const ids = slots.map((slot) => slot.id)
  const availability = (): string[] => {
    if (random.fraction() >= (options.partTime ?? 0.2)) return ids
    const away = 1 + random.below(Math.max(1, Math.floor(options.slots / 3)))
    return random.below(2) === 0 ? ids.slice(away) : ids.slice(0, -away)
  }
  const side = (prefix: string, count: number): ScheduleParticipant[] =>
    Array.from({ length: count }, (_, p) => ({ id: name(prefix, p), side: prefix, availableSlots: availability() }))
  const hosts = side('h', options.hosts)
  const guests = side('g', options.guests)
  const pairs = PAIRS.slice(0, Math.max(1, Math.min(PAIRS.length, options.interpreters ?? 0)))
  const interpreters: ScheduleInterpreter[] = Array.from({ length: options.interpreters ?? 0 }, (_, i) => ({
    id: name('i', i),
    languagePairs: [pairs[i % pairs.length]!, pairs[random.below(pairs.length)]!],
    availableSlots: availability(),
  }))
  return {
    format: 'naru-schedule-problem/1',
    slots,
    places:
      options.namesTables === true
        ? Array.from({ length: options.tables }, (_, k) => ({ id: name('t', k), kind: 'table' as const }))
        : [],
    ...(options.namesTables === true ? {} : { capacities: ids.map((slot) => ({ slot, table: options.tables })) }),
    participants: [...hosts, ...guests],
    interpreters,
    requests: buildRequests(options, random, hosts, guests, interpreters.length > 0 ? pairs : []),
  }
}

const name = (prefix: string, at: number): string => prefix + String(at).padStart(5, '0')

/** Squared chance favours the first of the list: the much sought after. */
const popular = (random: Random, count: number): number => Math.floor(random.fraction() ** 1.6 * count)

function buildRequests(
  options: BuildOptions,
  random: Random,
  hosts: readonly ScheduleParticipant[],
  guests: readonly ScheduleParticipant[],
  pairs: readonly string[],
): ScheduleRequest[] {
  const seen = new Set<number>()
  const requests: ScheduleRequest[] = []
  const most = Math.min(options.requests, hosts.length * guests.length)
  while (requests.length < most) {
    const h = popular(random, hosts.length)
    const g = random.below(4) === 0 ? popular(random, guests.length) : random.below(guests.length)
    if (seen.has(h * guests.length + g)) continue
    seen.add(h * guests.length + g)
    const needsInterpreter = pairs.length > 0 && random.fraction() < (options.interpreted ?? 0.3)
    requests.push({
      id: name('r', requests.length),
      host: hosts[h]!.id,
      guest: guests[g]!.id,
      wish: random.fraction() < (options.musts ?? 0) ? 'must' : 'want',
      weight: 1 + Math.floor(random.fraction() ** 2 * 9),
      languagePair: needsInterpreter ? pairs[random.below(pairs.length)]! : null,
      place: 'table',
    })
  }
  return requests
}
