import { idleSlotsOf } from './constraints.ts'
import { isUnsocial } from './home-clock.ts'
import type { ScheduleProblem } from './problem.ts'
import { viewSchedule } from './schedule-view.ts'
import type { ScheduleSolution } from './solution.ts'

export interface FairnessShare {
  readonly asked: number
  readonly held: number
  readonly breaks: number
  readonly idleSlots: number
  /** Meetings that begin before 8 or end after 19 o'clock at home. */
  readonly unsocial: number
}

export interface FairnessPicture {
  readonly participants: readonly (FairnessShare & { readonly id: string; readonly side: string | null })[]
  readonly sides: readonly (FairnessShare & { readonly side: string | null })[]
  /** Participants without a meeting although they asked for one or were asked. */
  readonly leftOut: readonly string[]
}

/** Who asked for and got how much, and at what hours: per participant and per side. */
export function pictureFairness(problem: ScheduleProblem, solution: ScheduleSolution): FairnessPicture {
  const view = viewSchedule(problem, solution)
  const asked = new Map<string, number>()
  for (const request of view.requests.values())
    for (const id of new Set([request.host, request.guest])) asked.set(id, (asked.get(id) ?? 0) + 1)
  const slots = new Map(problem.slots.map((slot) => [slot.id, slot]))
  const participants = [...view.participants.values()].map((participant) => {
    const own = view.attendances.filter((attendance) => attendance.participant === participant)
    const idle = own.flatMap((attendance) => idleSlotsOf(view, attendance))
    const meetings = own.flatMap((attendance) => attendance.meetings)
    return {
      id: participant.id,
      side: participant.side ?? null,
      asked: asked.get(participant.id) ?? 0,
      held: meetings.length,
      breaks: idle.length,
      idleSlots: idle.reduce((sum, length) => sum + length, 0),
      unsocial: meetings.filter((meeting) => isUnsocial(slots.get(meeting.slot) ?? {}, participant.timeZone)).length,
    }
  })
  const sides = [...Map.groupBy(participants, (participant) => participant.side)].map(([side, members]) => ({
    side,
    ...members.reduce(add, { asked: 0, held: 0, breaks: 0, idleSlots: 0, unsocial: 0 }),
  }))
  return { participants, sides, leftOut: participants.filter((p) => p.asked > 0 && p.held === 0).map((p) => p.id) }
}

const add = (a: FairnessShare, b: FairnessShare): FairnessShare => ({
  asked: a.asked + b.asked,
  held: a.held + b.held,
  breaks: a.breaks + b.breaks,
  idleSlots: a.idleSlots + b.idleSlots,
  unsocial: a.unsocial + b.unsocial,
})
