import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { schedulingContract } from '../contract.ts'
import { applyCheapestChange } from '../operations/apply-cheapest-change.ts'
import { applyRepair } from '../operations/apply-repair.ts'
import { createCalendarFeed } from '../operations/create-calendar-feed.ts'
import { pinMeeting, placeMeeting, removeMeeting } from '../operations/edit-draft.ts'
import { findCheapestChange } from '../operations/find-cheapest-change.ts'
import { nameDelegate } from '../operations/name-delegate.ts'
import { releaseSchedule } from '../operations/release-schedule.ts'
import { startRun } from '../operations/start-run.ts'
import { startStudy } from '../operations/start-study.ts'
import { stopRun } from '../operations/stop-run.ts'
import { stopStudy } from '../operations/stop-study.ts'
import { takeBackOutage } from '../operations/take-back-outage.ts'
import { mayNameDelegate } from '../domain/policy.ts'
import { calendarFile, zoneOf } from '../queries/calendar-file.ts'
import { compareWithReleased } from '../queries/compare-with-released.ts'
import { exportAgendas, exportProblem } from '../queries/export-schedule.ts'
import { listAgendas, listOwnAgendas, readAgenda, readMeetingAgenda } from '../queries/read-agenda.ts'
import { listOutages } from '../queries/list-outages.ts'
import { listStudies } from '../queries/list-studies.ts'
import { proposeRepair } from '../queries/propose-repair.ts'
import { readFairness } from '../queries/read-fairness.ts'
import { readBoard } from '../queries/read-board.ts'
import { readPeople } from '../queries/read-people.ts'
import { readLandings } from '../queries/read-landings.ts'
import { listVersions, readLatestRun } from '../queries/list-versions.ts'
import {
  presentAgenda,
  presentBoard,
  presentChoice,
  presentFairness,
  presentMeeting,
  presentOutage,
  presentOutcome,
  presentParty,
  presentRun,
  presentStudy,
  presentUnmet,
} from './present.ts'

const on = implementRoutes(schedulingContract)
const DONE = { ok: true } as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const schedulingRoutes = on.router({
  readBoard: on.readBoard.handler(async ({ input, context: { platform, actor } }) =>
    presentBoard(unwrap(await readBoard(platform, actor, input))),
  ),

  startRun: on.startRun.handler(async ({ input, context: { platform, actor } }) =>
    presentRun(unwrap(await startRun(platform, actor, input))),
  ),

  readRun: on.readRun.handler(async ({ input, context: { platform } }) => {
    const run = await readLatestRun(platform, input)
    return run && presentRun(run)
  }),

  readPeople: on.readPeople.handler(async ({ input, context: { platform, actor } }) => {
    const { host, guest } = unwrap(await readPeople(platform, actor, input))
    const present = (party: typeof host) =>
      presentParty(party, mayNameDelegate(actor, input.programmeId, party.companyId))
    return { host: present(host), guest: present(guest) }
  }),

  nameDelegate: on.nameDelegate.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await nameDelegate(platform, actor, input))
    return DONE
  }),

  stopRun: on.stopRun.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await stopRun(platform, actor, input))
    return DONE
  }),

  readLandings: on.readLandings.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await readLandings(platform, actor, input)).map(({ swapWith, ...row }) => ({
      ...row,
      swapWith: [...swapWith],
    })),
  })),

  placeMeeting: on.placeMeeting.handler(async ({ input, context: { platform, actor } }) => {
    const { revision, outcome, meeting } = unwrap(await placeMeeting(platform, actor, input))
    return { revision, outcome: presentOutcome(outcome), meeting: presentMeeting(meeting) }
  }),

  pinMeeting: on.pinMeeting.handler(async ({ input, context: { platform, actor } }) => {
    const { revision, outcome } = unwrap(await pinMeeting(platform, actor, input))
    return { revision, outcome: presentOutcome(outcome) }
  }),

  removeMeeting: on.removeMeeting.handler(async ({ input, context: { platform, actor } }) => {
    const { revision, outcome } = unwrap(await removeMeeting(platform, actor, input))
    return { revision, outcome: presentOutcome(outcome) }
  }),

  findCheapestChange: on.findCheapestChange.handler(async ({ input, context: { platform, actor } }) =>
    presentUnmet(unwrap(await findCheapestChange(platform, actor, input))),
  ),

  applyCheapestChange: on.applyCheapestChange.handler(async ({ input, context: { platform, actor } }) =>
    presentRun(unwrap(await applyCheapestChange(platform, actor, input))),
  ),

  proposeRepair: on.proposeRepair.handler(async ({ input, context: { platform, actor } }) => {
    const { choices, frozenTimeslots, ...rest } = unwrap(await proposeRepair(platform, actor, input))
    return { ...rest, frozenTimeslots: [...frozenTimeslots], choices: choices.map(presentChoice) }
  }),

  applyRepair: on.applyRepair.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await applyRepair(platform, actor, input)),
  ),

  listOutages: on.listOutages.handler(async ({ input, context: { platform } }) => ({
    rows: (await listOutages(platform, input)).map(presentOutage),
  })),

  takeBackOutage: on.takeBackOutage.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await takeBackOutage(platform, actor, input))
    return DONE
  }),

  startStudy: on.startStudy.handler(async ({ input, context: { platform, actor } }) =>
    presentStudy(unwrap(await startStudy(platform, actor, input))),
  ),

  listStudies: on.listStudies.handler(async ({ input, context: { platform } }) => ({
    rows: (await listStudies(platform, input)).map(presentStudy),
  })),

  stopStudy: on.stopStudy.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await stopStudy(platform, actor, input))
    return DONE
  }),

  readFairness: on.readFairness.handler(async ({ input, context: { platform, actor } }) =>
    presentFairness(unwrap(await readFairness(platform, actor, input))),
  ),

  compareWithReleased: on.compareWithReleased.handler(async ({ input, context: { platform, actor } }) => {
    const { rows, toldParticipants, toldInterpreters, ...rest } = unwrap(
      await compareWithReleased(platform, actor, input),
    )
    return {
      ...rest,
      rows: rows.map(({ before, after, ...row }) => ({
        ...row,
        before: before && presentMeeting(before),
        after: after && presentMeeting(after),
      })),
      toldParticipants: [...toldParticipants],
      toldInterpreters: [...toldInterpreters],
    }
  }),

  releaseSchedule: on.releaseSchedule.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await releaseSchedule(platform, actor, input)),
  ),

  listVersions: on.listVersions.handler(async ({ input, context: { platform } }) => ({
    rows: await listVersions(platform, input),
  })),

  readAgenda: on.readAgenda.handler(async ({ input, context: { platform, actor } }) => {
    const agenda = await readAgenda(platform, actor, input)
    // Nothing of one's own released yet is an empty page, somebody else's day is a 404.
    const own = input.participantId === undefined && input.interpreterId === undefined
    return own && !agenda.ok ? null : presentAgenda(unwrap(agenda))
  }),

  listMyAgendas: on.listMyAgendas.handler(async ({ input, context: { platform, actor } }) => ({
    rows: (await listOwnAgendas(platform, actor, input.programmeId)).map(presentAgenda),
  })),

  listAgendas: on.listAgendas.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await listAgendas(platform, actor, input)).map(presentAgenda),
  })),

  downloadMeetingCalendar: on.downloadMeetingCalendar.handler(
    async ({ input, context: { platform, actor, locale } }) => {
      const { agenda, entry } = unwrap(await readMeetingAgenda(platform, actor, input))
      const host = new URL(platform.config.baseUrl).hostname
      const text = calendarFile(agenda, [entry], { locale, timeZone: zoneOf(agenda), host })
      return new File([text], 'meeting.ics', { type: 'text/calendar; charset=utf-8' })
    },
  ),

  createCalendarFeed: on.createCalendarFeed.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await createCalendarFeed(platform, actor, input)),
  ),

  exportSchedule: on.exportSchedule.handler(async ({ input, context: { platform, actor } }) => {
    if (input.format === 'problem-json') {
      const problem = unwrap(await exportProblem(platform, actor, input))
      return new File([JSON.stringify(problem, null, 1)], 'schedule-problem.json', { type: 'application/json' })
    }
    const workbook = unwrap(await exportAgendas(platform, actor, input))
    return new File([new Uint8Array(workbook)], 'schedule.xlsx', { type: XLSX })
  }),
})
