import type { Id } from '../../../../kernel/id.ts'
import { addMinutes } from '../../../../kernel/instant.ts'
import type { Random } from '../../../demo/random.ts'
import { type Deed, oneOf } from '../deed.ts'
import type { Api } from '../player.ts'
import type { World } from '../world.ts'
import { requestsOf } from './requests.ts'

type Disturbance = Parameters<Api['scheduling']['proposeRepair']>[0]['disturbance']

interface DraftRow {
  readonly revision: number
  readonly requestIds: readonly Id[]
}

/** Revision 0 and nothing in it while there is no draft. */
async function readDraft(world: World): Promise<DraftRow> {
  const [draft] = await world.rows<DraftRow>(`
    select s.revision, coalesce((select array_agg(m.request_id order by m.request_id) from scheduled_meeting m
      where m.schedule_id = s.id), '{}') as "requestIds"
    from schedule s where s.programme_id = $1 and s.kind = 'draft'`)
  return draft ?? { revision: 0, requestIds: [] }
}

const placeMeeting: Deed = {
  name: 'place a meeting',
  likely: { planning: 9, day: 2 },
  async prepare(world, random) {
    const { programmeId, eventId, operators } = world
    const request = oneOf(random, await requestsOf(world, `r.status = 'accepted'`))
    if (!request) return null
    const { revision } = await readDraft(world)
    const where = { timeslotId: random.pick(world.timeslots).id, pinned: random.chance(0.2) }
    return {
      by: operators,
      call: ({ api }) =>
        api.scheduling.placeMeeting({ programmeId, eventId, requestId: request.id, revision, ...where }),
    }
  },
}

const removeMeeting: Deed = {
  name: 'take a meeting out',
  likely: { planning: 1, day: 0.5 },
  async prepare(world, random) {
    const { programmeId, eventId, operators } = world
    const { revision, requestIds } = await readDraft(world)
    const requestId = oneOf(random, requestIds)
    if (!requestId) return null
    return {
      by: operators,
      call: ({ api }) => api.scheduling.removeMeeting({ programmeId, eventId, requestId, revision }),
    }
  },
}

const startRun: Deed = {
  name: 'start a run',
  likely: { planning: 0.5 },
  async prepare(world, random) {
    const { programmeId, eventId, operators } = world
    const seed = random.integer(1, 1000)
    return { by: operators, call: ({ api }) => api.scheduling.startRun({ programmeId, eventId, budgetMs: 10, seed }) }
  },
}

const release: Deed = {
  name: 'release the schedule',
  likely: { planning: 4, day: 2 },
  async prepare(world) {
    const { programmeId, eventId, operators } = world
    const { revision } = await readDraft(world)
    if (revision === 0) return null
    return {
      by: operators,
      call: ({ api }) => api.scheduling.releaseSchedule({ programmeId, eventId, revision, note: null }),
    }
  },
}

function drawDisturbance(world: World, random: Random, draft: DraftRow): Disturbance | null {
  const from = random.chance(0.5) ? null : random.pick(world.timeslots).startsAt
  const { participantId } = random.pick(world.companies)
  const requestId = oneOf(random, draft.requestIds)
  const interpreterId = random.pick(world.interpreters).interpreterId
  switch (random.integer(1, 5)) {
    case 1:
      return requestId === null ? null : { code: 'cancelled', requestId }
    case 2:
      return { code: 'no-show', participantId, from }
    case 3:
      return { code: 'late-arrival', participantId, until: addMinutes(random.pick(world.timeslots).startsAt, 10) }
    case 4:
      return interpreterId === null ? null : { code: 'interpreter-lost', interpreterId, from, until: null }
    default:
      return { code: 'place-lost', placeId: random.pick(world.placeIds), from, until: null }
  }
}

const repair: Deed = {
  name: 'repair after a disturbance',
  likely: { planning: 1, day: 4 },
  async prepare(world, random) {
    const { programmeId, eventId, operators } = world
    const draft = await readDraft(world)
    const disturbance = draft.revision > 0 ? drawDisturbance(world, random, draft) : null
    const [operator] = operators
    if (!operator || !disturbance) return null
    const disturbed = { programmeId, eventId, disturbance, frozenMinutes: 20 }
    const proposal = await operator.api.scheduling.proposeRepair(disturbed).catch(() => null)
    const choice = proposal && oneOf(random, proposal.choices)
    if (!choice) return null
    const { revision } = proposal
    const wanted = { changes: choice.changes, release: random.chance(0.7), note: null }
    return { by: operators, call: ({ api }) => api.scheduling.applyRepair({ ...disturbed, revision, ...wanted }) }
  },
}

const takeBackOutage: Deed = {
  name: 'take an outage back',
  likely: { day: 0.5 },
  async prepare(world, random) {
    const { programmeId, eventId, operators } = world
    const outage = oneOf(
      random,
      await world.rows<{ id: Id }>('select id from outage where programme_id = $1 order by recorded_at, id'),
    )
    if (!outage) return null
    return {
      by: operators,
      call: ({ api }) => api.scheduling.takeBackOutage({ programmeId, eventId, outageId: outage.id }),
    }
  },
}

export const scheduleDeeds: readonly Deed[] = [placeMeeting, removeMeeting, startRun, release, repair, takeBackOutage]
