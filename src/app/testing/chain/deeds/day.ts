import type { Id } from '../../../../kernel/id.ts'
import { CASE_STATES } from '../../../../modules/cases/contract.ts'
import type { Random } from '../../../demo/random.ts'
import { type Deed, oneOf } from '../deed.ts'
import { type World, runnersAnd } from '../world.ts'
import { speakersOf } from './requests.ts'

interface MeetingRow {
  readonly id: Id
  readonly host: Id
  readonly guest: Id
  readonly interpreter: Id | null
}

/** Meetings of the newest released version. */
const meetingsOf = (world: World): Promise<MeetingRow[]> =>
  world.rows<MeetingRow>(`
    select r.id, h.company_id as host, g.company_id as guest, m.interpreter_id as interpreter
    from scheduled_meeting m join meeting_request r on r.id = m.request_id
    join participant h on h.id = r.host_id join participant g on g.id = r.guest_id
    where m.schedule_id = (select id from schedule where programme_id = $1 and kind = 'released' order by number desc limit 1)
    order by r.created_at, r.id`)

const interpretersOf = ({ interpreters }: World, { interpreter }: MeetingRow) =>
  interpreters.filter(({ interpreterId }) => interpreterId !== null && interpreterId === interpreter)

const sayAttendance: Deed = {
  name: 'say who was there',
  likely: { day: 5, after: 3 },
  async prepare(world, random) {
    const { programmeId } = world
    const meeting = oneOf(random, await meetingsOf(world))
    if (!meeting) return null
    const word = { party: random.pick(['host', 'guest'] as const), attended: random.chance(0.8), note: null }
    return {
      by: [...speakersOf(world, meeting.host, meeting.guest), ...world.operators],
      call: ({ api }) => api.rooms.sayAttendance({ programmeId, requestId: meeting.id, ...word }),
    }
  },
}

const writeLog: Deed = {
  name: 'write a log',
  likely: { day: 4, after: 5 },
  async prepare(world, random) {
    const { programmeId, markers } = world
    const meeting = oneOf(random, await meetingsOf(world))
    if (!meeting) return null
    const seat = random.pick(['host', 'guest', 'interpreter'] as const)
    const [log] = await world.rows<{ revision: number }>(
      'select revision from meeting_log where programme_id = $1 and request_id = $2 and written_as = $3',
      meeting.id,
      seat,
    )
    const ofTheRoom = runnersAnd(world, meeting.host, meeting.guest)
    // Who interprets may change: of interpreters the run knows only that strangers are none.
    const isInterpreter = (reader: { readonly name: string }) =>
      world.interpreters.some(({ name }) => name === reader.name)
    const note = markers.word('a meeting log', (reader) => ofTheRoom(reader) || isInterpreter(reader))
    const nextStep = random.chance(0.6)
      ? markers.word('a next step', (reader) => ofTheRoom(reader) || isInterpreter(reader))
      : null
    const content = { attended: 'both' as const, interest: 4, agreementKind: 'none' as const, note, nextStep }
    return {
      by: seat === 'interpreter' ? interpretersOf(world, meeting) : speakersOf(world, meeting[seat]),
      call: ({ api }) =>
        api.rooms.writeLog({ programmeId, requestId: meeting.id, ...content, revision: log?.revision ?? 0 }),
    }
  },
}

const signLog: Deed = {
  name: 'sign a log off',
  likely: { day: 2, after: 6 },
  async prepare(world, random) {
    const { programmeId } = world
    const record = oneOf(
      random,
      await world.rows<{ id: Id; revision: number; host: Id; guest: Id }>(`
        select r.id, d.revision, h.company_id as host, g.company_id as guest from meeting_record d
        join meeting_request r on r.id = d.request_id
        join participant h on h.id = r.host_id join participant g on g.id = r.guest_id
        where d.programme_id = $1 order by r.created_at, r.id`),
    )
    if (!record) return null
    return {
      by: speakersOf(world, record.host, record.guest),
      call: ({ api }) => api.rooms.signLog({ programmeId, requestId: record.id, revision: record.revision }),
    }
  },
}

const openCase: Deed = {
  name: 'open a case',
  likely: { day: 0.5, after: 1 },
  async prepare(world, random) {
    const { programmeId, operators, markers } = world
    const [host, guest] = random.draw(world.companies, 2)
    if (!host || !guest) return null
    const about = markers.word('what a case is about', runnersAnd(world))
    const facts = { hostCompanyId: host.companyId, guestCompanyId: guest.companyId, about, nextAction: null }
    return { by: operators, call: ({ api }) => api.cases.openCase({ programmeId, ...facts }) }
  },
}

const changeCase: Deed = {
  name: 'work on a case',
  likely: { after: 5 },
  async prepare(world, random) {
    const { programmeId, operators, markers } = world
    const found = oneOf(
      random,
      await world.rows<{ caseId: Id; revision: number }>(
        'select id as "caseId", revision from cooperation_case where programme_id = $1 order by opened_at, id',
      ),
    )
    if (!found) return null
    const { caseId } = found
    const change = drawCaseChange(random)
    if (change === 'note') {
      const text = markers.word('a note to a case', runnersAnd(world))
      return { by: operators, call: ({ api }) => api.cases.addCaseNote({ programmeId, caseId, text }) }
    }
    if (change === 'plan') {
      const nextAction = markers.word('what is next in a case', runnersAnd(world))
      const plan = { nextAction, nextActionOn: '2020-11-20' }
      return { by: operators, call: ({ api }) => api.cases.planCase({ programmeId, ...found, ...plan }) }
    }
    return { by: operators, call: ({ api }) => api.cases.moveCase({ programmeId, ...found, state: change }) }
  },
}

const drawCaseChange = (random: Random) => random.pick([...CASE_STATES, ...CASE_STATES, 'note', 'plan'] as const)

const writeFromDesk: Deed = {
  name: 'write from the desk',
  likely: { day: 1 },
  async prepare(world, random) {
    const { programmeId, operators, markers } = world
    const meeting = oneOf(random, await meetingsOf(world))
    if (!meeting) return null
    const ofTheRoom = runnersAnd(world, meeting.host, meeting.guest)
    const isInterpreter = (reader: { readonly name: string }) =>
      world.interpreters.some(({ name }) => name === reader.name)
    const text = markers.word('a message from the desk', (reader) => ofTheRoom(reader) || isInterpreter(reader))
    return { by: operators, call: ({ api }) => api.rooms.writeFromDesk({ programmeId, requestId: meeting.id, text }) }
  },
}

export const dayDeeds: readonly Deed[] = [sayAttendance, writeLog, signLog, openCase, changeCase, writeFromDesk]
