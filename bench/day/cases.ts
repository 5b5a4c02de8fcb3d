import { generateProgramme, SOURCE_CASE } from '../../src/app/demo/generate-programme.ts'
import type { GeneratedProgramme, ProgrammeSizes } from '../../src/app/demo/generated.ts'
import { addMinutes } from '../../src/kernel/instant.ts'
import type { Interval } from '../../src/kernel/interval.ts'
import { languagePair } from '../../src/modules/meetings/index.ts'
import { type ScheduleFacts, withMorningPlan } from '../../src/modules/scheduling/testing/simulate-day.ts'

const NO_OUTCOME = { value: null, bound: null, unmet: [], issues: [], seed: null, elapsedMs: null }

/** Twenty-two and eighteen companies between two time zones, as in the demo. */
export const sourceCase = (): ScheduleFacts => withMorningPlan(factsOf(SOURCE_CASE), 30_000)

/** A hundred companies a side. */
export const eventOf200 = (): ScheduleFacts =>
  withMorningPlan(
    factsOf({
      ...SOURCE_CASE,
      seed: 200,
      realOrganisations: false,
      gyeonggi: 100,
      russia: 100,
      interpreters: 30,
      accepted: 500,
      pending: 0,
      declined: 0,
      expired: 0,
    }),
    60_000,
  )

export const CASES = { 'source-case': sourceCase, 'event-of-200': eventOf200 } as const
export type CaseName = keyof typeof CASES

/** What scheduling needs of a generated programme, as its store would read it. */
function factsOf(sizes: ProgrammeSizes): ScheduleFacts {
  const { event, participants, interpreters, requests, companies, programme }: GeneratedProgramme =
    generateProgramme(sizes)
  const sideOf = new Map(companies.map(({ code, side }) => [code, side]))
  const sizeOf = new Map(companies.map(({ code, size }) => [code, size]))
  const zoneOf = new Map(programme.sides.map(({ code, timeZone }) => [code, timeZone]))
  const languages = new Map(participants.map((participant) => [participant.company, participant.languages]))
  const timeslots = event.blocks.flatMap(slotsOf)
  const places = (kind: 'table' | 'online', count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `${kind}${n}`, kind, outages: [] }))
  return {
    programmeId: 'programme',
    eventId: 'event',
    timeZone: programme.sides[0]?.timeZone ?? 'UTC',
    screeningInForce: false,
    timeslots: timeslots.map((slot, n) => ({ ...slot, id: `t${n}` })),
    places: [...places('table', event.tables), ...places('online', event.online)],
    participants: participants.map(({ company, delegates, attendance, maxMeetings, availability }) => {
      const sideId = sideOf.get(company) ?? ''
      const timeZone = zoneOf.get(sideId) ?? 'UTC'
      const companySize = sizeOf.get(company) ?? null
      return {
        id: company,
        sideId,
        timeZone,
        companySize,
        delegates,
        attendance,
        maxMeetings,
        availability,
        outages: [],
      }
    }),
    interpreters: interpreters.map(({ name, languagePairs, maxConsecutiveMinutes, availability }) => {
      return { id: name.replaceAll(' ', '_'), languagePairs, maxConsecutiveMinutes, availability, outages: [] }
    }),
    requests: requests
      .filter(({ fate }) => fate === 'accepted')
      .map(({ host, guest, wish }) => ({
        id: `${host}-${guest}`,
        hostId: host,
        guestId: guest,
        wish,
        score: null,
        hostDelegate: null,
        guestDelegate: null,
        languagePair: languagePair(languages.get(host) ?? [], languages.get(guest) ?? []),
      })),
    draft: { scheduleId: 'draft', revision: 1, meetings: [], outcome: NO_OUTCOME },
    released: null,
    solving: false,
  }
}

interface Slotted extends Interval {
  readonly slotMinutes: number
  readonly bufferMinutes: number
}

function slotsOf({ startsAt, endsAt, slotMinutes, bufferMinutes }: Slotted): (Interval & { bufferMinutes: number })[] {
  const slots: (Interval & { bufferMinutes: number })[] = []
  for (let at = startsAt; addMinutes(at, slotMinutes) <= endsAt; at = addMinutes(at, slotMinutes + bufferMinutes))
    slots.push({ startsAt: at, endsAt: addMinutes(at, slotMinutes), bufferMinutes })
  return slots
}
