interface Spent {
  readonly server: number
  readonly worker: number
  readonly database: number
}

/** What one unit costs, read off the output of other benches. Processor time in ms of one core. */
export interface Costs {
  /** A person of an opening minute: sign in, read, ask, accept. */
  readonly visit: Spent
  readonly request: Spent & { readonly storedKb: number }
  readonly acceptance: Spent & { readonly storedKb: number }
  readonly companyStoredKb: number
  /** Somebody in a room: memory of the server, and processor time in ms a second while nothing happens. */
  readonly seat: { readonly memoryKb: number; readonly restMs: number; readonly joinMs: number }
  /** Entries that all readers of the journal have handled, a second. */
  readonly journalPerSecond: number
  /** Live messages that reach a listening process, a second. */
  readonly livePerSecond: number
  /** Pages of an article a second, with as many cores as `cores` serving and asking. */
  readonly pagesPerSecond: number
  readonly cores: number
}

/** How a programme is used on its busiest day. Each is an assumption, printed with the result. */
export const ASSUMPTIONS = {
  companies: 1000,
  /** Meetings of one programme at the same time, on its day. */
  meetingsAtOnce: 100,
  peopleInMeeting: 4,
  slotMinutes: 30,
  dayMinutes: 8 * 60,
  /** People come into their rooms within this time of a slot's beginning. */
  joinMinutes: 3,
  /** Of all people with a part in the event, in its opening minute. */
  openingShare: 0.5,
  openingMinutes: 10,
  requestsPerCompany: 6,
  acceptedShare: 0.6,
  /** Days over which requests are made, and the hours of each that have half of them. */
  requestDays: 10,
  articleViewsPerDay: 20_000,
  /** Programmes whose busiest day is the same one. */
  shareOnOneDay: 1,
  /** What a media server sends to one person: three others at 1.2 Mbit/s each. */
  mediaMegabitPerPerson: 3.6,
  /** Changes of a meeting that screens are told of. */
  changesPerMeeting: 4,
  /** The busiest second of a day of readers, against the average one. */
  articlePeak: 3,
} as const

/** What one machine or process has to give. */
export const UNITS = {
  /** A process of `naru server` uses one core; its memory is bounded by what V8 allows. */
  serverMemoryMb: 4000,
  serverUse: 0.6,
  databaseCores: 32,
  databaseUse: 0.6,
  connections: 14,
  databaseConnections: 500,
  mediaMegabitPerServer: 8000,
} as const

export interface Demand {
  readonly resource: string
  /** Of what it has to carry, at its busiest minute. */
  readonly needed: number
  /** Of one unit. */
  readonly perUnit: number
  readonly unit: string
  /** Whether another unit beside it helps. */
  readonly canBeAdded: boolean
}

interface Minute {
  requests: number
  acceptances: number
  visits: number
  joins: number
  seats: number
  changes: number
}

/** One day of `programmes` programmes, minute by minute; each begins at an hour of its own zone. */
export function* playDay(programmes: number, random: () => number): Generator<Minute> {
  const a = ASSUMPTIONS
  const busy = Math.round(programmes * a.shareOnOneDay)
  // All at once is the worst day and the one that is asked for; a little apart, as clocks and people are.
  const starts = Array.from({ length: busy }, () => Math.floor(random() * 10))
  const asked = (a.companies * a.requestsPerCompany) / (a.requestDays * 8 * 60)
  for (let minute = 0; minute < a.dayMinutes + 20; minute++) {
    const now: Minute = { requests: 0, acceptances: 0, visits: 0, joins: 0, seats: 0, changes: 0 }
    for (const start of starts) addProgramme(now, minute - start)
    // Programmes that are preparing ask and accept on the same day.
    now.requests += programmes * asked
    now.acceptances += programmes * asked * a.acceptedShare
    yield now
  }
}

function addProgramme(now: Minute, minute: number): void {
  const a = ASSUMPTIONS
  if (minute < 0 || minute >= a.dayMinutes) return
  const people = a.meetingsAtOnce * a.peopleInMeeting
  const inSlot = minute % a.slotMinutes
  now.seats += people
  if (inSlot < a.joinMinutes) now.joins += people / a.joinMinutes
  now.changes += (a.meetingsAtOnce * a.changesPerMeeting) / a.slotMinutes
  if (minute < a.openingMinutes) now.visits += (people * a.openingShare) / a.openingMinutes
}

/** What `programmes` need of each resource in the busiest minute of a day. */
export function demandsOf(costs: Costs, programmes: number, random: () => number): Demand[] {
  const a = ASSUMPTIONS
  const busiest = { server: 0, worker: 0, database: 0, seats: 0, journal: 0, notes: 0 }
  for (const minute of playDay(programmes, random)) {
    const { requests, acceptances, visits, joins, seats, changes } = minute
    const seconds = 60
    const server =
      (requests * costs.request.server +
        acceptances * costs.acceptance.server +
        visits * costs.visit.server +
        joins * costs.seat.joinMs) /
        seconds +
      seats * costs.seat.restMs
    const database =
      (requests * costs.request.database +
        acceptances * costs.acceptance.database +
        visits * costs.visit.database +
        joins * costs.acceptance.database) /
      seconds
    const worker =
      (requests * costs.request.worker + acceptances * costs.acceptance.worker + visits * costs.visit.worker) / seconds
    busiest.server = Math.max(busiest.server, server / 1000)
    busiest.worker = Math.max(busiest.worker, worker / 1000)
    busiest.database = Math.max(busiest.database, database / 1000)
    busiest.seats = Math.max(busiest.seats, seats)
    busiest.journal = Math.max(busiest.journal, (requests + acceptances + joins + changes) / seconds)
    // Each join and each change is told to every process that listens.
    busiest.notes = Math.max(busiest.notes, (joins + changes) / seconds)
  }
  const views = (programmes * a.articleViewsPerDay * a.articlePeak) / 86_400
  const stored =
    programmes *
    (a.companies * costs.companyStoredKb +
      a.companies * a.requestsPerCompany * (costs.request.storedKb + a.acceptedShare * costs.acceptance.storedKb))
  const media = busiest.seats * a.mediaMegabitPerPerson
  // Whichever of the two one process runs out of.
  const rooms = Math.max(
    (busiest.seats * costs.seat.restMs) / 1000 / UNITS.serverUse,
    (busiest.seats * costs.seat.memoryKb) / 1000 / UNITS.serverMemoryMb,
  )
  const servers = Math.max(
    1,
    Math.ceil(busiest.server / UNITS.serverUse),
    Math.ceil((busiest.seats * costs.seat.memoryKb) / 1000 / UNITS.serverMemoryMb),
  )
  return [
    demand('server processor', busiest.server, UNITS.serverUse, 'cores', true),
    demand('worker processor, without solving', busiest.worker, UNITS.serverUse, 'cores', true),
    demand('rooms', rooms, 1, 'servers', true),
    demand('database processor', busiest.database, UNITS.databaseCores * UNITS.databaseUse, 'cores', false),
    demand('database connections', servers * UNITS.connections, UNITS.databaseConnections, '', false),
    demand('journal, read in order', busiest.journal, costs.journalPerSecond, '1/s', false),
    // A message reaches every process, and each of them looks at every message.
    demand('live updates, heard by each process', busiest.notes, costs.livePerSecond, '1/s', false),
    demand('article views', views, costs.pagesPerSecond / costs.cores, '1/s', true),
    demand('picture and sound', media, UNITS.mediaMegabitPerServer, 'Mbit/s', true),
    demand('stored', stored / 1_000_000, 2000, 'GB', false),
  ]
}

const demand = (resource: string, needed: number, perUnit: number, unit: string, canBeAdded: boolean): Demand => ({
  resource,
  needed,
  perUnit,
  unit,
  canBeAdded,
})

/** At how many programmes a resource that cannot be added to is used up, the first first. */
export function breakingPoints(
  costs: Costs,
  most: number,
  seeded: () => () => number,
): { resource: string; programmes: number }[] {
  const resources = demandsOf(costs, 1, seeded()).filter(({ canBeAdded }) => !canBeAdded)
  return resources
    .map(({ resource }) => {
      const isBroken = (programmes: number) => {
        const found = demandsOf(costs, programmes, seeded()).find((each) => each.resource === resource)!
        return found.needed > found.perUnit
      }
      let [whole, broken] = [0, most * 64]
      while (broken - whole > 1) {
        const middle = Math.floor((whole + broken) / 2)
        if (isBroken(middle)) broken = middle
        else whole = middle
      }
      return { resource, programmes: broken }
    })
    .toSorted((a, b) => a.programmes - b.programmes)
}
