import type { z } from 'zod'
import type {
  agenda,
  board,
  fairnessPicture,
  meeting,
  outage,
  outcome,
  peopleOfParty,
  repairChoice,
  run,
  study,
  unmet,
} from '../contract.ts'
import type { PlannedMeeting } from '../domain/facts.ts'
import type { Outcome, UnmetOutcome } from '../domain/outcome.ts'
import type { RepairChoice } from '../domain/repair.ts'
import { type RunProgress, emptyProgress } from '../domain/run-progress.ts'
import type { PartyPeople } from '../queries/read-people.ts'
import type { FairnessPicture } from '../queries/read-fairness.ts'
import type { OutageRow } from '../queries/list-outages.ts'
import type { StudyRow } from '../queries/list-studies.ts'
import { zoneOf } from '../queries/calendar-file.ts'
import { type Board, boardDerivations } from '../queries/read-board.ts'
import type { RunRow } from '../queries/list-versions.ts'
import type { Agenda } from '../queries/read-agenda.ts'

export const presentRun = ({ progress, ...row }: RunRow): z.input<typeof run> => ({
  ...row,
  progress: { ...emptyProgress(0), ...(progress as Partial<RunProgress>) } as z.input<typeof run>['progress'],
})

export const presentMeeting = (planned: PlannedMeeting): z.input<typeof meeting> => ({
  requestId: planned.requestId,
  timeslotId: planned.timeslotId,
  placeId: planned.placeId,
  interpreterId: planned.interpreterId,
  hostDelegate: planned.hostDelegate,
  guestDelegate: planned.guestDelegate,
  pinned: planned.pinned,
})

export function presentBoard(view: Board): z.input<typeof board> {
  const { facts, labels } = view
  const { timeslotsOf, needsOf } = boardDerivations(view)
  const participants = new Map(facts.participants.map((participant) => [participant.id, participant]))
  const released = facts.released
  return {
    eventId: facts.eventId,
    eventName: labels.eventName,
    revision: facts.draft.revision,
    sides: [...labels.sides],
    timeslots: facts.timeslots.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
    places: [...labels.places],
    participants: labels.participants.flatMap((label) => {
      const fact = participants.get(label.id)
      const { sideId, delegates, attendance } = fact ?? {}
      return sideId && delegates && attendance
        ? [{ ...label, sideId, delegates, attendance, timeslots: timeslotsOf.get(label.id) ?? [] }]
        : []
    }),
    interpreters: labels.interpreters.map((label) => ({
      ...label,
      languagePairs: [...(facts.interpreters.find(({ id }) => id === label.id)?.languagePairs ?? [])],
      timeslots: timeslotsOf.get(label.id) ?? [],
    })),
    requests: facts.requests.flatMap((request) => {
      const needs = needsOf.get(request.id)
      return needs ? [{ ...request, ...needs }] : []
    }),
    meetings: facts.draft.meetings.map(presentMeeting),
    outcome: presentOutcome(facts.draft.outcome),
    released: released && {
      number: released.number,
      releasedAt: released.releasedAt,
      meetings: released.meetings.filter(({ status }) => status === 'planned').map(presentMeeting),
    },
    run: view.run && presentRun(view.run),
    may: { edit: view.mayEdit },
  }
}

/** An outcome is stored in its wire form; the contract checks it on the way out. */
export const presentOutcome = (stored: Outcome): z.input<typeof outcome> => stored as unknown as z.input<typeof outcome>

export function presentAgenda(released: Agenda): z.input<typeof agenda> {
  const { holder } = released
  return {
    eventId: released.eventId,
    eventName: released.eventName,
    participantId: holder.participantId,
    interpreterId: holder.interpreterId,
    version: released.version,
    releasedAt: released.releasedAt,
    holderName: holder.name,
    zones: [...released.zones],
    ownTimeZone: zoneOf(released),
    entries: released.entries.map((entry) => {
      const partner = entry.asHost ? 'guest' : 'host'
      return {
        requestId: entry.requestId,
        startsAt: entry.startsAt,
        endsAt: entry.endsAt,
        partnerName: entry[`${partner}Name`],
        partnerCode: entry[`${partner}Code`],
        partnerSideId: entry[`${partner}SideId`],
        hostName: entry.hostName,
        guestName: entry.guestName,
        placeKind: entry.placeKind,
        placeName: entry.placeName,
        interpreterName: entry.interpreterName,
        languagePair: entry.languagePair,
        attends: entry[`${entry.asHost ? 'host' : 'guest'}Attends`],
        partnerAttends: entry[`${partner}Attends`],
        cancelled: entry.cancelled,
      }
    }),
  }
}

/** As above: an unmet request is stored in its wire form. */
export const presentUnmet = (found: UnmetOutcome): z.input<typeof unmet> => found as unknown as z.input<typeof unmet>

export const presentChoice = ({
  rows,
  changes,
  value,
  toldParticipants,
  toldInterpreters,
  ...choice
}: RepairChoice): z.input<typeof repairChoice> => ({
  ...choice,
  value,
  rows: rows.map(({ before, after, ...row }) => ({
    ...row,
    before: before && presentMeeting(before),
    after: after && presentMeeting(after),
  })),
  changes: changes.map(({ requestId, after }) => ({ requestId, after: after && presentMeeting(after) })),
  toldParticipants: [...toldParticipants],
  toldInterpreters: [...toldInterpreters],
})

/** The people of a company are its own affair: the other side learns who attends and no more. */
export function presentParty(
  { companyName, delegates, attending, choices }: PartyPeople,
  mayName: boolean,
): z.input<typeof peopleOfParty> {
  return { companyName, delegates, attending, choices: mayName ? [...choices] : [], may: { name: mayName } }
}

export const presentOutage = ({ timeslotIds, ...row }: OutageRow): z.input<typeof outage> => ({
  ...row,
  timeslotIds: [...timeslotIds],
})

export const presentStudy = ({ points, ...row }: StudyRow): z.input<typeof study> => ({ ...row, points: [...points] })

export const presentFairness = ({
  participants,
  sides,
  leftOut,
}: FairnessPicture): z.input<typeof fairnessPicture> => ({
  participants: participants.flatMap(({ id, side, ...share }) =>
    side === null ? [] : [{ participantId: id, sideId: side, ...share }],
  ),
  sides: sides.flatMap(({ side, ...share }) => (side === null ? [] : [{ sideId: side, ...share }])),
  leftOut: [...leftOut],
})
