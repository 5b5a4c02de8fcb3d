import type { Id } from '../../../../kernel/id.ts'
import { addMinutes } from '../../../../kernel/instant.ts'
import type { Random } from '../../../demo/random.ts'
import { type Deed, type Prepared, oneOf } from '../deed.ts'
import type { Player } from '../player.ts'
import { type World, runnersAnd } from '../world.ts'

interface RequestRow {
  readonly id: Id
  readonly host: Id
  readonly guest: Id
}

/** Requests with the companies of both sides, in the order they were made. */
export const requestsOf = (world: World, where = 'true'): Promise<RequestRow[]> =>
  world.rows<RequestRow>(`
    select r.id, h.company_id as host, g.company_id as guest from meeting_request r
    join participant h on h.id = r.host_id join participant g on g.id = r.guest_id
    where r.programme_id = $1 and ${where} order by r.created_at, r.id`)

export const speakersOf = ({ representatives }: World, ...companyIds: readonly Id[]): Player[] =>
  representatives.filter(({ companyId }) => companyId !== null && companyIds.includes(companyId))

const askMeeting: Deed = {
  name: 'ask for a meeting',
  likely: { asking: 14, planning: 4, day: 1 },
  async prepare(world, random) {
    const { programmeId, eventId, markers } = world
    const host = random.pick(world.companies)
    const [guest] = random.draw(
      world.companies.filter(({ sideId }) => sideId !== host.sideId || random.chance(0.1)),
      1,
    )
    if (!guest) return null
    const note = markers.word('a note of a request', runnersAnd(world, host.companyId, guest.companyId))
    const wish = random.pick(['must', 'want'] as const)
    const [hostId, guestId] = [host.participantId, guest.participantId]
    return {
      by: random.chance(0.2) ? world.operators : speakersOf(world, host.companyId),
      call: ({ api }) => api.meetings.requestMeeting({ programmeId, eventId, hostId, guestId, wish, note }),
    }
  },
}

/** What there is to answer; now and then one that is answered. */
const waiting = (random: Random): string => (random.chance(0.85) ? `r.status = 'pending'` : 'true')

type Answer = (world: World, request: RequestRow, key: { programmeId: Id; eventId: Id; requestId: Id }) => Prepared

/** Something that is done with one of the live requests. */
const withRequest = (
  name: string,
  likely: Deed['likely'],
  where: (random: Random) => string,
  answer: Answer,
): Deed => ({
  name,
  likely,
  async prepare(world, random) {
    const request = oneOf(random, await requestsOf(world, `(${where(random)})`))
    const { programmeId, eventId } = world
    return request && answer(world, request, { programmeId, eventId, requestId: request.id })
  },
})

const acceptRequest = withRequest(
  'accept a request',
  { asking: 14, planning: 8, day: 1 },
  waiting,
  (world, { guest }, key) => ({
    by: speakersOf(world, guest),
    call: ({ api }) => api.meetings.acceptMeetingRequest(key),
  }),
)

const declineRequest = withRequest(
  'decline a request',
  { asking: 3, planning: 1 },
  waiting,
  (world, { host, guest }, key) => {
    const reason = world.markers.word('a reason to decline', runnersAnd(world, host, guest))
    return {
      by: speakersOf(world, guest),
      call: ({ api }) => api.meetings.declineMeetingRequest({ ...key, reason }),
    }
  },
)

const cancelRequest = withRequest(
  'cancel a request',
  { asking: 1, planning: 1, day: 1 },
  () => `r.status in ('pending', 'accepted')`,
  (world, { host, guest }, key) => ({
    by: speakersOf(world, host, guest),
    call: ({ api }) => api.meetings.cancelMeetingRequest(key),
  }),
)

const neverMeet: Deed = {
  name: 'never meet',
  likely: { asking: 1, planning: 1 },
  async prepare(world, random) {
    const { programmeId, eventId } = world
    const [company, unwanted] = random.draw(world.companies, 2)
    if (!company || !unwanted) return null
    const pair = { participantId: company.participantId, unwantedId: unwanted.participantId }
    const never = random.chance(0.7)
    return {
      by: speakersOf(world, company.companyId),
      call: ({ api }) => api.meetings.setNeverMeet({ programmeId, eventId, ...pair, never }),
    }
  },
}

const withdraw: Deed = {
  name: 'withdraw from the event',
  likely: { asking: 0.3, planning: 0.5 },
  async prepare(world, random) {
    const { programmeId, eventId } = world
    const { companyId, participantId } = random.pick(world.companies)
    return {
      by: speakersOf(world, companyId),
      call: ({ api }) => api.events.withdrawParticipant({ programmeId, eventId, participantId }),
    }
  },
}

const changeParticipation: Deed = {
  name: 'change a participation',
  likely: { asking: 1, planning: 1 },
  async prepare(world, random) {
    const { programmeId, eventId, timeslots } = world
    const { companyId, participantId } = random.pick(world.companies)
    const { startsAt } = random.pick(timeslots)
    const availability = random.chance(0.5) ? [] : [{ startsAt, endsAt: addMinutes(startsAt, 90) }]
    const languages = [random.pick(['ko', 'ru', 'en'])]
    const delegates = random.integer(1, 2)
    const facts = { delegates, attendance: 'online' as const, languages, maxMeetings: null, availability }
    return {
      by: [...speakersOf(world, companyId), ...world.operators],
      call: ({ api }) => api.events.updateParticipant({ programmeId, eventId, participantId, ...facts }),
    }
  },
}

const importCompanies: Deed = {
  name: 'import companies',
  likely: { asking: 1, planning: 0.3 },
  async prepare(world, random) {
    const { programmeId, operators } = world
    const first = random.integer(1, 3)
    const rows = [0, 1].map((more) => `IMP-${first + more},gyeonggi,Imported company ${first + more},KR`)
    const file = new File([['Code,Side,Name (English),Country', ...rows].join('\n')], 'companies.csv', {
      type: 'text/csv',
    })
    const [operator] = operators
    if (!operator) return null
    const { id: importId } = await operator.api.companies.previewImport({ programmeId, file, sheet: 'companies' })
    return { by: operators, call: ({ api }) => api.companies.applyImport({ programmeId, importId }) }
  },
}

export const requestDeeds: readonly Deed[] = [
  askMeeting,
  acceptRequest,
  declineRequest,
  cancelRequest,
  neverMeet,
  withdraw,
  changeParticipation,
  importCompanies,
]
