import type { ScheduleProblem, ScheduleRequest } from './problem.ts'

/** What happens to a released schedule. Slots absent: all of them. */
export type Disturbance =
  | { readonly code: 'cancelled'; readonly request: string }
  /** The participant is away in these slots: no-show, late arrival, early departure. */
  | { readonly code: 'away'; readonly participant: string; readonly slots?: readonly string[] }
  | { readonly code: 'new-request'; readonly request: ScheduleRequest }
  | { readonly code: 'interpreter-lost'; readonly interpreter: string; readonly slots?: readonly string[] }
  | { readonly code: 'place-lost'; readonly place: string; readonly slots?: readonly string[] }
  /** The meeting goes on through these further slots: both sides are not free in them. */
  | { readonly code: 'longer-meeting'; readonly request: string; readonly slots: readonly string[] }

const without = (slots: readonly string[], lost: readonly string[] | undefined): string[] =>
  lost === undefined ? [] : slots.filter((slot) => !lost.includes(slot))

/** The problem as it stands after the disturbance. */
export function applyDisturbance(problem: ScheduleProblem, disturbance: Disturbance): ScheduleProblem {
  switch (disturbance.code) {
    case 'cancelled':
      return { ...problem, requests: problem.requests.filter((request) => request.id !== disturbance.request) }
    case 'new-request':
      return { ...problem, requests: [...problem.requests, disturbance.request] }
    case 'away':
      return withParticipantsAway(problem, [disturbance.participant], disturbance.slots)
    case 'longer-meeting': {
      const request = problem.requests.find(({ id }) => id === disturbance.request)
      return request === undefined
        ? problem
        : withParticipantsAway(problem, [request.host, request.guest], disturbance.slots)
    }
    case 'interpreter-lost':
      return {
        ...problem,
        interpreters: problem.interpreters.map((interpreter) =>
          interpreter.id === disturbance.interpreter
            ? { ...interpreter, availableSlots: without(interpreter.availableSlots, disturbance.slots) }
            : interpreter,
        ),
      }
    case 'place-lost':
      return {
        ...problem,
        places: problem.places.map((place) => {
          if (place.id !== disturbance.place) return place
          const open = place.availableSlots ?? problem.slots.map((slot) => slot.id)
          return { ...place, availableSlots: without(open, disturbance.slots) }
        }),
      }
  }
}

const withParticipantsAway = (
  problem: ScheduleProblem,
  ids: readonly string[],
  slots: readonly string[] | undefined,
): ScheduleProblem => ({
  ...problem,
  participants: problem.participants.map((participant) =>
    ids.includes(participant.id)
      ? { ...participant, availableSlots: without(participant.availableSlots, slots) }
      : participant,
  ),
})
